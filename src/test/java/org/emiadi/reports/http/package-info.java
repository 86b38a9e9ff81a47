/// Tests of reports over HTTP.
@NullMarked
package org.emiadi.reports.http;

import org.jspecify.annotations.NullMarked;
