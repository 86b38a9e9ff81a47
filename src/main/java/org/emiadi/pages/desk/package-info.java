/// Pages of the front desk about one patient at a time: finding and registering them, their covers, booking, moving and
/// cancelling for them, the waiting list, and the list of what needs moving.
///
/// Always true: what is typed about a patient is never in an address; whatever is done says where one stands now, and
/// can be undone where the house allows it.
/// Start at [SearchPages] and [BookingPages]; the words are in [DeskWords].
@NullMarked
package org.emiadi.pages.desk;

import org.jspecify.annotations.NullMarked;
