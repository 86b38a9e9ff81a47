/// Specification of the clinic's settings over HTTP.
@NullMarked
package org.emiadi.clinic.http;

import org.jspecify.annotations.NullMarked;
