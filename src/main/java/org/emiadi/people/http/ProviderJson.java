package org.emiadi.people.http;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.emiadi.people.Provider;
import org.emiadi.people.Providers.Profile;
import org.emiadi.platform.http.NotCleared;
import org.emiadi.platform.http.OneLine;
import org.emiadi.platform.http.Patch;
import org.jspecify.annotations.Nullable;

/// Providers as JSON: to staff with everything, to anybody else as on the board at the door.
@Schema(
        name = "ProviderAsSeen",
        description = "Signed-in staff get ProviderForStaff, everybody else Provider",
        anyOf = {ProviderJson.Board.class, ProviderJson.File.class})
public sealed interface ProviderJson {

    /// What anybody may know of a provider.
    @Schema(name = "Provider")
    record Board(
            @Schema(description = "Number of the provider in all calls")
            int id,

            String firstName,
            String lastName,
            @Schema(examples = "Clinical officer") String cadre,
            @Schema(examples = "Paediatrics") @Nullable String specialization)
            implements ProviderJson {

        static Board of(Provider provider) {
            return new Board(
                    provider.personId(),
                    provider.details().firstName(),
                    provider.details().lastName(),
                    provider.practice().cadre(),
                    provider.practice().specialization());
        }
    }

    /// What staff may know of a provider.
    @Schema(name = "ProviderForStaff")
    record File(
            int id,
            String firstName,
            String lastName,
            String cadre,
            @Nullable String specialization,
            @Nullable LocalDate dateOfBirth,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String gender,
            @Nullable String nationalId,
            @Schema(enumeration = "provider") String type)
            implements ProviderJson {

        static File of(Provider provider) {
            var details = provider.details();
            return new File(
                    provider.personId(),
                    details.firstName(),
                    details.lastName(),
                    provider.practice().cadre(),
                    provider.practice().specialization(),
                    details.dateOfBirth(),
                    PatientJson.phone(provider),
                    PatientJson.email(provider),
                    PatientJson.gender(provider),
                    details.nationalId() == null ? null : details.nationalId().value(),
                    "provider");
        }
    }

    /// A provider to be registered.
    @Schema(name = "NewProvider")
    record New(
            @NotBlank @Size(max = 120) @OneLine String firstName,
            @NotBlank @Size(max = 120) @OneLine String lastName,

            @NotBlank @Size(max = 100) @OneLine @Schema(examples = "Clinical officer")
            String cadre,

            @Size(max = 100) @OneLine @Schema(examples = "Paediatrics") @Nullable
            String specialization,

            @BirthDate @Nullable LocalDate dateOfBirth,
            @Form(Form.Of.PHONE) @Size(max = 40) @Nullable String phone,
            @Form(Form.Of.EMAIL) @Size(max = 120) @Nullable String email,
            @Form(Form.Of.GENDER) @Size(max = 10) @Nullable String gender,

            @Form(Form.Of.NATIONAL_ID) @Size(max = 60) @Nullable
            String nationalId)
            implements PersonFields {

        Profile toProfile() {
            return new Profile(toDetails(), new Provider.Practice(cadre, specialization));
        }
    }

    /// What to change of a provider; null clears a member, an absent one stays as it is.
    @Schema(
            name = "ProviderChanges",
            description = "What is sent is changed, null clears, what is absent stays (RFC 7396)")
    record Changes(
            @NotCleared @Nullable Optional<@NotBlank @Size(max = 120) @OneLine String> firstName,
            @NotCleared @Nullable Optional<@NotBlank @Size(max = 120) @OneLine String> lastName,
            @NotCleared @Nullable Optional<@NotBlank @Size(max = 100) @OneLine String> cadre,
            @Nullable Optional<@Size(max = 100) @OneLine String> specialization,
            @Nullable Optional<@BirthDate LocalDate> dateOfBirth,
            @Nullable Optional<@Form(Form.Of.PHONE) @Size(max = 40) String> phone,
            @Nullable Optional<@Form(Form.Of.EMAIL) @Size(max = 120) String> email,
            @Nullable Optional<@Form(Form.Of.GENDER) @Size(max = 10) String> gender,
            @Nullable Optional<@Form(Form.Of.NATIONAL_ID) @Size(max = 60) String> nationalId)
            implements PersonChanges {

        Profile applyTo(Profile before) {
            return new Profile(
                    applyTo(before.details()),
                    new Provider.Practice(
                            Patch.kept(cadre, before.practice().cadre()),
                            Patch.or(specialization, before.practice().specialization())));
        }
    }

    /// What is told of a provider that was registered.
    @Schema(name = "ProviderRegistered")
    record Registered(String message, int providerId) {}
}
