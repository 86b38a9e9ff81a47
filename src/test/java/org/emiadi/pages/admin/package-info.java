/// Specification of the pages of administrators.
@NullMarked
package org.emiadi.pages.admin;

import org.jspecify.annotations.NullMarked;
