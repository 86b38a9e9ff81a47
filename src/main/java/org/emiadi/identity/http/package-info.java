/// Signing in and users as JSON.
/// Start at [AuthResource].
@NullMarked
package org.emiadi.identity.http;

import org.jspecify.annotations.NullMarked;
