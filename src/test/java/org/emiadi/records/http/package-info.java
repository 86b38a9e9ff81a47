/// Specification of the records over HTTP.
@NullMarked
package org.emiadi.records.http;

import org.jspecify.annotations.NullMarked;
