package org.emiadi.people.http;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.emiadi.people.Patient;
import org.emiadi.people.Person;
import org.emiadi.platform.PhoneNumber;
import org.emiadi.platform.http.NotCleared;
import org.emiadi.platform.http.OneLine;
import org.jspecify.annotations.Nullable;

/// A patient as JSON.
@Schema(name = "Patient")
public record PatientJson(
        @Schema(description = "Number of the patient in all calls")
        int id,

        @Schema(description = "Identifier that never changes, for other systems")
        String patientId,

        @Schema(examples = "PAT-001") String patientNumber,
        String firstName,
        String lastName,
        @Nullable LocalDate dateOfBirth,
        @Schema(examples = "+254712345678") @Nullable String phone,
        @Nullable String email,

        @Schema(enumeration = {"female", "male", "other", "unknown"}) @Nullable
        String gender,

        @Nullable String nationalId,
        @Schema(enumeration = "patient") String type) {

    public static PatientJson of(Patient patient) {
        var details = patient.details();
        return new PatientJson(
                patient.personId(),
                patient.uuid(),
                patient.number(),
                details.firstName(),
                details.lastName(),
                details.dateOfBirth(),
                phone(patient),
                email(patient),
                gender(patient),
                details.nationalId() == null ? null : details.nationalId().value(),
                "patient");
    }

    static @Nullable String phone(Person person) {
        PhoneNumber phone = person.details().phone();
        return phone == null ? null : phone.e164();
    }

    static @Nullable String email(Person person) {
        var email = person.details().email();
        return email == null ? null : email.value();
    }

    static @Nullable String gender(Person person) {
        var gender = person.details().gender();
        return gender == null ? null : gender.code();
    }

    /// What to change of a patient; null clears a member, an absent one stays as it is.
    @Schema(
            name = "PatientChanges",
            description = "What is sent is changed, null clears, what is absent stays (RFC 7396)")
    public record Changes(
            @NotCleared @Nullable Optional<@NotBlank @Size(max = 120) @OneLine String> firstName,
            @NotCleared @Nullable Optional<@NotBlank @Size(max = 120) @OneLine String> lastName,
            @Nullable Optional<@BirthDate LocalDate> dateOfBirth,
            @Nullable Optional<@Form(Form.Of.PHONE) @Size(max = 40) String> phone,
            @Nullable Optional<@Form(Form.Of.EMAIL) @Size(max = 120) String> email,
            @Nullable Optional<@Form(Form.Of.GENDER) @Size(max = 10) String> gender,
            @Nullable Optional<@Form(Form.Of.NATIONAL_ID) @Size(max = 60) String> nationalId)
            implements PersonChanges {}
}
