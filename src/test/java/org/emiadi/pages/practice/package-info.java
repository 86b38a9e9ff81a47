/// Specification of the pages of providers.
@NullMarked
package org.emiadi.pages.practice;

import org.jspecify.annotations.NullMarked;
