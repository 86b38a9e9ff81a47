/// Tests of the routes of slots.
@NullMarked
package org.emiadi.slots.http;

import org.jspecify.annotations.NullMarked;
