package org.emiadi.identity;

import java.time.Instant;
import org.emiadi.audit.AuditEvent;
import org.jspecify.annotations.Nullable;

/// Somebody looked at the data of a patient, or changed them.
///
/// @param role   of whoever it was, at that time
/// @param name   of a member of the staff, or the name they sign in by; null for other patients, for the house itself
///               and for somebody who had not signed in
/// @param own    whether it was the patient
public record Access(
        long id,
        Instant at,
        String role,
        @Nullable String name,
        boolean own,
        String action,
        AuditEvent.Outcome outcome) {}
