package org.emiadi.appointments;

import java.time.Duration;
import java.util.Objects;
import org.emiadi.appointments.Appointment.Place;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.TimeRange;
import org.jspecify.annotations.Nullable;

/// A time that may be taken by all rules, if nobody is in the way.
///
/// @param before   kept free of the provider and the room before it
/// @param after    and after it
/// @param places   that the provider has at that time
/// @param self     the appointment that may be in its own way; null for none
record Claim(
        @Nullable PatientId patient,
        ProviderId provider,
        @Nullable Integer typeId,
        TimeRange during,
        Place place,
        @Nullable Integer coverId,
        Duration before,
        Duration after,
        int places,
        @Nullable Integer self) {

    static Claim of(Wish wish, BookingFacts facts) {
        // Whoever squeezes a visit in beside the hours takes the bare time.
        var timing = facts.type() == null || wish.terms().outsideHours()
                ? Timing.lasting(facts.time().length())
                : facts.type().timing();
        return new Claim(
                wish.patient(),
                wish.provider(),
                wish.typeId(),
                facts.time(),
                facts.place(),
                wish.terms().coverId(),
                timing.before(),
                timing.after(),
                facts.hours().places(),
                wish.self());
    }

    /// For an appointment that is moved: it keeps its cover, and its room unless it moves to another facility.
    static Claim of(Wish wish, BookingFacts facts, Appointment before) {
        Claim claim = of(wish, facts);
        Place there = claim.place();
        boolean sameFacility = there.facilityId() == before.place().facilityId();
        var place = new Place(
                there.facilityId(), there.zone(), sameFacility ? before.place().roomId() : null, there.outsideHours());
        return new Claim(
                claim.patient(),
                claim.provider(),
                claim.typeId(),
                claim.during(),
                place,
                before.coverId(),
                claim.before(),
                claim.after(),
                claim.places(),
                claim.self());
    }

    /// The appointment that it has become; a bug where it is for no patient.
    Appointment booked(BookingSql.Entered entered, Stamp stamp) {
        return new Appointment(
                entered.id(),
                entered.reference(),
                typeId,
                Objects.requireNonNull(patient),
                provider,
                during,
                AppointmentStatus.SCHEDULED,
                null,
                stamp.reason(),
                place,
                coverId,
                null,
                Appointment.Visit.TO_COME,
                null,
                1);
    }
}
