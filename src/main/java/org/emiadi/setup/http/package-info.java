/// How far the clinic is set up, as JSON.
@NullMarked
package org.emiadi.setup.http;

import org.jspecify.annotations.NullMarked;
