/// Who is at a facility today and waits: the queue, walk-ins who join it, and how well patients keep their
/// appointments.
/// Always true: the queue is made of appointments that are checked in or in progress, so that nobody waits for a time
/// that is not theirs. Who is called, is called once, whatever races there are.
/// Start at [Queue] and [WalkIns]; what can come of them is in [CallOutcome] and [WalkInOutcome]. What hangs on the
/// wall is
/// opened by [Screens].
@NullMarked
package org.emiadi.queue;

import org.jspecify.annotations.NullMarked;
