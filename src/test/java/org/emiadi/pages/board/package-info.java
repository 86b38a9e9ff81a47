/// The pages of the front desk's day, as a browser without scripts sees them.
@NullMarked
package org.emiadi.pages.board;

import org.jspecify.annotations.NullMarked;
