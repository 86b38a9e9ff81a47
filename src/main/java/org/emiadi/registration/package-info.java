/// Registering a patient together with their covers, as it happens at the desk: all of it or none of it.
/// Start at [PatientRegistration].
@NullMarked
package org.emiadi.registration;

import org.jspecify.annotations.NullMarked;
