/// Specification of facilities and rooms over HTTP.
@NullMarked
package org.emiadi.facilities.http;

import org.jspecify.annotations.NullMarked;
