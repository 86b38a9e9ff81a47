/// Specification of the queue over HTTP.
@NullMarked
package org.emiadi.queue.http;

import org.jspecify.annotations.NullMarked;
