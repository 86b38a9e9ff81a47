@NullMarked
package org.emiadi.platform.http;

import org.jspecify.annotations.NullMarked;
