/// The boards over HTTP.
@NullMarked
package org.emiadi.board.http;

import org.jspecify.annotations.NullMarked;
