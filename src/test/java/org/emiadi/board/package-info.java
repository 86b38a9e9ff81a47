/// The boards against a real database.
@NullMarked
package org.emiadi.board;

import org.jspecify.annotations.NullMarked;
