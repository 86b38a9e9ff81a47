package org.emiadi.absences;

import java.time.Instant;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.AppointmentStatus;
import org.jspecify.annotations.Nullable;

/// What can come of keeping an appointment where it is on purpose.
public sealed interface Keeping {

    /// It no longer needs moving, or did not before; then nothing was written but its trace.
    ///
    /// @param at since when it is kept; null where it never had to be
    record Kept(AppointmentId id, @Nullable Instant at, int version) implements Keeping {}

    /// There is no such appointment that the actor may see.
    record Absent() implements Keeping {}

    /// There is nothing left to keep: it is over, or will not take place.
    record NotToCome(AppointmentStatus status) implements Keeping {}
}
