package org.emiadi.appointments;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.emiadi.appointments.AppointmentType.Details;
import org.emiadi.audit.AuditEvent;
import org.emiadi.audit.AuditLog;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Tx;

/// The kinds of appointment that the clinic offers.
public final class AppointmentTypes {
    private final AuditLog audit;

    public AppointmentTypes(AuditLog audit) {
        this.audit = audit;
    }

    /// What can come of adding or changing a type.
    public sealed interface Outcome {
        /// It is done; the type as it now stands.
        record Done(AppointmentType type) implements Outcome {}

        /// Another type has that name.
        record NameInUse() implements Outcome {}

        /// There is no such type.
        record Absent() implements Outcome {}

        /// Somebody changed the type after the actor had read it.
        record Stale() implements Outcome {}
    }

    /// All types, by id.
    public List<AppointmentType> list(Tx tx) {
        return AppointmentTypeSql.list(tx);
    }

    /// The types that a provider offers and the actor may book, by id.
    public List<AppointmentType> offeredBy(Tx tx, Actor actor, ProviderId provider) {
        return AppointmentTypeSql.offeredBy(tx, provider).stream()
                .filter(type -> type.isBookableBy(actor))
                .toList();
    }

    public Optional<AppointmentType> find(Tx tx, int id) {
        return AppointmentTypeSql.find(tx, id);
    }

    public Outcome add(Tx tx, Actor actor, Details details) {
        Outcome outcome = AppointmentTypeSql.insert(tx, details)
                .<Outcome>map(id -> new Outcome.Done(new AppointmentType(id, details, 1)))
                .orElseGet(Outcome.NameInUse::new);
        record(tx, actor, "appointment-type.added", outcome);
        return outcome;
    }

    /// Changes what is said of a type. Appointments that are booked stay as they are.
    ///
    /// @param expected the version that the actor has seen; empty where any will do
    public Outcome change(Tx tx, Actor actor, int id, OptionalInt expected, UnaryOperator<Details> change) {
        Outcome outcome = AppointmentTypeSql.lock(tx, id)
                .map(before -> change(tx, before, expected, change))
                .orElseGet(Outcome.Absent::new);
        record(tx, actor, "appointment-type.changed", outcome);
        return outcome;
    }

    private static Outcome change(Tx tx, AppointmentType before, OptionalInt expected, UnaryOperator<Details> change) {
        if (expected.isPresent() && expected.getAsInt() != before.version()) {
            return new Outcome.Stale();
        }
        var after = new AppointmentType(before.id(), change.apply(before.details()), before.version() + 1);
        return AppointmentTypeSql.update(tx, after) ? new Outcome.Done(after) : new Outcome.NameInUse();
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
