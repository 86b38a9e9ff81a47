package org.emiadi.waiting;

import org.emiadi.appointments.AppointmentType;
import org.emiadi.appointments.AppointmentType.Reach;
import org.emiadi.facilities.FacilityId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.TimeRange;
import org.jspecify.annotations.Nullable;

/// Those who wait for slots of a type that begin in a span of time.
///
/// @param starts     when the slots begin
/// @param ofPatients when slots begin that patients may book; null where none of the type are
/// @param provider   with whom; null for anybody
/// @param facility   where; null for anywhere
/// @param entry      of this entry only; null for all who wait
record Line(
        AppointmentType type,
        TimeRange starts,
        @Nullable Reach ofPatients,
        @Nullable ProviderId provider,
        @Nullable FacilityId facility,
        @Nullable Integer entry) {}
