/// Specification of the way from an empty clinic to one that is set up.
@NullMarked
package org.emiadi.setup;

import org.jspecify.annotations.NullMarked;
