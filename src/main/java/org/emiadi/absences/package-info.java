/// Who is away when: providers' time off, closures of facilities, public holidays; and which appointments that leaves
/// without a provider or a roof.
/// Always true: no absence ever touches an appointment. What must be moved, kept on purpose or cancelled is computed
/// from the times each time somebody asks (`displacements` in the database), so that none is forgotten.
/// Start at [NeedsMoving], [TimesOff], [Closures] and [Holidays].
@NullMarked
package org.emiadi.absences;

import org.jspecify.annotations.NullMarked;
