/// Tests of reports: against plain counting, and by hand.
@NullMarked
package org.emiadi.reports;

import org.jspecify.annotations.NullMarked;
