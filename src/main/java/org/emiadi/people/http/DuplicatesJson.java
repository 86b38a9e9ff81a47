package org.emiadi.people.http;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.emiadi.people.LikelyDuplicate;
import org.emiadi.platform.http.OneLine;
import org.jspecify.annotations.Nullable;

/// Likely duplicates as JSON.
final class DuplicatesJson {
    private DuplicatesJson() {}

    /// Somebody who is about to be registered.
    @Schema(name = "DuplicatesSought")
    record Sought(
            @NotBlank @Size(max = 120) @OneLine @Schema(examples = "Wanjiku")
            String firstName,

            @NotBlank @Size(max = 120) @OneLine @Schema(examples = "Kamau")
            String lastName,

            @BirthDate @Schema(examples = "1990-05-31") @Nullable
            LocalDate dateOfBirth,

            @Form(Form.Of.PHONE) @Size(max = 40) @Schema(examples = "0712 345 678") @Nullable
            String phone,

            @Form(Form.Of.EMAIL) @Size(max = 120) @Nullable String email,

            @Form(Form.Of.NATIONAL_ID) @Size(max = 60) @Schema(examples = "28345671") @Nullable
            String nationalId)
            implements PersonFields {

        @Override
        public @Nullable String gender() {
            return null;
        }
    }

    /// A patient who may be the same person.
    @Schema(name = "LikelyDuplicate")
    record Found(
            PatientJson patient,

            @Schema(description = "What the two have in common", examples = "[\"date_of_birth\", \"name\"]")
            List<String> signs) {

        static Found of(LikelyDuplicate found) {
            return new Found(
                    PatientJson.of(found.patient()),
                    found.signs().stream().map(LikelyDuplicate.Sign::text).toList());
        }
    }
}
