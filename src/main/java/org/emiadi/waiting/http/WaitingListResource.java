package org.emiadi.waiting.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
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
import org.emiadi.platform.http.Paging;
import org.emiadi.platform.http.Query;
import org.emiadi.platform.http.Refuses;
import org.emiadi.waiting.Offers;
import org.emiadi.waiting.WaitingList;
import org.jspecify.annotations.Nullable;

/// The waiting list, and what those who wait are offered.
@Path("/waiting-list")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Waiting list")
public class WaitingListResource {
    private final Database database;
    private final WaitingList list;
    private final Offers offers;
    private final IdempotentAnswers answers;
    private final WaitingAnswers words;
    private final CurrentRequest request;

    WaitingListResource(
            Database database,
            WaitingList list,
            Offers offers,
            IdempotentAnswers answers,
            WaitingAnswers words,
            CurrentRequest request) {
        this.database = database;
        this.list = list;
        this.offers = offers;
        this.answers = answers;
        this.words = words;
        this.request = request;
    }

    @POST
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PATIENT})
    @Refuses({ProblemType.WAITING_LIST_FULL, ProblemType.ALREADY_IN_USE})
    @Operation(
            operationId = "joinWaitingList",
            summary = "Puts a patient on the waiting list for an earlier slot",
            description =
                    "What is free already is offered at once, to the first in line. A patient has five live entries"
                            + " at most. With an Idempotency-Key the call may be repeated.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = EntryJson.class)))
    public Response join(
            @HeaderParam(IdempotentAnswers.KEY) @Nullable String key, @Valid @NotNull EntryJson.New wanted) {
        var wishes = WaitingInput.wishes(wanted, request.actor());
        return answers.once(
                new Repeatable(key, "POST /waiting-list", wanted),
                tx -> words.joining(list.join(tx, request.actor(), wishes)));
    }

    @GET
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PATIENT})
    @Operation(
            operationId = "listWaitingList",
            summary = "Lists the waiting list, the oldest entries first",
            description = "Patients get their own. An entry that has an open offer shows it.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EntryJson[].class)))
    public Response list(
            @BeanParam WaitingInput.Filter filter,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        var wanted = WaitingInput.filter(filter);
        var slice = Query.slice(limit, cursor, 2);
        var page = database.write(tx -> list.list(tx, request.actor(), wanted, slice));
        return Paging.response(page.map(EntryJson::of), uri);
    }

    @GET
    @Path("{id}")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PATIENT})
    @Operation(operationId = "getWaitingListEntry", summary = "One entry of the waiting list, with its open offer")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EntryJson.class)))
    public Response get(@PathParam("id") int id) {
        return database.write(tx -> list.find(tx, request.actor(), id))
                .map(words::found)
                .orElseGet(words::absent);
    }

    @DELETE
    @Path("{id}")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PATIENT})
    @Refuses(ProblemType.TRANSITION_NOT_ALLOWED)
    @Operation(
            operationId = "leaveWaitingList",
            summary = "Takes an entry off the waiting list",
            description = "It stays on record as withdrawn. What was offered is offered to the next in line.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EntryJson.Done.class)))
    public Response leave(@PathParam("id") int id) {
        return words.leaving(database.write(tx -> list.withdraw(tx, request.actor(), id)));
    }

    @GET
    @Path("{id}/offer")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PATIENT})
    @Operation(operationId = "getWaitingListOffer", summary = "The open offer of an entry")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EntryJson.OfferJson.class)))
    public Response offer(@PathParam("id") int id) {
        return database.write(tx -> list.find(tx, request.actor(), id))
                .flatMap(words::offer)
                .orElseGet(words::absent);
    }

    @POST
    @Path("{id}/acceptance")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PATIENT})
    @Refuses(ProblemType.OFFER_GONE)
    @Operation(
            operationId = "acceptWaitingListOffer",
            summary = "Takes the slot that is offered",
            description = "Books it, or moves the appointment that was to be moved, and ends the entry. With an"
                    + " Idempotency-Key the call may be repeated.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EntryJson.Accepted.class)))
    public Response accept(@HeaderParam(IdempotentAnswers.KEY) @Nullable String key, @PathParam("id") int id) {
        return answers.once(
                new Repeatable(key, "POST /waiting-list/{id}/acceptance", id),
                tx -> words.answer(offers.accept(tx, request.actor(), id)));
    }

    @POST
    @Path("{id}/refusal")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PATIENT})
    @Refuses(ProblemType.OFFER_GONE)
    @Operation(
            operationId = "declineWaitingListOffer",
            summary = "Declines the slot that is offered",
            description =
                    "It is offered to the next in line, and never again to this entry, which waits on for others.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EntryJson.Done.class)))
    public Response decline(@PathParam("id") int id) {
        return words.answer(database.write(tx -> offers.decline(tx, request.actor(), id)));
    }
}
