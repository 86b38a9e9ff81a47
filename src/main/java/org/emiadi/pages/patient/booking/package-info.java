/// Finding a provider, choosing an hour, booking it or moving a visit to it, and looking a visit up by its reference.
///
/// Always true: hours that are shown are those that the house offers to patients; the old hour of a visit is kept until
/// the new one is taken; where somebody was quicker, the nearest hours are one tap away.
/// Start at [BookPages]; which hours there are is in [FreeHours].
@NullMarked
package org.emiadi.pages.patient.booking;

import org.jspecify.annotations.NullMarked;
