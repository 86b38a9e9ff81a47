@NullMarked
package org.emiadi.web;

import org.jspecify.annotations.NullMarked;
