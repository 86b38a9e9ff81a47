/// Tests of the page of reports.
@NullMarked
package org.emiadi.pages.reports;

import org.jspecify.annotations.NullMarked;
