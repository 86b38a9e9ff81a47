package org.emiadi.clinic;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.emiadi.audit.AuditEvent;
import org.emiadi.audit.AuditLog;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Database;
import org.emiadi.platform.Faults;
import org.emiadi.platform.Tx;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The settings of the clinic, which every page asks for. Opens its own transactions, because it remembers what was
/// committed and nothing else.
public final class ClinicSettings {
    /// For so long a node may go by what another node has changed since. Every page asks, so it is not asked each time.
    static final Duration REMEMBERED = Duration.ofSeconds(3);

    private static final String CHANGED = "settings.changed";
    private static final Logger LOG = LoggerFactory.getLogger(ClinicSettings.class);

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;
    private volatile @Nullable Remembered remembered;

    public ClinicSettings(Database database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    private record Remembered(Clinic clinic, Instant until) {}

    /// The clinic as it is set, or was a few seconds ago. Where the database is away, as it was last known: the page
    /// that says so needs the phone number.
    public ClinicDetails now() {
        Instant now = clock.instant();
        var known = remembered;
        return known != null && now.isBefore(known.until())
                ? known.clinic().details()
                : readOnce(now).details();
    }

    /// The clinic as it was last known, however long ago; empty where nobody has asked yet. Never asks the database.
    public Optional<ClinicDetails> lastKnown() {
        return Optional.ofNullable(remembered).map(known -> known.clinic().details());
    }

    // One asks, and the others wait for the answer instead of asking as well.
    private synchronized Clinic readOnce(Instant now) {
        var known = remembered;
        if (known != null && now.isBefore(known.until())) {
            return known.clinic();
        }
        return remember(known == null ? database.read(ClinicSql::get) : readOr(known.clinic()), now);
    }

    private Clinic readOr(Clinic lastKnown) {
        try {
            return database.read(ClinicSql::get);
        } catch (RuntimeException away) {
            LOG.warn("Cannot read the settings of the clinic, going by the last known: {}", Faults.rootKind(away));
            return lastKnown;
        }
    }

    private Clinic remember(Clinic clinic, Instant now) {
        remembered = new Remembered(clinic, now.plus(REMEMBERED));
        return clinic;
    }

    /// The clinic as it is set at this very moment, for whoever is about to change it.
    public Clinic get(Tx tx) {
        return ClinicSql.get(tx);
    }

    /// Changes what is set. This node goes by it at once, the others within a few seconds.
    ///
    /// @param expected the version that the actor has seen; empty where any will do
    public ClinicOutcome change(Actor actor, OptionalInt expected, UnaryOperator<ClinicDetails> change) {
        ClinicOutcome outcome = database.write(tx -> change(tx, actor, expected, change));
        if (outcome instanceof ClinicOutcome.Done(Clinic clinic)) {
            remember(clinic, clock.instant());
        }
        return outcome;
    }

    private ClinicOutcome change(Tx tx, Actor actor, OptionalInt expected, UnaryOperator<ClinicDetails> change) {
        Clinic before = ClinicSql.lock(tx);
        if (expected.isPresent() && expected.getAsInt() != before.version()) {
            audit.record(tx, actor, AuditEvent.refused(CHANGED).detail("Stale"));
            return new ClinicOutcome.Stale();
        }
        ClinicDetails after = change.apply(before.details());
        if (after.equals(before.details())) {
            return new ClinicOutcome.Done(before);
        }
        ClinicSql.update(tx, after);
        audit.record(tx, actor, AuditEvent.done(CHANGED).detail(differences(before.details(), after)));
        return new ClinicOutcome.Done(new Clinic(after, before.version() + 1));
    }

    // Which of the settings; what they were and are is nobody's data, but the trail is short.
    private static String differences(ClinicDetails before, ClinicDetails after) {
        var differs = new LinkedHashMap<String, Boolean>();
        differs.put("name", !before.name().equals(after.name()));
        differs.put("phone", !Objects.equals(before.phone(), after.phone()));
        differs.put("what_to_bring", !before.bring().equals(after.bring()));
        differs.put("idle_minutes", !before.idle().equals(after.idle()));
        differs.put("language", !before.language().equals(after.language()));
        return differs.entrySet().stream()
                .filter(entry -> entry.getValue())
                .map(entry -> entry.getKey())
                .collect(Collectors.joining(", "));
    }
}
