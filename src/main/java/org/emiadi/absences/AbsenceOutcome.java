package org.emiadi.absences;

/// What can come of adding, changing or removing an absence. Everything but [Done] has written nothing but its trace.
///
/// @param <T> [TimeOff], [Closure] or [Holiday]
public sealed interface AbsenceOutcome<T> {

    /// It is done, or would be where only a preview was asked for.
    ///
    /// @param displaced what now needs moving because of it
    record Done<T>(T absence, Displacement displaced) implements AbsenceOutcome<T> {}

    /// There is no such absence that the actor may see.
    record Absent<T>() implements AbsenceOutcome<T> {}

    /// Providers look after their own time off.
    record NotOwn<T>() implements AbsenceOutcome<T> {}

    /// There is no such provider or facility.
    record NobodyThere<T>() implements AbsenceOutcome<T> {}

    /// That country has a holiday on that day already.
    record DayTaken<T>() implements AbsenceOutcome<T> {}

    /// Holidays of the calendar are not removed: it would bring them back.
    record OfTheCalendar<T>() implements AbsenceOutcome<T> {}
}
