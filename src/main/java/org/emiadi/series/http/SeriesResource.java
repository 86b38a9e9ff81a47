package org.emiadi.series.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.emiadi.platform.Database;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.IdempotentAnswers;
import org.emiadi.platform.http.IdempotentAnswers.Repeatable;
import org.emiadi.platform.http.Refuses;
import org.emiadi.series.AppointmentSeries;
import org.emiadi.series.SeriesId;
import org.jspecify.annotations.Nullable;

/// Several appointments in one call.
@Path("/appointments/series")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Appointment series")
public class SeriesResource {
    private final Database database;
    private final AppointmentSeries series;
    private final IdempotentAnswers answers;
    private final SeriesAnswers words;
    private final CurrentRequest request;

    SeriesResource(
            Database database,
            AppointmentSeries series,
            IdempotentAnswers answers,
            SeriesAnswers words,
            CurrentRequest request) {
        this.database = database;
        this.series = series;
        this.answers = answers;
        this.words = words;
        this.request = request;
    }

    @POST
    @Path("preview")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER, Role.PATIENT})
    @Operation(
            operationId = "previewAppointmentSeries",
            summary = "Tells which visits of a series could be booked, and what could be booked in place of the others",
            description = "Books nothing. Each visit that cannot be had comes with the problem with which it would be"
                    + " refused, and with the nearest free slot of the provider within seven days, where there is one.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SeriesJson.Preview.class)))
    public Response preview(@Valid @NotNull SeriesJson.New wanted) {
        var asked = SeriesInput.series(wanted);
        var plan = database.write(tx -> series.preview(tx, request.actor(), asked));
        return words.plan(plan, asked.first().provider());
    }

    @POST
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER, Role.PATIENT})
    @Refuses(ProblemType.SERIES_CONFLICT)
    @Operation(
            operationId = "bookAppointmentSeries",
            summary = "Books all visits of a series, or none",
            description = "By the rules of POST /appointments. 409 tells in conflicts which visits cannot be had, why,"
                    + " and what could be had instead; send the times of your choice as starts. With an"
                    + " Idempotency-Key the call may be repeated.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = SeriesJson.Booked.class)))
    public Response book(
            @HeaderParam(IdempotentAnswers.KEY) @Nullable String key, @Valid @NotNull SeriesJson.New wanted) {
        var asked = SeriesInput.series(wanted);
        return answers.once(
                new Repeatable(key, "POST /appointments/series", wanted),
                tx -> words.booking(
                        series.book(tx, request.actor(), asked), asked.first().provider()));
    }

    @GET
    @Path("{id}")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER, Role.PATIENT})
    @Operation(operationId = "getAppointmentSeries", summary = "A series with its appointments")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SeriesJson.class)))
    public Response get(@PathParam("id") int id) {
        return database.write(tx -> series.find(tx, request.actor(), new SeriesId(id)))
                .map(words::found)
                .orElseGet(words::absent);
    }

    @POST
    @Path("{id}/cancellation")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER, Role.PATIENT})
    @Refuses(ProblemType.TRANSITION_NOT_ALLOWED)
    @Operation(
            operationId = "cancelAppointmentSeries",
            summary = "Cancels what is to come of a series",
            description = "All of it, or nothing where one cannot be cancelled. What has begun stays.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SeriesJson.Cancelled.class)))
    public Response cancel(@PathParam("id") int id, @Valid @NotNull SeriesJson.Cancellation cancellation) {
        var side = SeriesInput.side(cancellation.cancelledBy());
        return words.cancellation(database.write(
                tx -> series.cancel(tx, request.actor(), new SeriesId(id), cancellation.reason(), side)));
    }
}
