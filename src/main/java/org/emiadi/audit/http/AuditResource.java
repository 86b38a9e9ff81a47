package org.emiadi.audit.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.emiadi.audit.AuditFilter;
import org.emiadi.audit.AuditLog;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.Paging;
import org.emiadi.platform.http.Query;
import org.jspecify.annotations.Nullable;

/// The audit trail.
@Path("/audit")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Audit")
public class AuditResource {
    private final Database database;
    private final AuditLog audit;
    private final CurrentRequest request;
    private final ClinicTime time;

    AuditResource(Database database, AuditLog audit, CurrentRequest request, ClinicTime time) {
        this.database = database;
        this.audit = audit;
        this.request = request;
        this.time = time;
    }

    /// The query parameters of the list.
    record Filter(
            @QueryParam("user_id") @Nullable String userId,
            @QueryParam("patient_id") @Nullable String patientId,
            @QueryParam("action") @Nullable String action,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {

        AuditFilter read(ClinicTime time) {
            return new AuditFilter(
                    Query.integer("user_id", userId),
                    Query.integer("patient_id", patientId),
                    Query.text("action", action),
                    Query.time("from", from, time),
                    Query.time("to", to, time));
        }
    }

    @GET
    @Allowed(Role.ADMIN)
    @Operation(
            operationId = "listAuditEntries",
            summary = "Who did what to whom, newest first",
            description = "Reading the trail is in the trail as well.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AuditJson[].class)))
    public Response list(
            @BeanParam Filter filter,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        var wanted = filter.read(time);
        var slice = Query.slice(limit, cursor, 1);
        var page = database.write(tx -> audit.list(tx, request.actor(), wanted, slice));
        return Paging.response(page.map(AuditJson::of), uri);
    }
}
