package org.emiadi.absences.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.emiadi.absences.Cancelling;
import org.emiadi.absences.NeedsMoving;
import org.emiadi.facilities.FacilityId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Database;
import org.emiadi.platform.FieldError;
import org.emiadi.platform.Problem;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.Paging;
import org.emiadi.platform.http.Problems;
import org.emiadi.platform.http.Query;
import org.jspecify.annotations.Nullable;

/// The appointments that absences displace.
@Path("/needs-moving")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Absences")
public class NeedsMovingResource {
    private final Database database;
    private final NeedsMoving needsMoving;
    private final CurrentRequest request;
    private final Problems problems;
    private final ClinicTime time;

    NeedsMovingResource(
            Database database, NeedsMoving needsMoving, CurrentRequest request, Problems problems, ClinicTime time) {
        this.database = database;
        this.needsMoving = needsMoving;
        this.request = request;
        this.problems = problems;
        this.time = time;
    }

    /// The query parameters of the list.
    record Filter(
            @QueryParam("provider_id") @Nullable String providerId,
            @QueryParam("facility_id") @Nullable String facilityId,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {

        NeedsMoving.Filter toFilter(ClinicTime time) {
            var period = AbsenceInput.period(from, to, time);
            return new NeedsMoving.Filter(
                    Query.integer("provider_id", providerId).map(ProviderId::new),
                    Query.integer("facility_id", facilityId).map(FacilityId::new),
                    period.from(),
                    period.to());
        }
    }

    @GET
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER})
    @Operation(
            operationId = "listNeedsMoving",
            summary = "Lists the appointments that need moving, by start",
            description = "Those still to take place while their provider or their facility is away, until each is"
                    + " moved, kept on purpose or cancelled. Providers get their own.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NeedsMovingJson[].class)))
    public Response list(
            @BeanParam Filter filter,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        var wanted = filter.toFilter(time);
        var slice = Query.slice(limit, cursor, 2);
        var page = database.write(tx -> needsMoving.list(tx, request.actor(), wanted, slice));
        return Paging.response(page.map(NeedsMovingJson::of), uri);
    }

    @POST
    @Path("cancellation")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER})
    @Operation(
            operationId = "cancelNeedsMoving",
            summary = "Cancels several appointments that need moving, all or none",
            description =
                    "As the clinic, with one reason. 422 names those that do not need moving any more or cannot be"
                            + " cancelled; then none is.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = NeedsMovingJson.Cancelled.class)))
    public Response cancel(@Valid @NotNull NeedsMovingJson.Cancellation cancellation) {
        var ids = cancellation.ids();
        var outcome = database.write(tx -> needsMoving.cancel(
                tx, request.actor(), ids, cancellation.reason().strip()));
        return switch (outcome) {
            case Cancelling.Cancelled(int count) ->
                Response.ok(new NeedsMovingJson.Cancelled(
                                request.messages().text("done.appointments-cancelled"), count))
                        .build();
            case Cancelling.Refused(List<Cancelling.Fault> faults) ->
                problems.response(Problem.invalid(
                        faults.stream().map(NeedsMovingResource::error).toArray(FieldError[]::new)));
        };
    }

    private static FieldError error(Cancelling.Fault fault) {
        String key = switch (fault.why()) {
            case NOT_ON_THE_LIST -> "need-not-move";
            case CANNOT_BE_CANCELLED -> "cannot-be-cancelled";
        };
        return FieldError.of("appointment_ids[" + fault.index() + "]", key);
    }
}
