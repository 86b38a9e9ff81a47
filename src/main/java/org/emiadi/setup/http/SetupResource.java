package org.emiadi.setup.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.setup.Progress;
import org.emiadi.setup.Setup;
import org.emiadi.setup.Step;

/// How far the clinic is set up.
@Path("/setup")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Settings")
public class SetupResource {
    private final Database database;
    private final Setup setup;

    SetupResource(Database database, Setup setup) {
        this.database = database;
        this.setup = setup;
    }

    /// Which of the first steps have been taken, as JSON.
    @Schema(name = "Setup")
    record SetupJson(
            @Schema(description = "The facility has its own name")
            boolean facility,

            @Schema(description = "There is a provider") boolean provider,

            @Schema(description = "A provider has working hours")
            boolean hours,

            @Schema(description = "There is a user besides the administrators")
            boolean user,

            @Schema(description = "Nothing of it is left to do")
            boolean done) {

        static SetupJson of(Progress progress) {
            return new SetupJson(
                    progress.has(Step.FACILITY),
                    progress.has(Step.PROVIDER),
                    progress.has(Step.HOURS),
                    progress.has(Step.USER),
                    progress.next().isEmpty());
        }
    }

    @GET
    @Allowed(Role.ADMIN)
    @Operation(operationId = "getSetup", summary = "What a new clinic has entered, and what is left to enter")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SetupJson.class)))
    public SetupJson get() {
        return SetupJson.of(database.read(setup::progress));
    }
}
