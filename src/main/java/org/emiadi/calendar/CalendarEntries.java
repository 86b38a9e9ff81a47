package org.emiadi.calendar;

import java.util.Optional;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.Appointments;
import org.emiadi.facilities.Facilities;
import org.emiadi.facilities.FacilityId;
import org.emiadi.people.Providers;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Tx;

/// Appointments as entries of a calendar. Who may see an appointment may have its entry.
public final class CalendarEntries {
    private final Appointments appointments;
    private final Providers providers;
    private final Facilities facilities;

    public CalendarEntries(Appointments appointments, Providers providers, Facilities facilities) {
        this.appointments = appointments;
        this.providers = providers;
        this.facilities = facilities;
    }

    /// The entry of an appointment; empty where the actor may not see it.
    public Optional<CalendarEntry> find(Tx tx, Actor actor, AppointmentId id) {
        return appointments.find(tx, actor, id).map(seen -> of(tx, seen));
    }

    /// The entry of an appointment that somebody has been shown.
    public CalendarEntry of(Tx tx, Appointment appointment) {
        return new CalendarEntry(
                appointment,
                providers.find(tx, appointment.provider()).orElseThrow(),
                facilities
                        .find(tx, new FacilityId(appointment.place().facilityId()))
                        .orElseThrow());
    }
}
