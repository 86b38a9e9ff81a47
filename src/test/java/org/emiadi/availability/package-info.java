/// Specification of working hours.
@NullMarked
package org.emiadi.availability;

import org.jspecify.annotations.NullMarked;
