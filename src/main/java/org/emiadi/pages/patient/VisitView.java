package org.emiadi.pages.patient;

import java.time.Instant;
import java.time.ZoneId;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.appointments.AppointmentType;
import org.emiadi.appointments.Side;
import org.emiadi.calendar.CalendarEntry;
import org.emiadi.facilities.Facility;
import org.emiadi.people.Provider;
import org.jspecify.annotations.Nullable;

/// An appointment with all that its patient wants to know of it.
///
/// @param type null where it was booked for nothing in particular
/// @param open whether the patient may still move or cancel it
public record VisitView(
        Appointment appointment,
        Provider provider,
        Facility facility,
        @Nullable AppointmentType type,
        boolean open) {

    public int id() {
        return appointment.id().value();
    }

    public Instant start() {
        return appointment.during().start();
    }

    /// Of the clock on the facility's wall.
    public ZoneId zone() {
        return appointment.place().zone();
    }

    public String with() {
        return provider.details().name();
    }

    /// The specialization, or the cadre of whoever has none.
    public String field() {
        var practice = provider.practice();
        return practice.specialization() == null ? practice.cadre() : practice.specialization();
    }

    public String place() {
        return facility.details().name();
    }

    /// Where the place is; null where nobody has said.
    public @Nullable String address() {
        var details = facility.details();
        return details.address() == null ? details.county() : details.address();
    }

    /// Whom to ring there; null for nobody in particular.
    public @Nullable String phone() {
        var phone = facility.details().phone();
        return phone == null ? null : phone.readable();
    }

    public @Nullable String what() {
        return type == null ? null : type.name();
    }

    public String reference() {
        return appointment.reference().spaced();
    }

    public boolean isCancelled() {
        return appointment.status() == AppointmentStatus.CANCELLED;
    }

    public boolean isCancelledByClinic() {
        return appointment.cancelledBy() == Side.CLINIC;
    }

    /// Whether the patient may still say that they will come.
    public boolean canBeConfirmed() {
        return open && appointment.status() != AppointmentStatus.CONFIRMED;
    }

    /// Whether the patient may move it by themselves. What was booked for nothing in particular has no hours to choose.
    public boolean canBeMoved() {
        return open && type != null;
    }

    /// What somebody who looks again wants to see again: whoever booked it, moved it or cancelled it may have said why.
    public @Nullable String reason() {
        return appointment.reason();
    }

    public CalendarEntry entry() {
        return new CalendarEntry(appointment, provider, facility);
    }

    /// How the status is coloured.
    public String colour() {
        return switch (appointment.status()) {
            case SCHEDULED, RESCHEDULED -> "info";
            case CONFIRMED, CHECKED_IN, IN_PROGRESS -> "good";
            case COMPLETED -> "quiet";
            case CANCELLED -> "bad";
            case NO_SHOW -> "warn";
        };
    }

    /// The status in words.
    public String status(PatientWords words) {
        return switch (appointment.status()) {
            case SCHEDULED -> words.scheduled();
            case RESCHEDULED -> words.rescheduled();
            case CONFIRMED -> words.confirmed();
            case CHECKED_IN -> words.checkedIn();
            case IN_PROGRESS -> words.inProgress();
            case COMPLETED -> words.completed();
            case CANCELLED -> words.cancelled();
            case NO_SHOW -> words.noShow();
        };
    }
}
