package org.emiadi.queue;

import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How a patient has kept their appointments, over all time.
///
/// @param noShows       of which the patient did not come to
/// @param late          cancelled on the patient's side less than [#NOTICE] before the start, or after it; these count
///                      in `byPatient` as well
/// @param byPatient     cancelled for a reason on the patient's side
/// @param byClinic      cancelled for a reason on the clinic's side
/// @param lastNoShow    the facility's day of the last of `noShows`; null where there is none
public record Attendance(
        int completed,
        int noShows,
        int late,
        int byPatient,
        int byClinic,
        @Nullable LocalDate lastNoShow) {
    /// Less is too little to give the time to somebody else.
    public static final Duration NOTICE = Duration.ofHours(24);
}
