/// Free slots as JSON.
/// Start at [SlotResource].
@NullMarked
package org.emiadi.slots.http;

import org.jspecify.annotations.NullMarked;
