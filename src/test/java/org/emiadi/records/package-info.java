@NullMarked
package org.emiadi.records;

import org.jspecify.annotations.NullMarked;
