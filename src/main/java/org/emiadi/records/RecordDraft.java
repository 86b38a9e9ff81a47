package org.emiadi.records;

import java.time.Instant;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.people.PatientId;
import org.emiadi.platform.TimeRange;

/// A medical record while it is being written; what it says may still be nothing. One per visit.
///
/// @param version grows by one each time that it is saved
public record RecordDraft(
        AppointmentId appointment,
        PatientId patient,
        Findings findings,
        Instant startedAt,
        Instant savedAt,
        int version) {

    /// A draft in a list: of whose visit, and not what it says.
    public record Unfinished(
            AppointmentId appointment, PatientId patient, String patientName, TimeRange visit, Instant savedAt) {}
}
