package org.emiadi.identity;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.emiadi.audit.AuditEntry;
import org.emiadi.audit.AuditEvent;
import org.emiadi.audit.AuditLog;
import org.emiadi.people.PatientId;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Page;
import org.emiadi.platform.Role;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;
import org.jspecify.annotations.Nullable;

/// Who looked at what is kept of a patient, or changed it. Patients may know it of themselves, administrators of all.
public final class PatientAccesses {
    private final AuditLog audit;

    public PatientAccesses(AuditLog audit) {
        this.audit = audit;
    }

    /// The accesses, the latest first; empty where the actor may not know of them.
    ///
    /// @param othersOnly leaves out what the patient did
    public Optional<Page<Access>> list(Tx tx, Actor actor, PatientId patient, boolean othersOnly, Slice slice) {
        if (!mayKnow(tx, actor, patient)) {
            audit.record(tx, actor, AuditEvent.refused("access.listed").on("patient", patient.value()));
            return Optional.empty();
        }
        var own = AccessSql.userOf(tx, patient);
        var page = audit.listOfPatient(tx, patient.value(), othersOnly ? own : Optional.empty(), slice);
        audit.record(
                tx,
                actor,
                AuditEvent.done("access.listed").on("patient", patient.value()).ofPatient(patient.value()));
        var names = AccessSql.names(
                tx,
                page.rows().stream()
                        .map(AuditEntry::userId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
        return Optional.of(page.map(entry -> access(entry, own.orElse(null), names)));
    }

    private static boolean mayKnow(Tx tx, Actor actor, PatientId patient) {
        return actor.isPatient(patient.value())
                || (actor.is(Role.ADMIN)
                        && UserSql.typeOfPerson(tx, patient.value()).equals(Optional.of(Role.PATIENT.text())));
    }

    private static Access access(AuditEntry entry, @Nullable Integer ownUser, Map<Integer, String> names) {
        Integer user = entry.userId();
        boolean own = user != null && user.equals(ownUser);
        // What other patients are called is none of a patient's business, even where they tried what they may not.
        boolean told = user != null && !own && !entry.role().equals(Role.PATIENT.text());
        return new Access(
                entry.id(),
                entry.at(),
                entry.role(),
                told ? names.get(user) : null,
                own,
                entry.event().action(),
                entry.event().outcome());
    }
}
