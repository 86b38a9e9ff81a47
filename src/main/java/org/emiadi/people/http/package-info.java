/// Patients and providers as JSON.
/// Start at [PatientResource].
@NullMarked
package org.emiadi.people.http;

import org.jspecify.annotations.NullMarked;
