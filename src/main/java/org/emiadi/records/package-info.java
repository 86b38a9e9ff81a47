/// The medical records that providers write of visits.
/// Always true: a record is of an appointment's own patient and by its own provider; what a record once said is never
/// lost; every reading leaves a trace. The desk and administrators never see inside.
/// Start at [MedicalRecords].
@NullMarked
package org.emiadi.records;

import org.jspecify.annotations.NullMarked;
