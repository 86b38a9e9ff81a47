package org.emiadi.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of the trail, as it stands there for good.
///
/// @param userId null for the house itself and for somebody who had not signed in
public record AuditEntry(
        long id,
        Instant at,
        @Nullable Integer userId,
        String role,
        AuditEvent event,
        String address,
        String requestId) {}
