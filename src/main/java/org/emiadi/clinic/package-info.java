/// The clinic as a whole: its name, its phone number, and what else an administrator changes while the server runs.
/// Always true: there is exactly one row of settings, and every node goes by what was last saved within a few seconds.
/// Start at [ClinicSettings]; what is set is [ClinicDetails]. What a server is started with is in `app.Settings`.
@NullMarked
package org.emiadi.clinic;

import org.jspecify.annotations.NullMarked;
