/// The medical records that providers write of visits.
/// Always true: a record is of an appointment's own patient and by its own provider; what a record once said is never
/// lost; every reading leaves a trace. The desk and administrators never see inside. A draft is its writer's alone, one
/// per
/// visit, and gone when the record is written.
/// Start at [MedicalRecords]; what is still being written is in [RecordDrafts].
@NullMarked
package org.emiadi.records;

import org.jspecify.annotations.NullMarked;
