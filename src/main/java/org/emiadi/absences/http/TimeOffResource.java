package org.emiadi.absences.http;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.emiadi.absences.AbsenceOutcome;
import org.emiadi.absences.TimeOff;
import org.emiadi.absences.TimesOff;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.Paging;
import org.emiadi.platform.http.Query;
import org.jspecify.annotations.Nullable;

/// Time off of providers.
@Path("/time-off")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Absences")
public class TimeOffResource {
    private final Database database;
    private final TimesOff timesOff;
    private final AbsenceAnswers answers;
    private final CurrentRequest request;
    private final ClinicTime time;

    TimeOffResource(
            Database database, TimesOff timesOff, AbsenceAnswers answers, CurrentRequest request, ClinicTime time) {
        this.database = database;
        this.timesOff = timesOff;
        this.answers = answers;
        this.request = request;
        this.time = time;
    }

    @POST
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER})
    @Operation(
            operationId = "addTimeOff",
            summary = "Enters time off of a provider",
            description = "Tells which appointments it displaces, and touches none of them: they need moving. With"
                    + " preview=true it tells only.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TimeOffJson.Added.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = TimeOffJson.Added.class)))
    public Response add(
            @QueryParam("preview")
                    @Parameter(schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @Nullable
                    String preview,
            @Valid @NotNull TimeOffJson.New timeOff) {
        var wanted = timeOff.toRequest();
        boolean only = AbsenceInput.preview(preview);
        return answer(
                database.write(tx -> timesOff.add(tx, request.actor(), wanted, only)),
                done -> only ? previewed(done) : added(done));
    }

    private Response previewed(AbsenceOutcome.Done<TimeOff> done) {
        return Response.ok(new TimeOffJson.Added(
                        answers.text("done.nothing-changed"),
                        null,
                        DisplacedJson.of(done.displaced()),
                        done.displaced().count()))
                .build();
    }

    private Response added(AbsenceOutcome.Done<TimeOff> done) {
        int id = done.absence().id();
        return Response.created(URI.create("/time-off/" + id))
                .entity(new TimeOffJson.Added(
                        answers.text("done.time-off-added"),
                        id,
                        DisplacedJson.of(done.displaced()),
                        done.displaced().count()))
                .build();
    }

    @GET
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER})
    @Operation(
            operationId = "listTimeOff",
            summary = "Lists time off of a provider by start",
            description = "What touches the time between from and to. Providers get their own.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TimeOffJson[].class)))
    public Response list(
            @QueryParam("provider_id") @Nullable String timeOffOf,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        var whose = Query.integer("provider_id", timeOffOf).map(ProviderId::new);
        var period = AbsenceInput.period(from, to, time);
        var slice = Query.slice(limit, cursor, 2);
        var page = database.write(tx -> timesOff.list(tx, request.actor(), whose, period, slice));
        return Paging.response(page.map(TimeOffJson::of), uri);
    }

    @GET
    @Path("{id}")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER})
    @Operation(operationId = "getTimeOff", summary = "One time off")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TimeOffJson.class)))
    public Response get(@PathParam("id") int id) {
        return database.write(tx -> timesOff.find(tx, request.actor(), id))
                .map(found -> AbsenceAnswers.one(TimeOffJson.of(found)))
                .orElseGet(answers::absent);
    }

    @DELETE
    @Path("{id}")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER})
    @Operation(
            operationId = "removeTimeOff",
            summary = "Removes time off of a provider",
            description = "What it displaced no longer needs moving because of it.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = AbsenceAnswers.Removed.class)))
    public Response remove(@PathParam("id") int id) {
        return answer(
                database.write(tx -> timesOff.remove(tx, request.actor(), id)),
                done -> answers.removed("done.time-off-removed"));
    }

    private Response answer(AbsenceOutcome<TimeOff> outcome, Function<AbsenceOutcome.Done<TimeOff>, Response> done) {
        return answers.of(outcome, "provider_id", "no-such-provider", done);
    }
}
