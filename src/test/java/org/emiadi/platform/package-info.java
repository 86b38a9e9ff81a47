@NullMarked
package org.emiadi.platform;

import org.jspecify.annotations.NullMarked;
