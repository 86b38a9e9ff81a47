/// Series of appointments as JSON.
/// Start at [SeriesResource].
@NullMarked
package org.emiadi.series.http;

import org.jspecify.annotations.NullMarked;
