@NullMarked
package org.emiadi.insurance;

import org.jspecify.annotations.NullMarked;
