package org.emiadi.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.emiadi.audit.AuditEvent;
import org.emiadi.audit.AuditLog;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Database;
import org.emiadi.platform.Page;
import org.emiadi.platform.Role;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;
import org.jspecify.annotations.Nullable;

/// The users, kept by administrators. Opens its own transactions, because hashing must not hold one open.
public final class Users {
    private static final String SUBJECT = "user";

    private final Database database;
    private final PasswordHashing hashing;
    private final Sessions sessions;
    private final AuditLog audit;
    private final Clock clock;

    public Users(Database database, PasswordHashing hashing, Sessions sessions, AuditLog audit, Clock clock) {
        this.database = database;
        this.hashing = hashing;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    public UserOutcome register(Actor actor, NewUser user) {
        Optional<String> fault = user.password().fault(user.username());
        if (fault.isPresent()) {
            return new UserOutcome.BadPassword(fault.get());
        }
        String hash = hashing.hash(user.password().text());
        return database.write(tx -> {
            UserOutcome outcome =
                    personFault(tx, user.role(), user.personId()).orElseGet(() -> add(tx, user, hash, clock.instant()));
            record(tx, actor, "user.registered", outcome);
            return outcome;
        });
    }

    static UserOutcome add(Tx tx, NewUser user, String hash, Instant now) {
        return UserSql.add(tx, user, hash, now)
                .flatMap(id -> UserSql.find(tx, id))
                .<UserOutcome>map(UserOutcome.Done::new)
                .orElseGet(() -> UserSql.isNameTaken(tx, user.username())
                        ? new UserOutcome.NameTaken()
                        : new UserOutcome.PersonTaken());
    }

    static Optional<UserOutcome> personFault(Tx tx, Role role, @Nullable Integer person) {
        if (person == null) {
            return role.in(Role.PATIENT, Role.PROVIDER)
                    ? Optional.of(new UserOutcome.PersonMissing())
                    : Optional.empty();
        }
        Optional<String> type = UserSql.typeOfPerson(tx, person);
        if (role.in(Role.PATIENT, Role.PROVIDER)) {
            return type.equals(Optional.of(role.text()))
                    ? Optional.empty()
                    : Optional.of(new UserOutcome.PersonIsNot(role.text()));
        }
        return type.isPresent() ? Optional.empty() : Optional.of(new UserOutcome.PersonIsNot("person"));
    }

    public Optional<User> find(Tx tx, int id) {
        return UserSql.find(tx, id);
    }

    /// Whoever has that name, case aside.
    public Optional<User> find(Tx tx, String username) {
        return UserSql.named(tx, username).map(UserSql.WithHash::user);
    }

    /// The users among those that have these ids, by id.
    public Map<Integer, User> findAll(Tx tx, Collection<Integer> ids) {
        return UserSql.findAll(tx, ids);
    }

    /// The users who are these people, by the id of the person.
    public Map<Integer, User> ofPeople(Tx tx, Collection<Integer> people) {
        return UserSql.ofPeople(tx, people);
    }

    /// The names of the people that these users are, by the id of the person.
    public Map<Integer, String> names(Tx tx, Collection<User> users) {
        return UserSql.names(
                tx, users.stream().map(User::personId).filter(Objects::nonNull).toList());
    }

    /// The users that match by their own name or that of the person they are, by id.
    public Page<User> list(Tx tx, Actor actor, Optional<Role> role, Optional<String> search, Slice slice) {
        audit.record(tx, actor, AuditEvent.done("user.listed"));
        return UserSql.list(tx, role, search, slice);
    }

    /// Changes role, person or lock; it takes effect at once, on every node.
    public UserOutcome change(Actor actor, int id, UnaryOperator<User> change) {
        return database.write(tx -> {
            int admins = UserSql.lockAndCountAdmins(tx);
            UserOutcome outcome = UserSql.lock(tx, id)
                    .map(before -> change(tx, before, change.apply(before), admins))
                    .orElseGet(UserOutcome.Absent::new);
            record(tx, actor, "user.changed", outcome);
            return outcome;
        });
    }

    private UserOutcome change(Tx tx, User before, User after, int admins) {
        boolean losesAdmin = isWorkingAdmin(before) && !isWorkingAdmin(after);
        if (losesAdmin && admins == 1) {
            return new UserOutcome.LastAdmin();
        }
        Integer person = after.personId();
        if (person != null && UserSql.isPersonTaken(tx, person, after.id())) {
            return new UserOutcome.PersonTaken();
        }
        return personFault(tx, after.role(), person).orElseGet(() -> write(tx, before, after));
    }

    private UserOutcome write(Tx tx, User before, User after) {
        if (!after.equals(before)) {
            UserSql.change(tx, after, clock.instant());
            ResetCodeSql.remove(tx, after.id());
            sessions.endAllOf(tx, after.id(), "changed");
        }
        return new UserOutcome.Done(after);
    }

    private static boolean isWorkingAdmin(User user) {
        return user.role() == Role.ADMIN && !user.locked();
    }

    /// Gives the user a password that has to be changed at the first sign-in, and ends all their sign-ins.
    public UserOutcome resetPassword(Actor actor, String username, Password password) {
        String hash = hashing.hash(password.text());
        return database.write(tx -> {
            var user = UserSql.named(tx, username).map(UserSql.WithHash::user);
            user.ifPresent(found -> {
                UserSql.setPassword(tx, found.id(), hash, clock.instant());
                UserSql.demandPasswordChange(tx, found.id());
                ResetCodeSql.remove(tx, found.id());
                sessions.endAllOf(tx, found.id(), "password");
            });
            UserOutcome outcome = user.<UserOutcome>map(UserOutcome.Done::new).orElseGet(UserOutcome.Absent::new);
            record(tx, actor, "user.password-reset", outcome);
            return outcome;
        });
    }

    private void record(Tx tx, Actor actor, String action, UserOutcome outcome) {
        audit.record(
                tx,
                actor,
                outcome instanceof UserOutcome.Done(User user)
                        ? AuditEvent.done(action)
                                .on(SUBJECT, user.id())
                                .detail(user.role().text() + (user.locked() ? ", locked" : ""))
                        : AuditEvent.refused(action).detail(outcome.getClass().getSimpleName()));
    }
}
