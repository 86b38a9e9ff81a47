/// Medical records as JSON.
/// Start at [MedicalRecordResource].
@NullMarked
package org.emiadi.records.http;

import org.jspecify.annotations.NullMarked;
