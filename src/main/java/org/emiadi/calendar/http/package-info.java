/// Calendar files over HTTP.
@NullMarked
package org.emiadi.calendar.http;

import org.jspecify.annotations.NullMarked;
