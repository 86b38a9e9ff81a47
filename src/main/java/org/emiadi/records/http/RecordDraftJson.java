package org.emiadi.records.http;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.emiadi.platform.http.OneLine;
import org.emiadi.records.Findings;
import org.emiadi.records.RecordDraft;
import org.jspecify.annotations.Nullable;

/// A draft of a medical record as JSON.
@Schema(name = "MedicalRecordDraft")
record RecordDraftJson(
        int appointmentId,
        int patientId,
        @Nullable String diagnosis,
        @Nullable String treatment,
        @Nullable String notes,
        Instant startedAt,
        Instant savedAt) {

    static RecordDraftJson of(RecordDraft draft) {
        var findings = draft.findings();
        return new RecordDraftJson(
                draft.appointment().value(),
                draft.patient().value(),
                findings.diagnosis(),
                findings.treatment(),
                findings.notes(),
                draft.startedAt(),
                draft.savedAt());
    }

    /// What has been written so far; it may be nothing yet.
    @Schema(name = "MedicalRecordSoFar")
    record SoFar(
            @Size(max = 255) @OneLine @Nullable String diagnosis,

            @Size(max = MedicalRecordJson.LONGEST_TEXT) @Nullable
            String treatment,

            @Size(max = MedicalRecordJson.LONGEST_TEXT) @Nullable
            String notes) {

        Findings findings() {
            return new Findings(diagnosis, treatment, notes);
        }
    }

    /// A draft in the list.
    @Schema(name = "UnfinishedMedicalRecord")
    record Unfinished(
            int appointmentId,
            int patientId,
            String patientName,

            @Schema(description = "When the visit begins") Instant startTime,
            Instant savedAt) {

        static Unfinished of(RecordDraft.Unfinished draft) {
            return new Unfinished(
                    draft.appointment().value(),
                    draft.patient().value(),
                    draft.patientName(),
                    draft.visit().start(),
                    draft.savedAt());
        }
    }

    /// What is told of a draft that was thrown away.
    @Schema(name = "MedicalRecordDraftDiscarded")
    record Discarded(String message) {}
}
