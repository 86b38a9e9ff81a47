package org.emiadi.identity.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.emiadi.identity.Access;
import org.emiadi.identity.PatientAccesses;
import org.emiadi.people.PatientId;
import org.emiadi.platform.Database;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.Paging;
import org.emiadi.platform.http.Problems;
import org.emiadi.platform.http.Query;
import org.jspecify.annotations.Nullable;

/// Who looked at the data of a patient.
@Path("/patients")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Patients")
public class AccessResource {
    private final Database database;
    private final PatientAccesses accesses;
    private final CurrentRequest request;
    private final Problems problems;

    AccessResource(Database database, PatientAccesses accesses, CurrentRequest request, Problems problems) {
        this.database = database;
        this.accesses = accesses;
        this.request = request;
        this.problems = problems;
    }

    /// An access as JSON.
    @Schema(name = "PatientAccess")
    record AccessJson(
            Instant at,

            @Schema(description = "Of whoever it was, at that time")
            String role,

            @Schema(description = "Of a member of the staff, or the name they sign in by") @Nullable
            String name,

            @Schema(description = "Whether it was the patient")
            boolean own,

            @Schema(examples = "medical-record.read") String action,

            @Schema(enumeration = {"success", "refused"}) String outcome) {

        static AccessJson of(Access access) {
            return new AccessJson(
                    access.at(),
                    access.role(),
                    access.name(),
                    access.own(),
                    access.action(),
                    access.outcome().name().toLowerCase(Locale.ROOT));
        }
    }

    @GET
    @Path("{id}/accesses")
    @Allowed({Role.ADMIN, Role.PATIENT})
    @Operation(
            operationId = "listPatientAccesses",
            summary = "Who looked at the data of a patient or changed them, the latest first",
            description = "For the patient, and for admins. Searches and lists of many patients are not in it.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AccessJson[].class)))
    public Response list(
            @PathParam("id") int id,
            @QueryParam("others")
                    @Parameter(
                            description = "true leaves out what the patient did",
                            schema = @Schema(type = SchemaType.BOOLEAN))
                    @Nullable
                    String others,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        var slice = Query.slice(limit, cursor, 1);
        boolean othersOnly = Query.text("others", others).filter("true"::equals).isPresent();
        return database.write(tx -> accesses.list(tx, request.actor(), new PatientId(id), othersOnly, slice))
                .map(page -> Paging.response(page.map(AccessJson::of), uri))
                .orElseGet(() -> problems.response(Problem.of(ProblemType.NOT_FOUND)));
    }
}
