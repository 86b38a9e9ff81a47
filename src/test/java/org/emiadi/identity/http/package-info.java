@NullMarked
package org.emiadi.identity.http;

import org.jspecify.annotations.NullMarked;
