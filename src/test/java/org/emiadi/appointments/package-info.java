@NullMarked
package org.emiadi.appointments;

import org.jspecify.annotations.NullMarked;
