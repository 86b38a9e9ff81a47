package org.emiadi.audit.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.emiadi.audit.AuditLog;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Csv;
import org.emiadi.platform.Cursor;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.Query;
import org.jspecify.annotations.Nullable;

/// The audit trail for spreadsheets. A class of its own, as an address that ends in `.csv` is no part of `/audit`.
@Path("/audit.csv")
@Produces(Csv.MEDIA_TYPE)
@RunOnVirtualThread
@Tag(name = "Audit")
public class AuditCsvResource {
    private final Database database;
    private final AuditLog audit;
    private final CurrentRequest request;
    private final ClinicTime time;

    AuditCsvResource(Database database, AuditLog audit, CurrentRequest request, ClinicTime time) {
        this.database = database;
        this.audit = audit;
        this.request = request;
        this.time = time;
    }

    @GET
    @Allowed(Role.ADMIN)
    @Operation(
            operationId = "exportAuditEntries",
            summary = "The audit trail as CSV, newest first",
            description = "At most 10,000 rows at once; the Link header has the address of the next ones. Cells that a"
                    + " spreadsheet would take for a formula begin with an apostrophe.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = Csv.MEDIA_TYPE, schema = @Schema(implementation = String.class)))
    public Response export(
            @BeanParam AuditResource.Filter filter,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        var wanted = filter.read(time);
        var after = Query.slice(null, cursor, 1).after();
        var page = database.write(tx -> audit.export(tx, request.actor(), wanted, after));
        var response = Response.ok(AuditCsv.of(page.rows(), time))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"");
        page.next().map(next -> next(next, uri)).ifPresent(link -> response.header(HttpHeaders.LINK, link));
        return response.build();
    }

    private static String next(Cursor cursor, UriInfo uri) {
        var next = uri.getRequestUriBuilder()
                .replaceQueryParam("cursor", cursor.text())
                .build();
        return "<" + next + ">; rel=\"next\"";
    }
}
