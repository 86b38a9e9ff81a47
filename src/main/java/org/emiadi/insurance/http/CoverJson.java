package org.emiadi.insurance.http;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.emiadi.insurance.Cover;
import org.emiadi.insurance.CoverDetails;
import org.emiadi.platform.http.NotCleared;
import org.emiadi.platform.http.OneLine;
import org.emiadi.platform.http.Patch;
import org.jspecify.annotations.Nullable;

/// An insurance cover as JSON.
@Schema(name = "Insurance")
public record CoverJson(
        int id,
        int patientId,

        @Schema(description = "The insurer", examples = "SHA")
        String providerName,

        String policyNumber,

        @Schema(description = "The last day on which the cover counts")
        LocalDate expiryDate) {

    static CoverJson of(Cover cover) {
        var details = cover.details();
        return new CoverJson(
                cover.id(),
                cover.patient().value(),
                details.providerName(),
                details.policyNumber(),
                details.expiryDate());
    }

    /// What the card of a new cover says.
    @Schema(name = "InsuranceCard")
    public record Card(
            @NotBlank @Size(max = 120) @OneLine @Schema(examples = "SHA")
            String providerName,

            @NotBlank @Size(max = 120) @OneLine @Schema(examples = "SHA-4711")
            String policyNumber,

            @NotNull LocalDate expiryDate) {

        public CoverDetails toDetails() {
            return new CoverDetails(providerName, policyNumber, expiryDate);
        }
    }

    /// A new cover of a patient.
    @Schema(name = "NewInsurance")
    record New(
            @NotNull Integer patientId,

            @NotBlank @Size(max = 120) @OneLine @Schema(examples = "SHA")
            String providerName,

            @NotBlank @Size(max = 120) @OneLine @Schema(examples = "SHA-4711")
            String policyNumber,

            @NotNull LocalDate expiryDate) {

        CoverDetails toDetails() {
            return new CoverDetails(providerName, policyNumber, expiryDate);
        }
    }

    /// What to change of a cover.
    @Schema(name = "InsuranceChanges", description = "What is sent is changed, what is absent stays")
    record Changes(
            @Schema(description = "May be sent; must then be the patient whose cover it is") @Nullable
            Integer patientId,

            @NotCleared @Nullable Optional<@NotBlank @Size(max = 120) @OneLine String> providerName,
            @NotCleared @Nullable Optional<@NotBlank @Size(max = 120) @OneLine String> policyNumber,
            @NotCleared @Nullable Optional<LocalDate> expiryDate) {

        CoverDetails applyTo(CoverDetails before) {
            return new CoverDetails(
                    Patch.kept(providerName, before.providerName()),
                    Patch.kept(policyNumber, before.policyNumber()),
                    Patch.kept(expiryDate, before.expiryDate()));
        }
    }

    /// What is told of a cover that was added.
    @Schema(name = "InsuranceAdded")
    record Added(String message, int insuranceId) {}

    /// What is told of a cover that was removed.
    @Schema(name = "InsuranceRemoved")
    record Removed(String message) {}
}
