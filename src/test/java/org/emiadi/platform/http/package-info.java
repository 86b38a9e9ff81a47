/// Specifies what all routes have in common.
@NullMarked
package org.emiadi.platform.http;

import org.jspecify.annotations.NullMarked;
