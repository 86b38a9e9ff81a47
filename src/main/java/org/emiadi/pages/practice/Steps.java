package org.emiadi.pages.practice;

import java.time.Instant;
import java.time.LocalDate;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.AppointmentStatus;

/// What a provider can do with a visit just now. The rules are those of [AppointmentStatus] and of the time; here they
/// decide which buttons are there.
///
/// @param callIn   the patient may be called in
/// @param arrive   the patient may be said to be there
/// @param miss     nobody came
/// @param complete the visit may be ended
/// @param write    a record may be written
public record Steps(boolean callIn, boolean arrive, boolean miss, boolean complete, boolean write) {

    static Steps of(Appointment visit, Instant now) {
        var next = visit.status().next();
        LocalDate today = now.atZone(visit.place().zone()).toLocalDate();
        boolean hasCome = !today.isBefore(visit.day());
        boolean took = visit.status() != AppointmentStatus.CANCELLED && visit.status() != AppointmentStatus.NO_SHOW;
        boolean isComing = AppointmentStatus.COMING.contains(visit.status());
        return new Steps(
                hasCome && next.contains(AppointmentStatus.IN_PROGRESS),
                hasCome && isComing,
                !now.isBefore(visit.during().start()) && next.contains(AppointmentStatus.NO_SHOW),
                hasCome && visit.status() == AppointmentStatus.IN_PROGRESS,
                hasCome && took);
    }
}
