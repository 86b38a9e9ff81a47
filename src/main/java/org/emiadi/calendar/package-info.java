/// Appointments as entries of the calendar on a patient's or a provider's phone (iCalendar, RFC 5545).
/// Always true: an entry keeps its id, counts up with each change and says when its appointment was cancelled, so that
/// a
/// calendar which gets it again replaces what it had.
/// Start at [CalendarEntries]; the file is written by [CalendarFile].
@NullMarked
package org.emiadi.calendar;

import org.jspecify.annotations.NullMarked;
