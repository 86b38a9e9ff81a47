/// The whole house put together: settings, wiring, start and stop, the command line.
/// Always true: everything may be used from here, and nobody uses this room.
/// Start at [Main].
@NullMarked
package org.emiadi.app;

import org.jspecify.annotations.NullMarked;
