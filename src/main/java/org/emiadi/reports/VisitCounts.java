package org.emiadi.reports;

import java.util.OptionalDouble;

/// What came of appointments. Each counts once, at the time that it was moved to last:
/// `booked = kept + noShows + cancelled + toCome + unsettled`.
///
/// @param kept      the patient came
/// @param cancelled on whichever side, known or not
/// @param byPatient of these, on the patient's side
/// @param late      of these, too late to give the time to somebody else, as in [org.emiadi.queue.Attendance]
/// @param byClinic  of the cancelled, on the clinic's side
/// @param toCome    not over yet
/// @param unsettled over, and nobody has said what became of it
public record VisitCounts(
        int booked,
        int kept,
        int noShows,
        int cancelled,
        int byPatient,
        int late,
        int byClinic,
        int toCome,
        int unsettled) {
    static final VisitCounts NONE = new VisitCounts(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// How many of those who were expected did not come; empty where nobody was.
    public OptionalDouble noShowRate() {
        return Share.of(noShows, expected());
    }

    /// Of whom it is known whether they came.
    public int expected() {
        return kept + noShows;
    }

    /// How many of the appointments were cancelled; empty where there were none.
    public OptionalDouble cancellationRate() {
        return Share.of(cancelled, booked);
    }
}
