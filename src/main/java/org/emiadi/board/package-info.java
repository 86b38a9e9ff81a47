/// What staff see of a day at a glance: for a facility all providers side by side, for a provider the days of a week.
/// Always true: however many providers there are, a board is read in the same few statements; patients do not see it,
/// and of a provider's time only they and the desk do.
/// Start at [Boards].
@NullMarked
package org.emiadi.board;

import org.jspecify.annotations.NullMarked;
