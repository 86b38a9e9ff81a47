/// The edge that all rooms share: who may call a route, problems as JSON, pages, versions, repeated requests.
/// Always true: a route that does not declare who may call it does not start.
/// Start at [AccessFilter] and [Problems].
@NullMarked
package org.emiadi.platform.http;

import org.jspecify.annotations.NullMarked;
