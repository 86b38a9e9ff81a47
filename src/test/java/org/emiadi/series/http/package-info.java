@NullMarked
package org.emiadi.series.http;

import org.jspecify.annotations.NullMarked;
