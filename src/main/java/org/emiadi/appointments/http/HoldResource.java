package org.emiadi.appointments.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.emiadi.appointments.Holds;
import org.emiadi.platform.Database;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.EntityTag;
import org.emiadi.platform.http.Refuses;

/// Slots that are kept while somebody fills in a form.
@Path("/holds")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Holds")
public class HoldResource {
    /// A hold never changes.
    private static final int ONLY_VERSION = 1;

    private final Database database;
    private final Holds holds;
    private final AppointmentAnswers words;
    private final CurrentRequest request;

    HoldResource(Database database, Holds holds, AppointmentAnswers words, CurrentRequest request) {
        this.database = database;
        this.holds = holds;
        this.words = words;
        this.request = request;
    }

    @POST
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER, Role.PATIENT})
    @Refuses({
        ProblemType.PROVIDER_BUSY,
        ProblemType.PATIENT_BUSY,
        ProblemType.ROOM_BUSY,
        ProblemType.OUTSIDE_HOURS,
        ProblemType.NOT_OFFERED
    })
    @Operation(
            operationId = "placeHold",
            summary = "Keeps a slot for five minutes",
            description =
                    "As strong as an appointment against everybody else. POST /appointments with its hold_id takes"
                            + " it over. A patient has one at a time: the next takes its place.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = HoldJson.class)))
    public Response place(@Valid @NotNull HoldJson.New wanted) {
        var hold = AppointmentInput.hold(wanted, request.actor());
        return words.hold(database.write(tx -> holds.place(tx, request.actor(), hold)));
    }

    @GET
    @Path("{id}")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER, Role.PATIENT})
    @Operation(operationId = "getHold", summary = "A hold of one's own, while it lasts")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HoldJson.class)))
    public Response get(@PathParam("id") int id) {
        return database.read(tx -> holds.find(tx, request.actor(), id))
                .map(hold -> Response.ok(HoldJson.of(hold))
                        .header(HttpHeaders.ETAG, EntityTag.of(ONLY_VERSION))
                        .build())
                .orElseGet(words::absent);
    }

    @DELETE
    @Path("{id}")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER, Role.PATIENT})
    @Operation(operationId = "releaseHold", summary = "Lets go of a hold of one's own")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HoldJson.Released.class)))
    public Response release(@PathParam("id") int id) {
        boolean released = database.write(tx -> holds.release(tx, request.actor(), id));
        return released
                ? Response.ok(new HoldJson.Released(request.messages().text("done.hold-released")))
                        .build()
                : words.absent();
    }
}
