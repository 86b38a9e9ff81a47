/// Specification of the room for the clinic's settings.
@NullMarked
package org.emiadi.clinic;

import org.jspecify.annotations.NullMarked;
