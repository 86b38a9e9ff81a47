package org.emiadi.identity;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.emiadi.audit.AuditEvent;
import org.emiadi.audit.AuditLog;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;

/// One-time codes that the desk hands over, with which somebody who cannot sign in sets a new password.
public final class ResetCodes {
    public static final Duration LIFE = Duration.ofHours(24);
    static final int TRIES = 5;

    private static final int LENGTH = 8;
    /// Without letters and digits that are mistaken for one another.
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database database;
    private final PasswordHashing hashing;
    private final AuditLog audit;
    private final Clock clock;

    public ResetCodes(Database database, PasswordHashing hashing, AuditLog audit, Clock clock) {
        this.database = database;
        this.hashing = hashing;
        this.audit = audit;
        this.clock = clock;
    }

    /// A code in the clear, for as long as it takes to hand it over.
    public record Issued(String code, Instant expiresAt) {
        @Override
        public String toString() {
            return "Issued[…]";
        }
    }

    /// A new code in place of any older one; empty where there is no such user for whom the actor may ask: an
    /// administrator for everybody, a receptionist for patients.
    public Optional<Issued> issue(Actor actor, String username) {
        Prepared prepared = prepare(clock.instant());
        return database.write(tx -> {
            var user = UserSql.named(tx, username).map(UserSql.WithHash::user).filter(found -> mayIssue(actor, found));
            user.ifPresent(found -> ResetCodeSql.put(
                    tx, found.id(), prepared.hash(), prepared.issued().expiresAt()));
            audit.record(
                    tx,
                    actor,
                    user.map(found -> about(AuditEvent.done("auth.reset-code-issued"), found))
                            .orElseGet(() -> AuditEvent.refused("auth.reset-code-issued")));
            return user.map(found -> prepared.issued());
        });
    }

    /// What happened to the user; in the patient's own list of accesses, too, where they are one.
    static AuditEvent about(AuditEvent event, User user) {
        Integer person = user.personId();
        AuditEvent told = event.on("user", user.id());
        return user.role() == Role.PATIENT && person != null ? told.ofPatient(person) : told;
    }

    /// A code for somebody, which is worth nothing before its hash is stored. Takes the time that hashing takes.
    Prepared prepare(Instant now) {
        String code = newCode();
        return new Prepared(new Issued(code, now.plus(LIFE)), hashing.hash(code));
    }

    record Prepared(Issued issued, String hash) {}

    private static boolean mayIssue(Actor actor, User user) {
        return actor.is(Role.ADMIN, Role.SYSTEM) || (actor.is(Role.RECEPTIONIST) && user.role() == Role.PATIENT);
    }

    private static String newCode() {
        return RANDOM.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    /// As it was issued, however it was typed.
    static String normal(String typed) {
        return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}
