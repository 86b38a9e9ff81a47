package org.emiadi.waiting;

import java.util.Optional;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;

/// Which entries are asked for; what is empty does not narrow the list.
///
/// @param provider whom they name
public record EntryFilter(Optional<EntryStatus> status, Optional<ProviderId> provider, Optional<PatientId> patient) {
    public static final EntryFilter ALL = new EntryFilter(Optional.empty(), Optional.empty(), Optional.empty());
}
