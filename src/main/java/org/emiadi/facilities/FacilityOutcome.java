package org.emiadi.facilities;

/// What can come of adding or changing a facility.
public sealed interface FacilityOutcome {

    /// It is done; the facility as it now stands.
    record Done(Facility facility) implements FacilityOutcome {}

    /// There is no such facility.
    record Absent() implements FacilityOutcome {}

    /// Another facility has that name or code.
    ///
    /// @param member `name` or `mfl_code`
    record Taken(String member) implements FacilityOutcome {}

    /// PostgreSQL has no such time zone, though Java has.
    record UnknownZone() implements FacilityOutcome {}

    /// Somebody changed the facility after the actor had read it.
    record Stale() implements FacilityOutcome {}
}
