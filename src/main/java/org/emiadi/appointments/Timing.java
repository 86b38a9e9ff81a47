package org.emiadi.appointments;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How long appointments of a type take, and when their slots are offered. Whole minutes.
///
/// @param before        kept free for the provider before the visit
/// @param after         kept free for the provider after it
/// @param startsEvery   how far apart slots begin; null for one right after the other
/// @param minimumNotice how long before it begins a patient must book
/// @param horizonDays   how many days ahead a patient may book
public record Timing(
        Duration duration,
        Duration before,
        Duration after,
        @Nullable Duration startsEvery,
        Duration minimumNotice,
        int horizonDays) {

    public static final Timing USUAL =
            new Timing(Duration.ofMinutes(30), Duration.ZERO, Duration.ZERO, null, Duration.ofHours(1), 90);

    /// A visit of some length, of no type in particular.
    public static Timing lasting(Duration duration) {
        return new Timing(duration, Duration.ZERO, Duration.ZERO, null, Duration.ZERO, USUAL.horizonDays());
    }

    /// How far apart slots begin.
    public Duration every() {
        return startsEvery == null ? before.plus(duration).plus(after) : startsEvery;
    }
}
