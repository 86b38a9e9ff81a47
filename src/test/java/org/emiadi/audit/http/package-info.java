@NullMarked
package org.emiadi.audit.http;

import org.jspecify.annotations.NullMarked;
