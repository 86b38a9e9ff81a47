/// The waiting list as JSON.
/// Start at [WaitingListResource].
@NullMarked
package org.emiadi.waiting.http;

import org.jspecify.annotations.NullMarked;
