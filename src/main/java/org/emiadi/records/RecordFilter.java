package org.emiadi.records;

import java.util.Optional;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.people.PatientId;

/// Which records to list; what is empty does not narrow the list.
///
/// @param diagnosis a part of it, case aside
public record RecordFilter(
        Optional<PatientId> patient, Optional<AppointmentId> appointment, Optional<String> diagnosis) {}
