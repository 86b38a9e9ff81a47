/// The search for free slots: the next ones, the earliest of each provider, the days that have any.
/// Always true: what is a free slot stands in one place, the function `free_slots` of the database, which bookings ask
/// as
/// well; nobody is shown a slot that they could not book.
/// Start at [FreeSlots]; what is asked for is a [SlotSearch].
@NullMarked
package org.emiadi.slots;

import org.jspecify.annotations.NullMarked;
