package org.emiadi.queue;

import java.util.Optional;
import org.emiadi.audit.AuditEvent;
import org.emiadi.audit.AuditLog;
import org.emiadi.people.PatientId;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Role;
import org.emiadi.platform.Tx;

/// How patients keep their appointments, for staff to know how sure a booking is. The desk sees all patients, a
/// provider those in their care; patients do not.
public final class Attendances {
    private final AuditLog audit;

    public Attendances(AuditLog audit) {
        this.audit = audit;
    }

    /// The attendance of a patient; empty where the actor may not see it.
    public Optional<Attendance> find(Tx tx, Actor actor, PatientId patient) {
        var found = AttendanceSql.find(tx, patient, Sight.of(actor));
        var event = found.isPresent() ? AuditEvent.done("attendance.read") : AuditEvent.refused("attendance.read");
        audit.record(tx, actor, event.on("patient", patient.value()).ofPatient(patient.value()));
        return found;
    }

    /// Whose attendance somebody may see: everybody's, or that of one provider's patients.
    record Sight(boolean all, int provider) {
        private static final int NOBODY = -1;

        static Sight of(Actor actor) {
            Integer person = actor.personId();
            return new Sight(actor.isDesk(), actor.is(Role.PROVIDER) && person != null ? person : NOBODY);
        }
    }
}
