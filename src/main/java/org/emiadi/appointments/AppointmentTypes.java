package org.emiadi.appointments;

import java.util.List;
import java.util.Optional;
import org.emiadi.audit.AuditEvent;
import org.emiadi.audit.AuditLog;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Constraint;
import org.emiadi.platform.Tx;

/// The kinds of appointment that the clinic offers.
public final class AppointmentTypes {
    /// A clinic has a dozen; this bounds the list all the same.
    private static final int MOST = 200;

    private final AuditLog audit;

    public AppointmentTypes(AuditLog audit) {
        this.audit = audit;
    }

    /// What can come of adding or renaming a type.
    public sealed interface Outcome {
        /// It is done.
        record Done(AppointmentType type) implements Outcome {}

        /// Another type has that name.
        record NameInUse() implements Outcome {}

        /// There is no such type.
        record Absent() implements Outcome {}
    }

    /// All types, by id.
    public List<AppointmentType> list(Tx tx) {
        return tx.query("select id, name from appointment_types order by id limit :most")
                .bind("most", MOST)
                .map((row, context) -> new AppointmentType(row.getInt("id"), row.getString("name")))
                .list();
    }

    public Outcome add(Tx tx, Actor actor, String name) {
        Outcome outcome = insert(tx, name.strip())
                .<Outcome>map(id -> new Outcome.Done(new AppointmentType(id, name)))
                .orElseGet(Outcome.NameInUse::new);
        record(tx, actor, "appointment-type.added", outcome);
        return outcome;
    }

    private static Optional<Integer> insert(Tx tx, String name) {
        return tx.query("insert into appointment_types (name) values (:name) on conflict do nothing returning id")
                .bind("name", name)
                .mapTo(Integer.class)
                .findOne();
    }

    public Outcome rename(Tx tx, Actor actor, int id, String name) {
        Outcome outcome = rename(tx, new AppointmentType(id, name));
        record(tx, actor, "appointment-type.renamed", outcome);
        return outcome;
    }

    private static Outcome rename(Tx tx, AppointmentType type) {
        try {
            int renamed = tx.savepoint(
                    () -> tx.update("update appointment_types set name = :name, version = version + 1 where id = :id")
                            .bind("name", type.name())
                            .bind("id", type.id())
                            .execute());
            return renamed == 0 ? new Outcome.Absent() : new Outcome.Done(type);
        } catch (RuntimeException refusal) {
            if (Constraint.refused(refusal, Constraint.UNIQUE)) {
                return new Outcome.NameInUse();
            }
            throw refusal;
        }
    }

    private void record(Tx tx, Actor actor, String action, Outcome outcome) {
        audit.record(
                tx,
                actor,
                outcome instanceof Outcome.Done(AppointmentType type)
                        ? AuditEvent.done(action).on("appointment-type", type.id())
                        : AuditEvent.refused(action).detail(outcome.getClass().getSimpleName()));
    }
}
