package org.emiadi.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.emiadi.audit.AuditEvent;
import org.emiadi.audit.AuditLog;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Page;
import org.emiadi.platform.Role;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;

/// The patients of the clinic. Staff see all of them, a patient only themself.
public final class Patients {
    private static final String SUBJECT = "patient";

    private final AuditLog audit;

    public Patients(AuditLog audit) {
        this.audit = audit;
    }

    /// Registers a patient under the next patient number.
    public Registration<Patient> register(Tx tx, Actor actor, PersonDetails details) {
        var person = PersonSql.add(tx, "patient", details);
        if (person.isEmpty()) {
            String member = PersonSql.takenMember(tx, details);
            audit.record(tx, actor, AuditEvent.refused("patient.registered").detail(member + " is taken"));
            return new Registration.Taken<>(member);
        }
        Patient patient = PatientSql.add(tx, person.get(), details);
        audit.record(tx, actor, of("patient.registered", patient));
        return new Registration.Registered<>(patient);
    }

    /// The patient, if the actor may see them.
    public Optional<Patient> find(Tx tx, Actor actor, PatientId id) {
        var patient = PatientSql.find(tx, id, Sight.of(actor));
        record(tx, actor, "patient.read", id, patient);
        return patient;
    }

    /// The patient with that [Patient#uuid], if the actor may see them.
    public Optional<Patient> find(Tx tx, Actor actor, String uuid) {
        return PatientSql.idOf(tx, uuid).flatMap(id -> find(tx, actor, id));
    }

    /// The patients whom the actor may see, by id.
    public Page<Patient> list(Tx tx, Actor actor, Slice slice) {
        var page = PatientSql.list(tx, Sight.of(actor), slice);
        audit.record(
                tx, actor, AuditEvent.done("patient.listed").detail(page.rows().size() + " rows"));
        return page;
    }

    /// Those of these patients whom the actor may see, [Slice#MOST] at most.
    public Map<PatientId, Patient> several(Tx tx, Actor actor, Collection<PatientId> ids) {
        var patients = PatientSql.several(tx, Sight.of(actor), ids, Slice.MOST);
        audit.record(tx, actor, AuditEvent.done("patient.listed").detail(patients.size() + " rows"));
        return patients.stream().collect(Collectors.toMap(Patient::id, Function.identity()));
    }

    /// The patients whom the actor may see and who match, best first.
    public Page<Patient> search(Tx tx, Actor actor, PersonSearch search, Slice slice) {
        var page = PatientSql.search(tx, Sight.of(actor), search, slice);
        audit.record(
                tx,
                actor,
                AuditEvent.done("patient.searched").detail(page.rows().size() + " rows"));
        return page;
    }

    /// Who may be the same person as somebody who is about to be registered, most alike first, so that nobody gets a
    /// second card. For the desk; nobody else is told whom the clinic knows.
    public List<LikelyDuplicate> likelyDuplicates(Tx tx, Actor actor, PersonDetails details) {
        var found = actor.isDesk() ? LikelyDuplicateSql.list(tx, details) : List.<LikelyDuplicate>of();
        audit.record(
                tx, actor, outcome("patient.duplicates-listed", actor.isDesk()).detail(found.size() + " rows"));
        return found;
    }

    /// Changes what is known of a patient.
    ///
    /// @param expected the version that the actor has seen; empty where any will do
    public Change<Patient> change(
            Tx tx, Actor actor, PatientId id, OptionalInt expected, UnaryOperator<PersonDetails> change) {
        var before = mayChange(actor, id) ? PatientSql.lock(tx, id) : Optional.<Patient>empty();
        Change<Patient> outcome = before.<Change<Patient>>map(patient -> change(tx, patient, expected, change))
                .orElseGet(Change.Absent::new);
        boolean done = outcome instanceof Change.Changed<Patient>;
        audit.record(
                tx,
                actor,
                outcome("patient.changed", done).on(SUBJECT, id.value()).ofPatient(id.value()));
        return outcome;
    }

    private static boolean mayChange(Actor actor, PatientId id) {
        return actor.isDesk() || actor.isPatient(id.value());
    }

    private static Change<Patient> change(
            Tx tx, Patient before, OptionalInt expected, UnaryOperator<PersonDetails> change) {
        if (expected.isPresent() && expected.getAsInt() != before.version()) {
            return new Change.Stale<>();
        }
        PersonDetails after = change.apply(before.details());
        return PersonSql.change(tx, before.personId(), after)
                .<Change<Patient>>map(Change.Taken::new)
                .orElseGet(() -> new Change.Changed<>(
                        new Patient(before.id(), before.uuid(), before.number(), after, before.version() + 1)));
    }

    private void record(Tx tx, Actor actor, String action, PatientId id, Optional<Patient> patient) {
        audit.record(
                tx,
                actor,
                outcome(action, patient.isPresent()).on(SUBJECT, id.value()).ofPatient(id.value()));
    }

    private static AuditEvent outcome(String action, boolean done) {
        return done ? AuditEvent.done(action) : AuditEvent.refused(action);
    }

    private static AuditEvent of(String action, Patient patient) {
        return AuditEvent.done(action).on(SUBJECT, patient.personId()).ofPatient(patient.personId());
    }

    /// Which patients somebody may see: all, one or none.
    record Sight(boolean all, int own) {
        private static final int NOBODY = -1;

        static Sight of(Actor actor) {
            Integer person = actor.personId();
            boolean all = actor.isDesk() || actor.is(Role.PROVIDER);
            return new Sight(all, actor.is(Role.PATIENT) && person != null ? person : NOBODY);
        }
    }
}
