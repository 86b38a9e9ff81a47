/// Specification of the room for facilities and their consulting rooms.
@NullMarked
package org.emiadi.facilities;

import org.jspecify.annotations.NullMarked;
