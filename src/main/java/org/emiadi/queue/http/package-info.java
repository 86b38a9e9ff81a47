/// The queue, walk-ins and attendance as JSON.
/// Start at [QueueResource].
@NullMarked
package org.emiadi.queue.http;

import org.jspecify.annotations.NullMarked;
