/// The trail of who did what to whom, when, from where, and with what outcome.
/// Always true: an entry is written in the transaction of what it tells of, and never changed afterwards.
/// Any room may write here; start at [AuditLog].
@NullMarked
package org.emiadi.audit;

import org.jspecify.annotations.NullMarked;
