/// Tests of the calendar files.
@NullMarked
package org.emiadi.calendar;

import org.jspecify.annotations.NullMarked;
