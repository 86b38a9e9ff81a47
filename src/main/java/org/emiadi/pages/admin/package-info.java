/// The pages of administrators: people who sign in, providers and their hours, places, absences, the audit trail, the
/// settings, and the way from an empty clinic to one that can be booked.
/// Always true: whatever an absence displaces is shown before the absence is saved; a one-time code is shown once.
/// Start at [AdminHomePages]; what the pages share is in [Office].
@NullMarked
package org.emiadi.pages.admin;

import org.jspecify.annotations.NullMarked;
