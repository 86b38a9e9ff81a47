package org.emiadi.insurance.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.emiadi.insurance.Cover;
import org.emiadi.insurance.CoverOutcome;
import org.emiadi.insurance.Covers;
import org.emiadi.people.PatientId;
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
import org.emiadi.platform.http.Refuses;
import org.jspecify.annotations.Nullable;

/// Insurance covers.
@Path("/insurance")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Insurance")
public class CoverResource {
    private final Database database;
    private final Covers covers;
    private final CurrentRequest request;
    private final Problems problems;

    CoverResource(Database database, Covers covers, CurrentRequest request, Problems problems) {
        this.database = database;
        this.covers = covers;
        this.request = request;
        this.problems = problems;
    }

    @POST
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PATIENT})
    @Refuses(ProblemType.ALREADY_IN_USE)
    @Operation(operationId = "addInsurance", summary = "Adds a cover of a patient")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = CoverJson.Added.class)))
    public Response add(@Valid @NotNull CoverJson.New cover) {
        var outcome = database.write(
                tx -> covers.add(tx, request.actor(), new PatientId(cover.patientId()), cover.toDetails()));
        return answer(
                outcome,
                added -> Response.created(URI.create("/insurance/" + added.id()))
                        .header(HttpHeaders.ETAG, EntityTag.of(added.version()))
                        .entity(new CoverJson.Added(request.messages().text("done.cover-added"), added.id()))
                        .build());
    }

    @GET
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER, Role.PATIENT})
    @Operation(operationId = "listInsurance", summary = "Lists the covers that the caller may see")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CoverJson[].class)))
    public Response list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        return list(Optional.empty(), limit, cursor, uri);
    }

    @GET
    @Path("patient/{id}")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER, Role.PATIENT})
    @Operation(operationId = "listInsuranceOfPatient", summary = "Lists the covers of a patient")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CoverJson[].class)))
    public Response listOfPatient(
            @PathParam("id") int id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        return list(Optional.of(new PatientId(id)), limit, cursor, uri);
    }

    private Response list(Optional<PatientId> patient, @Nullable String limit, @Nullable String cursor, UriInfo uri) {
        var slice = Query.slice(limit, cursor, 1);
        var page = database.write(tx -> covers.list(tx, request.actor(), patient, slice));
        return Paging.response(page.map(CoverJson::of), uri);
    }

    @GET
    @Path("{id}")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER, Role.PATIENT})
    @Operation(operationId = "getInsurance", summary = "One cover")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CoverJson.class)))
    public Response get(@PathParam("id") int id) {
        return database.write(tx -> covers.find(tx, request.actor(), id))
                .map(CoverResource::cover)
                .orElseGet(() -> problems.response(Problem.of(ProblemType.NOT_FOUND)));
    }

    @PUT
    @Path("{id}")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PATIENT})
    @Refuses(ProblemType.ALREADY_IN_USE)
    @Operation(
            operationId = "changeInsurance",
            summary = "Changes a cover",
            description = "Members that are left out stay as they are. Send If-Match with the ETag that you read.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CoverJson.class)))
    public Response change(
            @PathParam("id") int id, @Valid @NotNull CoverJson.Changes changes, @Context HttpHeaders headers) {
        var expected = EntityTag.expected(headers);
        return database.write(tx -> {
            var cover = covers.find(tx, request.actor(), id);
            Integer patient = changes.patientId();
            if (patient != null && cover.isPresent() && cover.get().patient().value() != patient) {
                return problems.response(Problem.invalid("patient_id", "cover-stays"));
            }
            return answer(covers.change(tx, request.actor(), id, expected, changes::applyTo), CoverResource::cover);
        });
    }

    @DELETE
    @Path("{id}")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PATIENT})
    @Operation(operationId = "removeInsurance", summary = "Removes a cover")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CoverJson.Removed.class)))
    public Response remove(@PathParam("id") int id, @Context HttpHeaders headers) {
        var expected = EntityTag.expected(headers);
        var outcome = database.write(tx -> covers.remove(tx, request.actor(), id, expected));
        return answer(
                outcome,
                removed -> Response.ok(new CoverJson.Removed(request.messages().text("done.cover-removed")))
                        .build());
    }

    private Response answer(CoverOutcome outcome, Function<Cover, Response> done) {
        return switch (outcome) {
            case CoverOutcome.Done(Cover cover) -> done.apply(cover);
            case CoverOutcome.Absent() -> problems.response(Problem.of(ProblemType.NOT_FOUND));
            case CoverOutcome.NotOwn() -> problems.response(Problem.of(ProblemType.NOT_ALLOWED));
            case CoverOutcome.NoSuchPatient() -> problems.response(Problem.invalid("patient_id", "no-such-patient"));
            case CoverOutcome.PolicyInUse() -> problems.response(policyInUse("policy_number"));
            case CoverOutcome.Stale() -> problems.response(Problem.of(ProblemType.LOST_UPDATE));
        };
    }

    /// Two covers cannot have one number.
    ///
    /// @param member where in the input the policy number stands
    public static Problem policyInUse(String member) {
        return Problem.of(ProblemType.ALREADY_IN_USE).with("member", member);
    }

    private static Response cover(Cover cover) {
        return Response.ok(CoverJson.of(cover))
                .header(HttpHeaders.ETAG, EntityTag.of(cover.version()))
                .build();
    }
}
