package org.emiadi.appointments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.TimeRange;
import org.jspecify.annotations.Nullable;

/// A patient and a provider meet (FHIR `Appointment`).
///
/// @param reference what the patient finds it by
/// @param booked  the time it was first booked for
/// @param moved   the time it was moved to; null where it never was
/// @param reason  why it stands where it stands, in the words of who changed it last
/// @param coverId the insurance cover to be used; null for none in particular
/// @param seriesId of the appointments that were booked together with it; null where it was booked alone
/// @param version grows by one with each change
public record Appointment(
        AppointmentId id,
        Reference reference,
        @Nullable Integer typeId,
        PatientId patient,
        ProviderId provider,
        TimeRange booked,
        AppointmentStatus status,
        @Nullable TimeRange moved,
        @Nullable String reason,
        Place place,
        @Nullable Integer coverId,
        @Nullable Integer seriesId,
        Visit visit,
        @Nullable Side cancelledBy,
        int version) {

    /// Where it takes place.
    ///
    /// @param zone         the facility's, in which its days are counted
    /// @param roomId       null for none in particular
    /// @param outsideHours booked on purpose where no hours are published
    public record Place(
            int facilityId, ZoneId zone, @Nullable Integer roomId, boolean outsideHours) {}

    /// How the visit went, as far as it has gone (FHIR `Encounter`).
    ///
    /// @param arrived  when the patient checked in
    /// @param started  when the provider called them in
    /// @param ended    when it was over
    /// @param priority in the queue; there with `arrived`
    /// @param ticket   the number called out in the waiting room, given anew each day
    public record Visit(
            @Nullable Instant arrived,
            @Nullable Instant started,
            @Nullable Instant ended,
            @Nullable Priority priority,
            @Nullable Integer ticket) {
        static final Visit TO_COME = new Visit(null, null, null, null, null);
    }

    /// The time that counts.
    public TimeRange during() {
        return moved == null ? booked : moved;
    }

    /// The facility's day on which it begins.
    public LocalDate day() {
        return during().start().atZone(place.zone()).toLocalDate();
    }
}
