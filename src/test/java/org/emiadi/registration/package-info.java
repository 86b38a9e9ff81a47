@NullMarked
package org.emiadi.registration;

import org.jspecify.annotations.NullMarked;
