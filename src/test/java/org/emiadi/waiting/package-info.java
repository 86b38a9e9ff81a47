/// Tests of the waiting list.
@NullMarked
package org.emiadi.waiting;

import org.jspecify.annotations.NullMarked;
