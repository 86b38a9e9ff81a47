/// Specification of absences and of what they displace.
@NullMarked
package org.emiadi.absences;

import org.jspecify.annotations.NullMarked;
