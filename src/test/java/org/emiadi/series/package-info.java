@NullMarked
package org.emiadi.series;

import org.jspecify.annotations.NullMarked;
