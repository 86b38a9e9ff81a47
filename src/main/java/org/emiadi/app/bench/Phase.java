package org.emiadi.app.bench;

/// A stretch of load.
///
/// @param first number of the first booking that is tried; each phase has others
/// @param run   tells runs apart
record Phase(int clients, int seconds, long first, long run) {
    /// More than can be booked in a phase.
    private static final long BOOKINGS = 400_000;

    Phase next() {
        return new Phase(clients, seconds, first + BOOKINGS, run);
    }

    Phase lasting(int otherSeconds) {
        return new Phase(clients, otherSeconds, first, run);
    }

    Phase with(int otherClients) {
        return new Phase(otherClients, seconds, first, run);
    }
}
