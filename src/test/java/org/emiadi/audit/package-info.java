@NullMarked
package org.emiadi.audit;

import org.jspecify.annotations.NullMarked;
