@NullMarked
package org.emiadi.architecture;

import org.jspecify.annotations.NullMarked;
