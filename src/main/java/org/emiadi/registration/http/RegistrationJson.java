package org.emiadi.registration.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.emiadi.insurance.CoverDetails;
import org.emiadi.insurance.http.CoverJson.Card;
import org.emiadi.people.http.BirthDate;
import org.emiadi.people.http.Form;
import org.emiadi.people.http.PersonFields;
import org.emiadi.platform.http.OneLine;
import org.emiadi.registration.PatientRegistration;
import org.jspecify.annotations.Nullable;

/// Registration as JSON.
final class RegistrationJson {
    private RegistrationJson() {}

    /// A patient to be registered, with any covers.
    @Schema(name = "NewPatient")
    record NewPatient(
            @NotBlank @Size(max = 120) @OneLine @Schema(examples = "Wanjiku")
            String firstName,

            @NotBlank @Size(max = 120) @OneLine @Schema(examples = "Kamau")
            String lastName,

            @BirthDate @Schema(examples = "1990-05-31") @Nullable
            LocalDate dateOfBirth,

            @Form(Form.Of.PHONE) @Size(max = 40) @Schema(examples = "0712 345 678") @Nullable
            String phone,

            @Form(Form.Of.EMAIL) @Size(max = 120) @Nullable String email,

            @Form(Form.Of.GENDER) @Size(max = 10) @Schema(examples = "female") @Nullable
            String gender,

            @Form(Form.Of.NATIONAL_ID) @Size(max = 60) @Schema(examples = "28345671") @Nullable
            String nationalId,

            @Size(max = PatientRegistration.MOST_COVERS) @Nullable
            List<@Valid @NotNull Card> insurances)
            implements PersonFields {

        List<CoverDetails> covers() {
            return insurances == null
                    ? List.of()
                    : insurances.stream().map(Card::toDetails).toList();
        }
    }

    /// What is told of a patient who was registered.
    @Schema(name = "PatientRegistered")
    record Registered(
            String message,

            @Schema(description = "Number of the patient in all calls")
            int patientId,

            @Schema(description = "As printed on the card", examples = "PAT-001")
            String patientNumber,

            @Schema(description = "Identifier that never changes, for other systems")
            String patientUuid) {}
}
