@NullMarked
package org.emiadi.identity;

import org.jspecify.annotations.NullMarked;
