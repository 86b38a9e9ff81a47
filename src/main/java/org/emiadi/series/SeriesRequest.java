package org.emiadi.series;

import org.emiadi.appointments.BookingRequest;
import org.emiadi.appointments.BookingRequest.Terms;

/// A series that somebody would like to have.
///
/// @param first the first visit; the others differ from it in their times alone
public record SeriesRequest(BookingRequest first, Rhythm rhythm) {

    /// The first visit at that facility, where all of them take place then.
    BookingRequest firstAt(int facility) {
        var terms = first.terms();
        return first.with(new Terms(
                facility, terms.roomId(), terms.coverId(), terms.holdId(), terms.outsideHours(), terms.reason()));
    }
}
