/// Specification of absences over HTTP.
@NullMarked
package org.emiadi.absences.http;

import org.jspecify.annotations.NullMarked;
