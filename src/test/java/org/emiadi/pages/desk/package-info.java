/// The pages of the desk, by HTTP.
@NullMarked
package org.emiadi.pages.desk;

import org.jspecify.annotations.NullMarked;
