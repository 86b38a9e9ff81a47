package org.emiadi.audit.http;

import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.emiadi.audit.AuditEntry;
import org.jspecify.annotations.Nullable;

/// An audit entry as JSON.
@Schema(name = "AuditEntry")
public record AuditJson(
        long id,
        Instant at,

        @Schema(description = "Absent for the server itself and for somebody who had not signed in") @Nullable
        Integer userId,

        String role,
        @Schema(examples = "appointment.booked") String action,
        @Schema(enumeration = {"success", "refused"}) String outcome,
        @Schema(examples = "appointment") @Nullable String subjectType,
        @Nullable Integer subjectId,
        @Schema(description = "Whose data it was") @Nullable Integer patientId,
        String address,
        String requestId,
        @Nullable String detail) {

    static AuditJson of(AuditEntry entry) {
        var event = entry.event();
        return new AuditJson(
                entry.id(),
                entry.at(),
                entry.userId(),
                entry.role(),
                event.action(),
                event.outcome().name().toLowerCase(Locale.ROOT),
                event.subject(),
                event.subjectId(),
                event.patientId(),
                entry.address(),
                entry.requestId(),
                event.detail());
    }
}
