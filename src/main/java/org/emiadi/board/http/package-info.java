/// The boards as JSON.
/// Start at [BoardResource].
@NullMarked
package org.emiadi.board.http;

import org.jspecify.annotations.NullMarked;
