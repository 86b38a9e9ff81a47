package org.emiadi.appointments;

/// What can come of asking to hold a slot. Everything but [Placed] has written nothing but its trace.
public sealed interface HoldOutcome permits HoldOutcome.Placed, HoldOutcome.Refused, TimeRefusal {

    /// It is held.
    record Placed(Hold hold) implements HoldOutcome {}

    /// As a booking would be refused, for what it names or who asks.
    record Refused(Booking why) implements HoldOutcome {}
}
