package org.emiadi.audit;

import java.time.Instant;
import java.util.Optional;

/// Which entries to list; what is empty does not narrow the list.
///
/// @param from the earliest instant, included
/// @param to   the latest instant, not included
public record AuditFilter(
        Optional<Integer> userId,
        Optional<Integer> patientId,
        Optional<String> action,
        Optional<Instant> from,
        Optional<Instant> to) {}
