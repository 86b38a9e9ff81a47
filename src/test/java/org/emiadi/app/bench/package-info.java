/// Tests of the benchmarks.
@NullMarked
package org.emiadi.app.bench;

import org.jspecify.annotations.NullMarked;
