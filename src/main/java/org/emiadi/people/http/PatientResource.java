package org.emiadi.people.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.emiadi.people.PatientId;
import org.emiadi.people.Patients;
import org.emiadi.people.PersonSearch;
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

/// Patients, found and changed. They are registered at the desk, with their covers, by another resource.
@Path("/patients")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Patients")
public class PatientResource {
    private final Database database;
    private final Patients patients;
    private final CurrentRequest request;
    private final Problems problems;

    PatientResource(Database database, Patients patients, CurrentRequest request, Problems problems) {
        this.database = database;
        this.patients = patients;
        this.request = request;
        this.problems = problems;
    }

    @GET
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER, Role.PATIENT})
    @Operation(
            operationId = "listPatients",
            summary = "Lists or searches patients",
            description = "Staff see all patients, a patient only themself. Found patients come best first.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PatientJson[].class)))
    public Response list(
            @QueryParam("search")
                    @Parameter(
                            description =
                                    "Parts of names, patient number, national id or phone, in any order; names may be misspelt")
                    @Nullable
                    String search,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        var words = Query.text("search", search).map(PersonSearch::of);
        var slice = Query.slice(limit, cursor, words.isPresent() ? 2 : 1);
        var page = database.write(tx -> words.map(wanted -> patients.search(tx, request.actor(), wanted, slice))
                .orElseGet(() -> patients.list(tx, request.actor(), slice)));
        return Paging.response(page.map(PatientJson::of), uri);
    }

    @GET
    @Path("{id}")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER, Role.PATIENT})
    @Operation(operationId = "getPatient", summary = "One patient, by id or by the uuid patient_id")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PatientJson.class)))
    public Response get(@PathParam("id") String id) {
        return database.write(tx -> Query.id(id)
                        .map(number -> patients.find(tx, request.actor(), new PatientId(number)))
                        .orElseGet(() -> patients.find(tx, request.actor(), id)))
                .map(patient -> PersonAnswers.found(patient, PatientJson::of))
                .orElseGet(() -> problems.response(Problem.of(ProblemType.NOT_FOUND)));
    }

    // Whom it is about stands in the body: addresses end in logs.
    @POST
    @Path("duplicates")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(
            operationId = "listLikelyDuplicates",
            summary = "Tells which patients may be the same person as somebody who is to be registered",
            description =
                    "Registers nobody. At most 8, most alike first: by national id, phone, email, by a similar name"
                            + " with the same date of birth, or by nearly the same name where the dates of birth do not differ.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = DuplicatesJson.Found[].class)))
    public List<DuplicatesJson.Found> duplicates(@Valid @NotNull DuplicatesJson.Sought sought) {
        return database.write(tx -> patients.likelyDuplicates(tx, request.actor(), sought.toDetails())).stream()
                .map(DuplicatesJson.Found::of)
                .toList();
    }

    @PATCH
    @Path("{id}")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PATIENT})
    @Refuses(ProblemType.ALREADY_IN_USE)
    @Operation(
            operationId = "changePatient",
            summary = "Changes what is known of a patient",
            description = "Send If-Match with the ETag that you read, so that nobody's change is lost.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PatientJson.class)))
    public Response change(
            @PathParam("id") int id, @Valid @NotNull PatientJson.Changes changes, @Context HttpHeaders headers) {
        var expected = EntityTag.expected(headers);
        var outcome = database.write(
                tx -> patients.change(tx, request.actor(), new PatientId(id), expected, changes::applyTo));
        return PersonAnswers.changed(outcome, PatientJson::of, problems);
    }
}
