/// What the brought-along PostgreSQL survives, tried with real kills.
@NullMarked
package org.emiadi.platform.postgres;

import org.jspecify.annotations.NullMarked;
