/// The few pages that the server itself needs: where it leads a browser, and what each problem means.
/// Start at [HomePages].
@NullMarked
package org.emiadi.app.web;

import org.jspecify.annotations.NullMarked;
