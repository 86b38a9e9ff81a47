package org.emiadi.appointments;

import java.time.Instant;
import org.emiadi.appointments.BookingRequest.Terms;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.jspecify.annotations.Nullable;

/// A time that somebody wants, for a booking, a move or a hold.
///
/// @param patient null where a hold is for nobody in particular yet
/// @param usualFacility where it is, unless the request or the hours say otherwise; null for the provider's own
/// @param self    the appointment that makes room for it by being moved; null for none
/// @param offered whether the house has kept exactly this for the patient, who then need not ask what patients may book
record Wish(
        @Nullable PatientId patient,
        ProviderId provider,
        @Nullable Integer typeId,
        Instant start,
        @Nullable Instant end,
        Terms terms,
        @Nullable Integer usualFacility,
        @Nullable Integer self,
        boolean offered) {

    static Wish of(BookingRequest request) {
        return new Wish(
                request.patient(),
                request.provider(),
                request.typeId(),
                request.start(),
                request.end(),
                request.terms(),
                null,
                null,
                false);
    }

    /// To have what the house has kept.
    static Wish of(Hold offered) {
        return of(offered, offered.typeId(), null);
    }

    /// To have an appointment at the time that the house has kept.
    static Wish of(Appointment before, Hold offered) {
        return of(offered, before.typeId(), before.id().value());
    }

    private static Wish of(Hold offered, @Nullable Integer type, @Nullable Integer self) {
        var terms = new Terms(offered.facilityId(), null, null, null, false, null);
        var during = offered.during();
        return new Wish(
                offered.patient(), offered.provider(), type, during.start(), during.end(), terms, null, self, true);
    }

    /// To have an appointment at another time, or with another provider, in the same room and on the same cover.
    static Wish of(Appointment before, StatusRequest.Move move, Instant end) {
        var terms = new Terms(null, null, before.coverId(), null, move.outsideHours(), null);
        var with = move.with();
        return new Wish(
                before.patient(),
                with == null ? before.provider() : with,
                before.typeId(),
                move.start(),
                end,
                terms,
                before.place().facilityId(),
                before.id().value(),
                false);
    }
}
