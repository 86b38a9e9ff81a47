package org.emiadi.audit.http;

import java.util.List;
import java.util.Locale;
import org.emiadi.audit.AuditEntry;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Csv;

/// Entries as a table for spreadsheets, in columns that are named as the members in JSON are.
public final class AuditCsv {
    private static final List<String> COLUMNS = List.of(
            "id",
            "at",
            "user_id",
            "role",
            "action",
            "outcome",
            "subject_type",
            "subject_id",
            "patient_id",
            "address",
            "request_id",
            "detail");

    private AuditCsv() {}

    public static String of(List<AuditEntry> entries, ClinicTime time) {
        var csv = new Csv(COLUMNS);
        for (AuditEntry entry : entries) {
            var event = entry.event();
            csv.row(
                    entry.id(),
                    time.text(entry.at()),
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
        return csv.text();
    }
}
