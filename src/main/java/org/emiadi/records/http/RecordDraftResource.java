package org.emiadi.records.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
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
import org.emiadi.appointments.AppointmentId;
import org.emiadi.platform.Database;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.EntityTag;
import org.emiadi.platform.http.Paging;
import org.emiadi.platform.http.Problems;
import org.emiadi.platform.http.Query;
import org.emiadi.records.DraftOutcome;
import org.emiadi.records.RecordDraft;
import org.emiadi.records.RecordDrafts;
import org.jspecify.annotations.Nullable;

/// Medical records while they are being written.
@Path("/medical-records/drafts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Medical records")
public class RecordDraftResource {
    private final Database database;
    private final RecordDrafts drafts;
    private final CurrentRequest request;
    private final Problems problems;

    RecordDraftResource(Database database, RecordDrafts drafts, CurrentRequest request, Problems problems) {
        this.database = database;
        this.drafts = drafts;
        this.request = request;
        this.problems = problems;
    }

    @GET
    @Allowed(Role.PROVIDER)
    @Operation(
            operationId = "listMedicalRecordDrafts",
            summary = "Lists the caller's drafts, the one that was saved last first",
            description = "Of whose visit they are, and not what they say.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = RecordDraftJson.Unfinished[].class)))
    public Response list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        var slice = Query.slice(limit, cursor, 2);
        var page = database.write(tx -> drafts.list(tx, request.actor(), slice));
        return Paging.response(page.map(RecordDraftJson.Unfinished::of), uri);
    }

    @GET
    @Path("{id}")
    @Allowed(Role.PROVIDER)
    @Operation(operationId = "getMedicalRecordDraft", summary = "The draft of the record of an appointment")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RecordDraftJson.class)))
    public Response get(@PathParam("id") int id) {
        return database.write(tx -> drafts.find(tx, request.actor(), new AppointmentId(id)))
                .map(RecordDraftResource::shown)
                .orElseGet(() -> problems.response(Problem.of(ProblemType.NOT_FOUND)));
    }

    @PUT
    @Path("{id}")
    @Allowed(Role.PROVIDER)
    @Operation(
            operationId = "saveMedicalRecordDraft",
            summary = "Saves what has been written so far of the record of an appointment",
            description =
                    "Only the provider of the appointment, from the day on which it takes place, unless it was"
                            + " cancelled. It is gone when the record is written. With If-Match, \"0\" where there was none yet.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RecordDraftJson.class)))
    public Response save(
            @PathParam("id") int id, @Valid @NotNull RecordDraftJson.SoFar soFar, @Context HttpHeaders headers) {
        var expected = EntityTag.expected(headers);
        return answer(database.write(
                tx -> drafts.save(tx, request.actor(), new AppointmentId(id), soFar.findings(), expected)));
    }

    @DELETE
    @Path("{id}")
    @Allowed(Role.PROVIDER)
    @Operation(
            operationId = "discardMedicalRecordDraft",
            summary = "Throws a draft away",
            description = "Only the provider of the appointment. Nothing of it is kept.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = RecordDraftJson.Discarded.class)))
    public Response discard(@PathParam("id") int id) {
        return answer(database.write(tx -> drafts.discard(tx, request.actor(), new AppointmentId(id))));
    }

    private Response answer(DraftOutcome outcome) {
        return switch (outcome) {
            case DraftOutcome.Saved(RecordDraft draft) -> shown(draft);
            case DraftOutcome.Discarded() ->
                Response.ok(new RecordDraftJson.Discarded(request.messages().text("done.draft-discarded")))
                        .build();
            case DraftOutcome.Absent() -> problems.response(Problem.of(ProblemType.NOT_FOUND));
            case DraftOutcome.Stale _ -> problems.response(Problem.of(ProblemType.LOST_UPDATE));
            case DraftOutcome.NoVisit() -> problems.response(Problem.invalid("appointment_id", "visit-cancelled"));
            case DraftOutcome.NotYet() -> problems.response(Problem.invalid("appointment_id", "visit-not-yet"));
        };
    }

    private static Response shown(RecordDraft draft) {
        return Response.ok(RecordDraftJson.of(draft))
                .header(HttpHeaders.ETAG, EntityTag.of(draft.version()))
                .build();
    }
}
