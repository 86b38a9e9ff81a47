package org.emiadi.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.emiadi.audit.AuditEvent;
import org.emiadi.audit.AuditLog;
import org.emiadi.identity.SignInThrottle.Guess;
import org.emiadi.identity.UserSql.WithHash;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Database;
import org.emiadi.platform.Tx;

/// Signing in, going on, and signing out. Opens its own transactions, because hashing must not hold one open.
public final class SignIn {
    private static final String SUBJECT = "user";

    private final Database database;
    private final PasswordHashing hashing;
    private final Sessions sessions;
    private final SignInThrottle throttle;
    private final Revocations revocations;
    private final AuditLog audit;
    private final Clock clock;

    public SignIn(
            Database database,
            PasswordHashing hashing,
            Sessions sessions,
            SignInThrottle throttle,
            Revocations revocations,
            AuditLog audit,
            Clock clock) {
        this.database = database;
        this.hashing = hashing;
        this.sessions = sessions;
        this.throttle = throttle;
        this.revocations = revocations;
        this.audit = audit;
        this.clock = clock;
    }

    /// Compares the password. The work is the same whether the user exists or not.
    ///
    /// @param remember for longer than a day; honoured for patients only
    public SignInOutcome signIn(Actor actor, String username, Password password, boolean remember) {
        hashing.requireRoom();
        var guess = new Guess(username, actor.origin().address());
        Optional<Duration> wait = database.read(tx -> throttle.wait(tx, guess));
        if (wait.isPresent()) {
            return new SignInOutcome.Wait(wait.get());
        }
        Optional<WithHash> user = database.read(tx -> UserSql.named(tx, username));
        boolean proved = user.filter(found -> !found.user().locked())
                .map(found -> hashing.matches(password.text(), found.hash()))
                .orElseGet(() -> hashing.matchesNobody(password.text()));
        if (!proved) {
            return refuse(actor, guess, user, "auth.signed-in");
        }
        WithHash found = user.orElseThrow();
        Optional<String> newHash =
                hashing.isOutdated(found.hash()) ? Optional.of(hashing.hash(password.text())) : Optional.empty();
        return database.write(tx -> {
            newHash.ifPresent(hash -> UserSql.setHash(tx, found.user().id(), hash));
            throttle.succeeded(tx, guess, found.user().id());
            record(tx, as(found.user(), actor), "auth.signed-in", found.user());
            return new SignInOutcome.Done(sessions.start(tx, found.user(), remember));
        });
    }

    private SignInOutcome refuse(Actor actor, Guess guess, Optional<WithHash> user, String action) {
        database.write(tx -> {
            throttle.failed(tx, guess);
            // Never the name that was typed: people type passwords there.
            var event = AuditEvent.refused(action);
            audit.record(
                    tx,
                    actor,
                    user.map(found -> event.on(SUBJECT, found.user().id())).orElse(event));
            return guess;
        });
        return new SignInOutcome.Wrong();
    }

    /// The next pair of tokens for a refresh token; one that was used before ends its family.
    public SignInOutcome refresh(Actor actor, String refreshToken) {
        return database.write(tx -> switch (sessions.refresh(tx, refreshToken)) {
            case Sessions.Refresh.Done(Session session) -> new SignInOutcome.Done(session);
            case Sessions.Refresh.Reused(int userId) -> {
                audit.record(tx, actor, AuditEvent.refused("auth.refreshed").on(SUBJECT, userId));
                yield new SignInOutcome.Wrong();
            }
            case Sessions.Refresh.Refused() -> new SignInOutcome.Wrong();
        });
    }

    /// Ends this sign-in: its access token is refused at once, on every node, and its refresh token for good.
    public void signOut(Actor actor, AccessTokens.Claims claims) {
        database.write(tx -> {
            revocations.revoke(tx, claims);
            end(tx, actor, claims.family(), claims.userId());
            return claims;
        });
    }

    /// Ends the caller's sign-in `family`, its cookie and tokens included.
    public void signOut(Actor actor, UUID family) {
        database.write(tx -> {
            end(tx, actor, family, actor.user());
            return family;
        });
    }

    private void end(Tx tx, Actor actor, UUID family, int user) {
        sessions.end(tx, family, "signed-out");
        audit.record(tx, actor, AuditEvent.done("auth.signed-out").on(SUBJECT, user));
    }

    /// Ends all sign-ins of the caller, this one included, on every device.
    public void signOutEverywhere(Actor actor) {
        database.write(tx -> {
            sessions.endAllOf(tx, actor.user(), "signed-out");
            audit.record(
                    tx, actor, AuditEvent.done("auth.signed-out-everywhere").on(SUBJECT, actor.user()));
            return actor;
        });
    }

    /// Sets a new password. All sign-ins of the user end but for the new one that is given.
    public SignInOutcome changePassword(Actor actor, Password current, Password wanted) {
        WithHash user = database.read(tx -> UserSql.withHash(tx, actor.user())).orElseThrow();
        var guess = new Guess(user.user().username(), actor.origin().address());
        Optional<Duration> wait = database.read(tx -> throttle.wait(tx, guess));
        if (wait.isPresent()) {
            return new SignInOutcome.Wait(wait.get());
        }
        if (!hashing.matches(current.text(), user.hash())) {
            return refuse(actor, guess, Optional.of(user), "auth.password-changed");
        }
        Optional<String> fault = wanted.fault(user.user().username());
        return fault.<SignInOutcome>map(SignInOutcome.BadPassword::new)
                .orElseGet(() -> setPassword(actor, user.user(), wanted, "auth.password-changed"));
    }

    /// Sets a new password for whoever has the one-time code.
    public SignInOutcome reset(Actor actor, String username, String code, Password wanted) {
        hashing.requireRoom();
        var guess = new Guess(username, actor.origin().address());
        Optional<Duration> wait = database.read(tx -> throttle.wait(tx, guess));
        if (wait.isPresent()) {
            return new SignInOutcome.Wait(wait.get());
        }
        Optional<WithHash> user = database.read(tx -> UserSql.named(tx, username));
        Optional<String> codeHash = user.filter(found -> !found.user().locked())
                .flatMap(found -> database.write(
                        tx -> ResetCodeSql.takeTry(tx, found.user().id(), clock.instant())));
        boolean proved = codeHash.map(hash -> hashing.matches(ResetCodes.normal(code), hash))
                .orElseGet(() -> hashing.matchesNobody(code));
        if (!proved) {
            return refuse(actor, guess, user, "auth.password-reset");
        }
        User owner = user.orElseThrow().user();
        Optional<String> fault = wanted.fault(owner.username());
        return fault.<SignInOutcome>map(SignInOutcome.BadPassword::new)
                .orElseGet(() -> setPassword(as(owner, actor), owner, wanted, "auth.password-reset"));
    }

    private SignInOutcome setPassword(Actor actor, User user, Password wanted, String action) {
        String hash = hashing.hash(wanted.text());
        return database.write(tx -> {
            UserSql.setPassword(tx, user.id(), hash, clock.instant());
            ResetCodeSql.remove(tx, user.id());
            sessions.endAllOf(tx, user.id(), "password");
            throttle.succeeded(tx, new Guess(user.username(), actor.origin().address()), user.id());
            audit.record(tx, actor, ResetCodes.about(AuditEvent.done(action), user));
            User now = UserSql.find(tx, user.id()).orElseThrow();
            return new SignInOutcome.Done(sessions.start(tx, now, false));
        });
    }

    private void record(Tx tx, Actor actor, String action, User user) {
        audit.record(tx, actor, AuditEvent.done(action).on(SUBJECT, user.id()));
    }

    private static Actor as(User user, Actor actor) {
        return new Actor(user.id(), user.role(), user.personId(), actor.origin());
    }
}
