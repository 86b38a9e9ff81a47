/// The pages of the front desk's day: the board of all providers, the week of one, a visit on it, walk-ins, the queue,
/// and the screen on the wall of the waiting room.
///
/// Always true: whatever is dragged or pressed can also be done by a form; nothing is decided here that the rooms do
/// not decide; the screen on the wall knows tickets and initials alone.
///
/// Start at [DeskPages]; [BoardDrawing] turns a board into rows and words.
@NullMarked
package org.emiadi.pages.board;

import org.jspecify.annotations.NullMarked;
