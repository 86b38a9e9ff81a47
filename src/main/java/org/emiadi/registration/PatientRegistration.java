package org.emiadi.registration;

import java.util.List;
import org.emiadi.audit.AuditEvent;
import org.emiadi.audit.AuditLog;
import org.emiadi.insurance.CoverDetails;
import org.emiadi.insurance.CoverOutcome;
import org.emiadi.insurance.Covers;
import org.emiadi.people.Patient;
import org.emiadi.people.Patients;
import org.emiadi.people.PersonDetails;
import org.emiadi.people.Registration;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Tx;

/// Registers patients with their covers.
public final class PatientRegistration {
    /// More cards than anybody carries.
    public static final int MOST_COVERS = 20;

    private final Patients patients;
    private final Covers covers;
    private final AuditLog audit;

    public PatientRegistration(Patients patients, Covers covers, AuditLog audit) {
        this.patients = patients;
        this.covers = covers;
        this.audit = audit;
    }

    /// What can come of it.
    public sealed interface Outcome {
        /// The patient is registered, with every cover.
        record Registered(Patient patient) implements Outcome {}

        /// Somebody else has that phone number, email address or national id. Nothing was written.
        record Taken(String member) implements Outcome {}

        /// Another cover has the policy number of the cover at `index`, counted from 0. Nothing was written.
        record PolicyInUse(int index) implements Outcome {}
    }

    public Outcome register(Tx tx, Actor actor, PersonDetails details, List<CoverDetails> cards) {
        Outcome outcome =
                tx.savepoint(() -> registerAll(tx, actor, details, cards), Outcome.Registered.class::isInstance);
        if (!(outcome instanceof Outcome.Registered)) {
            audit.record(
                    tx,
                    actor,
                    AuditEvent.refused("patient.registered")
                            .detail(outcome.getClass().getSimpleName()));
        }
        return outcome;
    }

    private Outcome registerAll(Tx tx, Actor actor, PersonDetails details, List<CoverDetails> cards) {
        return switch (patients.register(tx, actor, details)) {
            case Registration.Taken<Patient>(String member) -> new Outcome.Taken(member);
            case Registration.Registered<Patient>(Patient patient) -> addCovers(tx, actor, patient, cards);
        };
    }

    private Outcome addCovers(Tx tx, Actor actor, Patient patient, List<CoverDetails> cards) {
        for (int index = 0; index < cards.size(); index++) {
            if (!(covers.add(tx, actor, patient.id(), cards.get(index)) instanceof CoverOutcome.Done)) {
                return new Outcome.PolicyInUse(index);
            }
        }
        return new Outcome.Registered(patient);
    }
}
