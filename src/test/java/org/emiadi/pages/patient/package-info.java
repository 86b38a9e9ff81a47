/// Tests of the pages on which patients look after their own.
@NullMarked
package org.emiadi.pages.patient;

import org.jspecify.annotations.NullMarked;
