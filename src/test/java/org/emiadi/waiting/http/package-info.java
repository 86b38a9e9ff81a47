/// Tests of the waiting list over HTTP.
@NullMarked
package org.emiadi.waiting.http;

import org.jspecify.annotations.NullMarked;
