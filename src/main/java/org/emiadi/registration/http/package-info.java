/// Registration as JSON.
@NullMarked
package org.emiadi.registration.http;

import org.jspecify.annotations.NullMarked;
