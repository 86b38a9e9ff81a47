@NullMarked
package org.emiadi.people;

import org.jspecify.annotations.NullMarked;
