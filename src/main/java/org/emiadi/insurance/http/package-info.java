/// Insurance covers as JSON.
/// Start at [CoverResource].
@NullMarked
package org.emiadi.insurance.http;

import org.jspecify.annotations.NullMarked;
