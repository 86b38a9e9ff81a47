package org.emiadi.records.http;

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
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.Appointments;
import org.emiadi.people.PatientId;
import org.emiadi.platform.Database;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Role;
import org.emiadi.platform.Tx;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.EntityTag;
import org.emiadi.platform.http.Paging;
import org.emiadi.platform.http.Problems;
import org.emiadi.platform.http.Query;
import org.emiadi.platform.http.Refuses;
import org.emiadi.records.MedicalRecord;
import org.emiadi.records.MedicalRecords;
import org.emiadi.records.RecordFilter;
import org.emiadi.records.RecordOutcome;
import org.jspecify.annotations.Nullable;

/// Medical records.
@Path("/medical-records")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Medical records")
public class MedicalRecordResource {
    private final Database database;
    private final MedicalRecords records;
    private final Appointments appointments;
    private final CurrentRequest request;
    private final Problems problems;

    MedicalRecordResource(
            Database database,
            MedicalRecords records,
            Appointments appointments,
            CurrentRequest request,
            Problems problems) {
        this.database = database;
        this.records = records;
        this.appointments = appointments;
        this.request = request;
        this.problems = problems;
    }

    @POST
    @Allowed(Role.PROVIDER)
    @Refuses(ProblemType.NOT_FOUND)
    @Operation(
            operationId = "writeMedicalRecord",
            summary = "Writes the medical record of a visit",
            description = "Only the provider of the appointment, from the day on which it takes place.")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = MedicalRecordJson.Written.class)))
    public Response write(@Valid @NotNull MedicalRecordJson.New record) {
        var visit = new AppointmentId(record.appointmentId());
        return database.write(tx -> contradiction(tx, visit, record)
                .map(problems::response)
                .orElseGet(() -> answer(records.write(tx, request.actor(), visit, record.findings()), this::written)));
    }

    // Older clients name patient and provider as well. Where they contradict the appointment, one of them is wrong.
    private Optional<Problem> contradiction(Tx tx, AppointmentId visit, MedicalRecordJson.New record) {
        return appointments.hold(tx, request.actor(), visit).flatMap(held -> contradiction(held, record));
    }

    private static Optional<Problem> contradiction(Appointment visit, MedicalRecordJson.New record) {
        if (record.patientId() != null && record.patientId() != visit.patient().value()) {
            return Optional.of(Problem.invalid("patient_id", "not-of-the-appointment"));
        }
        boolean otherProvider = record.providerId() != null
                && record.providerId() != visit.provider().value();
        return otherProvider ? Optional.of(Problem.invalid("provider_id", "not-of-the-appointment")) : Optional.empty();
    }

    private Response written(MedicalRecord record) {
        return Response.created(URI.create("/medical-records/" + record.id()))
                .header(HttpHeaders.ETAG, EntityTag.of(record.version()))
                .entity(new MedicalRecordJson.Written(request.messages().text("done.record-written"), record.id()))
                .build();
    }

    @GET
    @Allowed({Role.PROVIDER, Role.PATIENT})
    @Operation(operationId = "listMedicalRecords", summary = "Lists the records that the caller may read, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MedicalRecordJson[].class)))
    public Response list(
            @QueryParam("diagnosis") @Parameter(description = "Part of a diagnosis") @Nullable String diagnosis,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        var filter = new RecordFilter(Optional.empty(), Optional.empty(), Query.text("diagnosis", diagnosis));
        return list(filter, limit, cursor, uri);
    }

    @GET
    @Path("patient/{id}")
    @Allowed({Role.PROVIDER, Role.PATIENT})
    @Operation(operationId = "listMedicalRecordsOfPatient", summary = "Lists the records of a patient, newest first")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MedicalRecordJson[].class)))
    public Response listOfPatient(
            @PathParam("id") int id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        return list(
                new RecordFilter(Optional.of(new PatientId(id)), Optional.empty(), Optional.empty()),
                limit,
                cursor,
                uri);
    }

    @GET
    @Path("appointment/{id}")
    @Allowed({Role.PROVIDER, Role.PATIENT})
    @Operation(operationId = "listMedicalRecordsOfAppointment", summary = "Lists the records of an appointment")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MedicalRecordJson[].class)))
    public Response listOfAppointment(
            @PathParam("id") int id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        return list(
                new RecordFilter(Optional.empty(), Optional.of(new AppointmentId(id)), Optional.empty()),
                limit,
                cursor,
                uri);
    }

    private Response list(RecordFilter filter, @Nullable String limit, @Nullable String cursor, UriInfo uri) {
        var slice = Query.slice(limit, cursor, 2);
        var page = database.write(tx -> records.list(tx, request.actor(), filter, slice));
        return Paging.response(page.map(MedicalRecordJson::of), uri);
    }

    @GET
    @Path("{id}")
    @Allowed({Role.PROVIDER, Role.PATIENT})
    @Operation(operationId = "getMedicalRecord", summary = "One record")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MedicalRecordJson.class)))
    public Response get(@PathParam("id") int id) {
        return database.write(tx -> records.find(tx, request.actor(), id))
                .map(record -> Response.ok(MedicalRecordJson.of(record))
                        .header(HttpHeaders.ETAG, EntityTag.of(record.version()))
                        .build())
                .orElseGet(() -> problems.response(Problem.of(ProblemType.NOT_FOUND)));
    }

    @PATCH
    @Path("{id}")
    @Allowed(Role.PROVIDER)
    @Operation(
            operationId = "changeMedicalRecord",
            summary = "Changes what a record says",
            description = "Only the provider who wrote it. What it said before is kept.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = MedicalRecordJson.Changed.class)))
    public Response change(
            @PathParam("id") int id, @Valid @NotNull MedicalRecordJson.Changes changes, @Context HttpHeaders headers) {
        var expected = EntityTag.expected(headers);
        var outcome = database.write(tx -> records.change(tx, request.actor(), id, expected, changes::applyTo));
        return answer(
                outcome,
                changed -> Response.ok(new MedicalRecordJson.Changed(
                                request.messages().text("done.record-changed"), MedicalRecordJson.of(changed)))
                        .header(HttpHeaders.ETAG, EntityTag.of(changed.version()))
                        .build());
    }

    @DELETE
    @Path("{id}")
    @Allowed(Role.PROVIDER)
    @Operation(
            operationId = "deleteMedicalRecord",
            summary = "Deletes a record",
            description = "Only the provider who wrote it. It is hidden from everybody and stays for the audit trail.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = MedicalRecordJson.Deleted.class)))
    public Response delete(@PathParam("id") int id, @Context HttpHeaders headers) {
        var expected = EntityTag.expected(headers);
        var outcome = database.write(tx -> records.delete(tx, request.actor(), id, expected));
        return answer(
                outcome,
                deleted -> Response.ok(
                                new MedicalRecordJson.Deleted(request.messages().text("done.record-deleted")))
                        .build());
    }

    private Response answer(RecordOutcome outcome, Function<MedicalRecord, Response> done) {
        return switch (outcome) {
            case RecordOutcome.Done(MedicalRecord record) -> done.apply(record);
            case RecordOutcome.Absent() -> problems.response(Problem.of(ProblemType.NOT_FOUND));
            case RecordOutcome.NotAuthor() ->
                problems.response(Problem.of(ProblemType.NOT_ALLOWED).because("record-author"));
            case RecordOutcome.Stale() -> problems.response(Problem.of(ProblemType.LOST_UPDATE));
            case RecordOutcome.SaysNothing() -> problems.response(Problem.invalid("diagnosis", "says-nothing"));
            case RecordOutcome.NoVisit() -> problems.response(Problem.invalid("appointment_id", "visit-cancelled"));
            case RecordOutcome.NotYet() -> problems.response(Problem.invalid("appointment_id", "visit-not-yet"));
        };
    }
}
