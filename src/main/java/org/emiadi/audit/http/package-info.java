/// The audit trail as JSON, for administrators.
@NullMarked
package org.emiadi.audit.http;

import org.jspecify.annotations.NullMarked;
