/// Specification of working hours over HTTP.
@NullMarked
package org.emiadi.availability.http;

import org.jspecify.annotations.NullMarked;
