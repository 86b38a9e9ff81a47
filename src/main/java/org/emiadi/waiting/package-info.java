/// Patients who wait for an earlier slot, and what they are offered when one falls free.
/// Always true: a slot is offered to one at a time, in the order in which they came, and is kept for them until they
/// take it, decline it, or have had their time; a patient makes up their mind about one offer at a time (`offers_…`).
/// Start at [WaitingList]; what becomes of free time is in [Offers].
@NullMarked
package org.emiadi.waiting;

import org.jspecify.annotations.NullMarked;
