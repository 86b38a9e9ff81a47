package org.emiadi.waiting;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.facilities.FacilityId;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.jspecify.annotations.Nullable;

/// Which slots somebody would take. What is null, or empty, does not matter to them.
///
/// @param type        of the appointment
/// @param appointment a coming one of theirs that is to be moved, to an earlier time with the same provider
public record Wishes(
        PatientId patient,
        int type,
        With with,
        When when,
        @Nullable AppointmentId appointment) {

    /// With whom, and where. All that is named must fit; cadre and specialization are compared case aside.
    public record With(
            @Nullable ProviderId provider,
            @Nullable String cadre,
            @Nullable String specialization,
            @Nullable FacilityId facility) {
        public static final With ANYBODY = new With(null, null, null, null);
    }

    /// When, by the clock on the wall of the facility. In an [Entry] both days are there.
    ///
    /// @param earliest null for today
    /// @param latest   null for as far ahead as may be booked, or until the appointment that is to be moved
    /// @param weekdays empty for all of them
    /// @param from     the visit begins then or later
    /// @param to       the visit is over by then
    public record When(
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest,
            Set<DayOfWeek> weekdays,
            @Nullable LocalTime from,
            @Nullable LocalTime to) {
        public static final When ANY_TIME = new When(null, null, Set.of(), null, null);
    }

    Wishes withProvider(ProviderId provider) {
        var named = new With(provider, with.cadre(), with.specialization(), with.facility());
        return new Wishes(patient, type, named, when, appointment);
    }

    Wishes within(LocalDate earliest, LocalDate latest) {
        return new Wishes(
                patient, type, with, new When(earliest, latest, when.weekdays(), when.from(), when.to()), appointment);
    }
}
