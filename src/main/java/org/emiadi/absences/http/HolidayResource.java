package org.emiadi.absences.http;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Year;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.emiadi.absences.AbsenceOutcome;
import org.emiadi.absences.Holiday;
import org.emiadi.absences.Holidays;
import org.emiadi.absences.Span;
import org.emiadi.platform.Database;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.Open;
import org.emiadi.platform.http.Paging;
import org.emiadi.platform.http.Query;
import org.emiadi.platform.http.Refuses;
import org.jspecify.annotations.Nullable;

/// Public holidays.
@Path("/holidays")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Absences")
public class HolidayResource {
    private static final int FIRST_YEAR = 1900;

    private final Database database;
    private final Holidays holidays;
    private final AbsenceAnswers answers;
    private final CurrentRequest request;

    HolidayResource(Database database, Holidays holidays, AbsenceAnswers answers, CurrentRequest request) {
        this.database = database;
        this.holidays = holidays;
        this.answers = answers;
        this.request = request;
    }

    @GET
    @Open
    @Operation(
            operationId = "listHolidays",
            summary = "Lists public holidays by day",
            description = "Those that the calendar knows for this year and the next three, and those entered by hand.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HolidayJson[].class)))
    public Response list(
            @QueryParam("country") @Nullable String country,
            @QueryParam("year") @Parameter(schema = @Schema(type = SchemaType.INTEGER)) @Nullable String year,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        var where = Query.text("country", country).map(AbsenceInput::country);
        var when = Query.integer("year", year).map(HolidayResource::year);
        var slice = Query.slice(limit, cursor, 2);
        var page = database.read(tx -> holidays.list(tx, where, when, slice));
        return Paging.response(page.map(HolidayJson::of), uri);
    }

    private static Year year(int given) {
        if (given < FIRST_YEAR || given > Span.LAST_YEAR) {
            throw Query.invalid("year", "range", FIRST_YEAR, Span.LAST_YEAR);
        }
        return Year.of(given);
    }

    @POST
    @Allowed(Role.ADMIN)
    @Refuses(ProblemType.ALREADY_IN_USE)
    @Operation(
            operationId = "addHoliday",
            summary = "Enters a public holiday, as gazetted",
            description = "Tells which appointments it displaces, and touches none of them: they need moving. With"
                    + " preview=true it tells only.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HolidayJson.Added.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = HolidayJson.Added.class)))
    public Response add(
            @QueryParam("preview")
                    @Parameter(schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @Nullable
                    String preview,
            @Valid @NotNull HolidayJson.New holiday) {
        var wanted = holiday.toRequest();
        boolean only = AbsenceInput.preview(preview);
        return answer(
                database.write(tx -> holidays.add(tx, request.actor(), wanted, only)),
                done -> only ? told(done, "done.nothing-changed", null) : added(done));
    }

    private Response added(AbsenceOutcome.Done<Holiday> done) {
        int id = done.absence().id();
        return Response.created(URI.create("/holidays/" + id))
                .entity(json(done, "done.holiday-added", id))
                .build();
    }

    @PATCH
    @Path("{id}")
    @Allowed(Role.ADMIN)
    @Operation(
            operationId = "changeHoliday",
            summary = "Renames a public holiday, sets it aside, or has it observed again",
            description = "Observed again, it displaces appointments like a new one. With preview=true it tells only.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HolidayJson.Added.class)))
    public Response change(
            @PathParam("id") int id,
            @QueryParam("preview")
                    @Parameter(schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @Nullable
                    String preview,
            @Valid @NotNull HolidayJson.Changes changes) {
        boolean only = AbsenceInput.preview(preview);
        return answer(
                database.write(tx -> holidays.change(tx, request.actor(), id, changes::applyTo, only)),
                done -> told(done, only ? "done.nothing-changed" : "done.holiday-changed", id));
    }

    @DELETE
    @Path("{id}")
    @Allowed(Role.ADMIN)
    @Refuses(ProblemType.HOLIDAY_OF_CALENDAR)
    @Operation(
            operationId = "removeHoliday",
            summary = "Removes a public holiday that was entered by hand",
            description = "One of the calendar is set aside instead: PATCH it with observed false.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = AbsenceAnswers.Removed.class)))
    public Response remove(@PathParam("id") int id) {
        return answer(
                database.write(tx -> holidays.remove(tx, request.actor(), id)),
                done -> answers.removed("done.holiday-removed"));
    }

    private Response told(AbsenceOutcome.Done<Holiday> done, String message, @Nullable Integer id) {
        return Response.ok(json(done, message, id)).build();
    }

    private HolidayJson.Added json(AbsenceOutcome.Done<Holiday> done, String message, @Nullable Integer id) {
        return new HolidayJson.Added(
                answers.text(message),
                id,
                DisplacedJson.of(done.displaced()),
                done.displaced().count());
    }

    private Response answer(AbsenceOutcome<Holiday> outcome, Function<AbsenceOutcome.Done<Holiday>, Response> done) {
        return answers.of(outcome, "country", "country", done);
    }
}
