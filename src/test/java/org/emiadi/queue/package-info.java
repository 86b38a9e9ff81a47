/// Specification of the room for the queue, walk-ins and attendance.
@NullMarked
package org.emiadi.queue;

import org.jspecify.annotations.NullMarked;
