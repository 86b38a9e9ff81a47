package org.emiadi.slots;

import java.util.List;

/// What can come of a search.
///
/// @param <T> what is searched: slots, or days
public sealed interface SlotsFound<T> {

    /// What was found, in the order of time; empty where nothing is free.
    record Found<T>(List<T> rows) implements SlotsFound<T> {}

    /// There is nothing with the id that was given for `what`, or nothing that the actor may book.
    record Unknown<T>(Named what) implements SlotsFound<T> {}

    /// Whoever is not staff says what the slot is to be for.
    record TypeRequired<T>() implements SlotsFound<T> {}

    /// A type has its own duration.
    record DurationOfType<T>() implements SlotsFound<T> {}

    /// The type is for staff to book.
    record StaffOnly<T>() implements SlotsFound<T> {}

    /// From and to are the wrong way round.
    record Backwards<T>() implements SlotsFound<T> {}

    /// From and to are farther apart than may be searched at once.
    record TooLong<T>() implements SlotsFound<T> {}

    /// What a search names by its id.
    enum Named {
        TYPE,
        PROVIDER,
        FACILITY
    }
}
