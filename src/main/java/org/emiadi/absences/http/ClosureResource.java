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
import org.emiadi.absences.Closure;
import org.emiadi.absences.Closures;
import org.emiadi.facilities.FacilityId;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.Paging;
import org.emiadi.platform.http.Query;
import org.jspecify.annotations.Nullable;

/// Closures of facilities.
@Path("/closures")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Absences")
public class ClosureResource {
    private final Database database;
    private final Closures closures;
    private final AbsenceAnswers answers;
    private final CurrentRequest request;
    private final ClinicTime time;

    ClosureResource(
            Database database, Closures closures, AbsenceAnswers answers, CurrentRequest request, ClinicTime time) {
        this.database = database;
        this.closures = closures;
        this.answers = answers;
        this.request = request;
        this.time = time;
    }

    @POST
    @Allowed(Role.ADMIN)
    @Operation(
            operationId = "addClosure",
            summary = "Enters a closure of a facility",
            description = "Tells which appointments it displaces, and touches none of them: they need moving. With"
                    + " preview=true it tells only.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ClosureJson.Added.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ClosureJson.Added.class)))
    public Response add(
            @QueryParam("preview")
                    @Parameter(schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @Nullable
                    String preview,
            @Valid @NotNull ClosureJson.New closure) {
        var wanted = closure.toRequest();
        boolean only = AbsenceInput.preview(preview);
        return answer(
                database.write(tx -> closures.add(tx, request.actor(), wanted, only)),
                done -> only ? previewed(done) : added(done));
    }

    private Response previewed(AbsenceOutcome.Done<Closure> done) {
        return Response.ok(new ClosureJson.Added(
                        answers.text("done.nothing-changed"),
                        null,
                        DisplacedJson.of(done.displaced()),
                        done.displaced().count()))
                .build();
    }

    private Response added(AbsenceOutcome.Done<Closure> done) {
        int id = done.absence().id();
        return Response.created(URI.create("/closures/" + id))
                .entity(new ClosureJson.Added(
                        answers.text("done.closure-added"),
                        id,
                        DisplacedJson.of(done.displaced()),
                        done.displaced().count()))
                .build();
    }

    @GET
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(
            operationId = "listClosures",
            summary = "Lists closures by start",
            description = "What touches the time between from and to.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ClosureJson[].class)))
    public Response list(
            @QueryParam("facility_id") @Nullable String closureOf,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        var whose = Query.integer("facility_id", closureOf).map(FacilityId::new);
        var period = AbsenceInput.period(from, to, time);
        var slice = Query.slice(limit, cursor, 2);
        var page = database.read(tx -> closures.list(tx, whose, period, slice));
        return Paging.response(page.map(ClosureJson::of), uri);
    }

    @GET
    @Path("{id}")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(operationId = "getClosure", summary = "One closure")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ClosureJson.class)))
    public Response get(@PathParam("id") int id) {
        return database.read(tx -> closures.find(tx, id))
                .map(found -> AbsenceAnswers.one(ClosureJson.of(found)))
                .orElseGet(answers::absent);
    }

    @DELETE
    @Path("{id}")
    @Allowed(Role.ADMIN)
    @Operation(
            operationId = "removeClosure",
            summary = "Removes a closure of a facility",
            description = "What it displaced no longer needs moving because of it.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = AbsenceAnswers.Removed.class)))
    public Response remove(@PathParam("id") int id) {
        return answer(
                database.write(tx -> closures.remove(tx, request.actor(), id)),
                done -> answers.removed("done.closure-removed"));
    }

    private Response answer(AbsenceOutcome<Closure> outcome, Function<AbsenceOutcome.Done<Closure>, Response> done) {
        return answers.of(outcome, "facility_id", "no-such-facility", done);
    }
}
