package org.emiadi.appointments;

import java.time.Duration;
import java.time.Instant;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.TimeRange;
import org.jspecify.annotations.Nullable;

/// An appointment that somebody would like to have.
///
/// @param typeId of the [AppointmentTypes]; null for none in particular
/// @param end    null for as long as the type takes; never null without a type
public record BookingRequest(
        PatientId patient,
        ProviderId provider,
        @Nullable Integer typeId,
        Instant start,
        @Nullable Instant end,
        Terms terms) {

    /// What may be said beyond who, with whom, for what and when. What is null is left to the house.
    ///
    /// @param facilityId   where; else where the provider works at that time
    /// @param roomId       of that facility
    /// @param coverId      the insurance cover to be used
    /// @param holdId       a hold of the actor's, or of the patient's, that makes room for the appointment
    /// @param outsideHours whether staff want the time although no hours are published then
    /// @param reason       why, for the history and the audit trail
    public record Terms(
            @Nullable Integer facilityId,
            @Nullable Integer roomId,
            @Nullable Integer coverId,
            @Nullable Integer holdId,
            boolean outsideHours,
            @Nullable String reason) {
        public static final Terms NONE = new Terms(null, null, null, null, false, null);

        /// For staff: at that time even though no hours are published then.
        public static Terms outsideHours(String reason) {
            return new Terms(null, null, null, null, true, reason);
        }

        /// Whether something is asked for that patients cannot have.
        boolean areForStaff() {
            return outsideHours || roomId != null;
        }

        /// In place of a hold.
        public static Terms inPlaceOf(int holdId) {
            return new Terms(null, null, null, holdId, false, null);
        }
    }

    /// At a time, with nothing special about it.
    public static BookingRequest of(
            PatientId patient, ProviderId provider, @Nullable Integer typeId, TimeRange during) {
        return new BookingRequest(patient, provider, typeId, during.start(), during.end(), Terms.NONE);
    }

    /// The same at another time, for as long.
    public BookingRequest at(Instant other) {
        Instant until = end == null ? null : other.plus(Duration.between(start, end));
        return new BookingRequest(patient, provider, typeId, other, until, terms);
    }

    /// The same under other terms.
    public BookingRequest with(Terms other) {
        return new BookingRequest(patient, provider, typeId, start, end, other);
    }
}
