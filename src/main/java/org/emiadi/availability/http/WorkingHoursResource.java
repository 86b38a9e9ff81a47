package org.emiadi.availability.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.emiadi.availability.HoursId;
import org.emiadi.availability.WorkingHours;
import org.emiadi.facilities.FacilityId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Database;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.EntityTag;
import org.emiadi.platform.http.Open;
import org.emiadi.platform.http.Paging;
import org.emiadi.platform.http.Query;
import org.emiadi.platform.http.Refuses;
import org.jspecify.annotations.Nullable;

/// When providers work.
@Path("/working-hours")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Working hours")
public class WorkingHoursResource {
    private final Database database;
    private final WorkingHours hours;
    private final WorkingHoursInput input;
    private final CurrentRequest request;
    private final WorkingHoursAnswers answers;

    WorkingHoursResource(
            Database database,
            WorkingHours hours,
            WorkingHoursInput input,
            CurrentRequest request,
            WorkingHoursAnswers answers) {
        this.database = database;
        this.hours = hours;
        this.input = input;
        this.request = request;
        this.answers = answers;
    }

    @GET
    @Open
    @Operation(
            operationId = "listWorkingHours",
            summary = "Lists working hours",
            description = "Anybody may ask. Which times are still free is another question.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WorkingHoursJson[].class)))
    public Response list(
            @QueryParam("provider_id") @Nullable String provider,
            @QueryParam("facility_id") @Nullable String facility,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        var wanted = new WorkingHours.Wanted(
                Query.integer("provider_id", provider).map(ProviderId::new),
                Query.integer("facility_id", facility).map(FacilityId::new));
        var slice = Query.slice(limit, cursor, 1);
        var page = database.read(tx -> hours.list(tx, wanted, slice));
        return Paging.response(page.map(WorkingHoursJson::of), uri);
    }

    @GET
    @Path("{id}")
    @Open
    @Operation(operationId = "getWorkingHours", summary = "One row of working hours")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WorkingHoursJson.class)))
    public Response get(@PathParam("id") int id) {
        return database.read(tx -> hours.find(tx, new HoursId(id)))
                .map(answers::found)
                .orElseGet(answers::absent);
    }

    @POST
    @Allowed({Role.ADMIN, Role.PROVIDER})
    @Refuses(ProblemType.HOURS_OVERLAP)
    @Operation(
            operationId = "addWorkingHours",
            summary = "Adds working hours of a provider, or a session on one day",
            description = "Several spans a day are several rows.")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = WorkingHoursJson.Added.class)))
    public Response add(@Valid @NotNull WorkingHoursJson.New sent) {
        var provider = new ProviderId(sent.providerId());
        var outcome = database.write(tx -> hours.add(tx, request.actor(), provider, input.plan(tx, sent)));
        return answers.of(outcome, answers::added);
    }

    @PATCH
    @Path("{id}")
    @Allowed({Role.ADMIN, Role.PROVIDER})
    @Refuses(ProblemType.HOURS_OVERLAP)
    @Operation(
            operationId = "changeWorkingHours",
            summary = "Changes working hours",
            description = "Appointments stay as they are.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WorkingHoursJson.class)))
    public Response change(
            @PathParam("id") int id, @Valid @NotNull WorkingHoursJson.Changes sent, @Context HttpHeaders headers) {
        var expected = EntityTag.expected(headers);
        var change = WorkingHoursInput.change(sent);
        var outcome = database.write(tx -> hours.change(tx, request.actor(), new HoursId(id), expected, change));
        return answers.of(outcome, answers::found);
    }

    @DELETE
    @Path("{id}")
    @Allowed({Role.ADMIN, Role.PROVIDER})
    @Operation(
            operationId = "removeWorkingHours",
            summary = "Removes working hours",
            description = "Appointments stay as they are.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = WorkingHoursJson.Removed.class)))
    public Response remove(@PathParam("id") int id, @Context HttpHeaders headers) {
        var expected = EntityTag.expected(headers);
        var outcome = database.write(tx -> hours.remove(tx, request.actor(), new HoursId(id), expected));
        return answers.of(outcome, removed -> answers.removed());
    }
}
