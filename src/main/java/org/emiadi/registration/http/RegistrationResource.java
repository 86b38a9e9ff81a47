package org.emiadi.registration.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.emiadi.insurance.http.CoverResource;
import org.emiadi.people.Patient;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.IdempotentAnswers;
import org.emiadi.platform.http.IdempotentAnswers.Repeatable;
import org.emiadi.platform.http.Problems;
import org.emiadi.platform.http.Refuses;
import org.emiadi.registration.PatientRegistration;
import org.emiadi.registration.PatientRegistration.Outcome;
import org.jspecify.annotations.Nullable;

/// Registers patients.
@Path("/patients")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Patients")
public class RegistrationResource {
    private final PatientRegistration registration;
    private final IdempotentAnswers answers;
    private final CurrentRequest request;
    private final Problems problems;

    RegistrationResource(
            PatientRegistration registration, IdempotentAnswers answers, CurrentRequest request, Problems problems) {
        this.registration = registration;
        this.answers = answers;
        this.request = request;
        this.problems = problems;
    }

    @POST
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Refuses(ProblemType.ALREADY_IN_USE)
    @Operation(
            operationId = "registerPatient",
            summary = "Registers a patient, with any covers",
            description = "All of it is done or nothing. With an Idempotency-Key the call may be repeated.")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = RegistrationJson.Registered.class)))
    public Response register(
            @HeaderParam(IdempotentAnswers.KEY) @Nullable String key,
            @Valid @NotNull RegistrationJson.NewPatient patient) {
        return answers.once(
                new Repeatable(key, "POST /patients", patient),
                tx -> answer(registration.register(tx, request.actor(), patient.toDetails(), patient.covers())));
    }

    private Response answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Registered(Patient patient) -> registered(patient);
            case Outcome.Taken(String member) ->
                problems.response(Problem.of(ProblemType.ALREADY_IN_USE).with("member", member));
            case Outcome.PolicyInUse(int index) ->
                problems.response(CoverResource.policyInUse("insurances[" + index + "].policy_number"));
        };
    }

    private Response registered(Patient patient) {
        return Response.created(URI.create("/patients/" + patient.personId()))
                .entity(new RegistrationJson.Registered(
                        request.messages().text("done.patient-registered"),
                        patient.personId(),
                        patient.number(),
                        patient.uuid()))
                .build();
    }
}
