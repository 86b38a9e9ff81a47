package org.emiadi.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.emiadi.audit.AuditEvent;
import org.emiadi.audit.AuditLog;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.platform.Tx;
import org.jspecify.annotations.Nullable;

/// Makes users without a password that anybody knows, and the one-time codes with which they set their own. Opens its
/// own transactions, because hashing must not hold one open.
public final class Invitations {
    private static final String REGISTERED = "user.registered";

    private final Database database;
    private final PasswordHashing hashing;
    private final ResetCodes codes;
    private final AuditLog audit;
    private final Clock clock;

    public Invitations(Database database, PasswordHashing hashing, ResetCodes codes, AuditLog audit, Clock clock) {
        this.database = database;
        this.hashing = hashing;
        this.codes = codes;
        this.audit = audit;
        this.clock = clock;
    }

    /// Administrators invite everybody, receptionists patients. User and code are there together or not at all.
    public Invitation invite(Actor actor, Invitee invitee) {
        if (!mayInvite(actor, invitee.role())) {
            return refused(actor, new Invitation.NotAllowed());
        }
        Optional<String> username = name(invitee);
        if (username.isEmpty()) {
            return refused(actor, new Invitation.Nameless());
        }
        Instant now = clock.instant();
        // Nobody ever learns it; until the code is used there is no way in.
        var user = new NewUser(username.get(), Password.random(), invitee.role(), invitee.personId(), false);
        String hash = hashing.hash(user.password().text());
        var code = codes.prepare(now);
        return database.write(tx -> {
            var outcome =
                    Users.personFault(tx, user.role(), user.personId()).orElseGet(() -> Users.add(tx, user, hash, now));
            return outcome instanceof UserOutcome.Done(User made)
                    ? invited(tx, actor, made, code)
                    : refused(tx, actor, new Invitation.Refused(outcome));
        });
    }

    /// Whether the actor may make a user of that role.
    public static boolean mayInvite(Actor actor, Role role) {
        return actor.is(Role.ADMIN, Role.SYSTEM) || (actor.is(Role.RECEPTIONIST) && role == Role.PATIENT);
    }

    private Optional<String> name(Invitee invitee) {
        String given = invitee.username();
        if (given != null && !given.isBlank()) {
            return Optional.of(given.strip());
        }
        Integer person = invitee.personId();
        return person == null ? Optional.empty() : database.read(tx -> suggestedName(tx, person));
    }

    /// A name that nobody has yet, made of the person's: `achieng.otieno`, `achieng.otieno2`, …
    public Optional<String> suggestedName(Tx tx, @Nullable Integer person) {
        return person == null ? Optional.empty() : UserSql.freeName(tx, person);
    }

    private Invitation invited(Tx tx, Actor actor, User user, ResetCodes.Prepared code) {
        ResetCodeSql.put(tx, user.id(), code.hash(), code.issued().expiresAt());
        audit.record(
                tx,
                actor,
                ResetCodes.about(AuditEvent.done(REGISTERED), user)
                        .detail(user.role().text() + ", with a one-time code"));
        return new Invitation.Invited(user, code.issued());
    }

    private Invitation refused(Actor actor, Invitation refusal) {
        return database.write(tx -> refused(tx, actor, refusal));
    }

    private Invitation refused(Tx tx, Actor actor, Invitation refusal) {
        String reason = refusal instanceof Invitation.Refused(UserOutcome why)
                ? why.getClass().getSimpleName()
                : refusal.getClass().getSimpleName();
        audit.record(tx, actor, AuditEvent.refused(REGISTERED).detail(reason));
        return refusal;
    }
}
