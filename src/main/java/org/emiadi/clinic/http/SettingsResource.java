package org.emiadi.clinic.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.emiadi.clinic.Clinic;
import org.emiadi.clinic.ClinicOutcome;
import org.emiadi.clinic.ClinicSettings;
import org.emiadi.platform.Database;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.EntityTag;
import org.emiadi.platform.http.Open;
import org.emiadi.platform.http.Problems;

/// The settings of the clinic.
@Path("/settings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Settings")
public class SettingsResource {
    private final Database database;
    private final ClinicSettings settings;
    private final CurrentRequest request;
    private final Problems problems;

    SettingsResource(Database database, ClinicSettings settings, CurrentRequest request, Problems problems) {
        this.database = database;
        this.settings = settings;
        this.request = request;
        this.problems = problems;
    }

    @GET
    @Open
    @Operation(
            operationId = "getSettings",
            summary = "What is set for the whole clinic",
            description = "Anybody may ask: all of it can be seen on the pages.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SettingsJson.class)))
    public Response get() {
        return found(database.read(settings::get));
    }

    @PATCH
    @Allowed(Role.ADMIN)
    @Operation(
            operationId = "changeSettings",
            summary = "Changes what is set for the whole clinic",
            description = "Every server goes by it within a few seconds. Send If-Match with the ETag that you read.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SettingsJson.class)))
    public Response change(@Valid @NotNull SettingsJson.Changes changes, @Context HttpHeaders headers) {
        return switch (settings.change(request.actor(), EntityTag.expected(headers), changes::applyTo)) {
            case ClinicOutcome.Done(Clinic clinic) -> found(clinic);
            case ClinicOutcome.Stale() -> problems.response(Problem.of(ProblemType.LOST_UPDATE));
        };
    }

    private static Response found(Clinic clinic) {
        return Response.ok(SettingsJson.of(clinic.details()))
                .header(HttpHeaders.ETAG, EntityTag.of(clinic.version()))
                .build();
    }
}
