@NullMarked
package org.emiadi.contract;

import org.jspecify.annotations.NullMarked;
