/// Settings, start and stop.
@NullMarked
package org.emiadi.app;

import org.jspecify.annotations.NullMarked;
