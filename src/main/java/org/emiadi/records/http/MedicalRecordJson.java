package org.emiadi.records.http;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.emiadi.platform.http.OneLine;
import org.emiadi.platform.http.Patch;
import org.emiadi.records.Findings;
import org.emiadi.records.MedicalRecord;
import org.jspecify.annotations.Nullable;

/// A medical record as JSON.
@Schema(name = "MedicalRecord")
public record MedicalRecordJson(
        int id,
        int appointmentId,
        int patientId,
        int providerId,
        @Nullable String diagnosis,
        @Nullable String treatment,
        @Nullable String notes,
        Instant createdAt) {
    /// Some thirty pages; longer texts are documents, not notes.
    static final int LONGEST_TEXT = 100_000;

    static MedicalRecordJson of(MedicalRecord record) {
        var findings = record.findings();
        return new MedicalRecordJson(
                record.id(),
                record.appointment().value(),
                record.patient().value(),
                record.provider().value(),
                findings.diagnosis(),
                findings.treatment(),
                findings.notes(),
                record.createdAt());
    }

    /// A record to be written. At least one of the three texts says something.
    @Schema(name = "NewMedicalRecord")
    record New(
            @NotNull Integer appointmentId,

            @Schema(description = "May be sent; must then be the patient of the appointment") @Nullable
            Integer patientId,

            @Schema(description = "May be sent; must then be the caller") @Nullable
            Integer providerId,

            @Size(max = 255) @OneLine @Schema(examples = "Malaria, uncomplicated") @Nullable
            String diagnosis,

            @Size(max = LONGEST_TEXT) @Nullable String treatment,
            @Size(max = LONGEST_TEXT) @Nullable String notes) {

        Findings findings() {
            return new Findings(diagnosis, treatment, notes);
        }
    }

    /// What to change of a record; null clears a text, an absent one stays as it is.
    @Schema(
            name = "MedicalRecordChanges",
            description = "What is sent is changed, null clears, what is absent stays (RFC 7396)")
    record Changes(
            @Nullable Optional<@Size(max = 255) @OneLine String> diagnosis,
            @Nullable Optional<@Size(max = LONGEST_TEXT) String> treatment,
            @Nullable Optional<@Size(max = LONGEST_TEXT) String> notes) {

        Findings applyTo(Findings before) {
            return new Findings(
                    Patch.or(diagnosis, before.diagnosis()),
                    Patch.or(treatment, before.treatment()),
                    Patch.or(notes, before.notes()));
        }
    }

    /// What is told of a record that was written.
    @Schema(name = "MedicalRecordWritten")
    record Written(String message, int recordId) {}

    /// What is told of a record that was changed.
    @Schema(name = "MedicalRecordChanged")
    record Changed(String message, @Schema(name = "record") MedicalRecordJson record) {}

    /// What is told of a record that was deleted.
    @Schema(name = "MedicalRecordDeleted")
    record Deleted(String message) {}
}
