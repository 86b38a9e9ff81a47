package org.emiadi.queue;

import org.emiadi.appointments.Priority;
import org.emiadi.facilities.FacilityId;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.jspecify.annotations.Nullable;

/// Somebody who comes without an appointment and would like to be seen today.
///
/// @param with     by whom
/// @param facility where; null for where the provider works, else for the first
/// @param typeId   what for; null for nothing in particular
/// @param priority null for that which goes with the patient's age
/// @param reason   why, for the history and the audit trail
public record WalkIn(
        PatientId patient,
        With with,
        @Nullable FacilityId facility,
        @Nullable Integer typeId,
        @Nullable Priority priority,
        @Nullable String reason) {

    /// By whom a patient is to be seen.
    public sealed interface With {}

    /// By one provider.
    ///
    /// @param outsideHours whether staff want it although no hours are published then
    public record Chosen(ProviderId provider, boolean outsideHours) implements With {}

    /// By whoever can see them soonest.
    ///
    /// @param cadre          of the provider, case aside; null for any
    /// @param specialization of the provider, case aside; null for any
    public record Whoever(@Nullable String cadre, @Nullable String specialization) implements With {}
}
