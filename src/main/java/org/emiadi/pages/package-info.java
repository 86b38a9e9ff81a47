/// The pages for people, one package a reader: `patient`, `desk` and `board` for the front desk, `practice` for
/// providers, `admin` and `reports` for administrators.
///
/// Always true: a page decides nothing. It asks the doors of the other rooms, as the API does, and puts what comes of
/// it
/// into words; each of its actions is a link or a form, and works without a script.
///
/// Start at `patient.VisitPages`; how a page is framed stands in `org.emiadi.web`.
@NullMarked
package org.emiadi.pages;

import org.jspecify.annotations.NullMarked;
