package org.emiadi.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.emiadi.platform.Cursor;
import org.emiadi.platform.Page;
import org.emiadi.platform.Role;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;

final class UserSql {
    private static final String SELECT = """
            select id, username, password_hash, role, person_id, locked_at is not null as locked, must_change_password
              from users
            """;

    /// Of which something is looked up at once: as many as are on a page, and some.
    private static final int MOST_AT_ONCE = 1_000;

    private UserSql() {}

    /// A user and what proves that it is them.
    record WithHash(User user, String hash) {}

    static Optional<User> find(Tx tx, int id) {
        return tx.query(SELECT + " where id = :id")
                .bind("id", id)
                .map((row, context) -> user(row))
                .findOne();
    }

    static Optional<User> lock(Tx tx, int id) {
        return tx.query(SELECT + " where id = :id for no key update")
                .bind("id", id)
                .map((row, context) -> user(row))
                .findOne();
    }

    /// Case aside.
    static Optional<WithHash> named(Tx tx, String username) {
        return tx.query(SELECT + " where lower(username) = lower(:username)")
                .bind("username", username.strip())
                .map((row, context) -> new WithHash(user(row), row.getString("password_hash")))
                .findOne();
    }

    static Optional<WithHash> withHash(Tx tx, int id) {
        return tx.query(SELECT + " where id = :id")
                .bind("id", id)
                .map((row, context) -> new WithHash(user(row), row.getString("password_hash")))
                .findOne();
    }

    /// The new id; empty where the name or the person is another user's.
    static Optional<Integer> add(Tx tx, NewUser user, String hash, Instant now) {
        return tx.query("""
                        insert into users (username, password_hash, role, person_id, must_change_password,
                                           password_changed_at, created_at)
                        values (:username, :hash, :role, :person, :mustChange, :now, :now)
                        on conflict do nothing
                        returning id
                        """)
                .bind("username", user.username())
                .bind("hash", hash)
                .bind("role", user.role().text())
                .bind("person", user.personId())
                .bind("mustChange", user.mustChangePassword())
                .bind("now", now)
                .mapTo(Integer.class)
                .findOne();
    }

    static boolean isNameTaken(Tx tx, String username) {
        return named(tx, username).isPresent();
    }

    /// `patient` or `provider`; empty where nobody has that id.
    static Optional<String> typeOfPerson(Tx tx, int person) {
        return tx.query("select type from persons where id = :id")
                .bind("id", person)
                .mapTo(String.class)
                .findOne();
    }

    static void setPassword(Tx tx, int id, String hash, Instant now) {
        tx.update("""
                        update users
                           set password_hash = :hash, must_change_password = false, password_changed_at = :now
                         where id = :id
                        """).bind("hash", hash).bind("now", now).bind("id", id).execute();
    }

    static void demandPasswordChange(Tx tx, int id) {
        tx.update("update users set must_change_password = true where id = :id")
                .bind("id", id)
                .execute();
    }

    /// Stores the same password under a new hash.
    static void setHash(Tx tx, int id, String hash) {
        tx.update("update users set password_hash = :hash where id = :id")
                .bind("hash", hash)
                .bind("id", id)
                .execute();
    }

    static void change(Tx tx, User after, Instant now) {
        tx.update("""
                        update users
                           set role = :role, person_id = :person,
                               locked_at = case when :locked then coalesce(locked_at, :now) end
                         where id = :id
                        """)
                .bind("role", after.role().text())
                .bind("person", after.personId())
                .bind("locked", after.locked())
                .bind("now", now)
                .bind("id", after.id())
                .execute();
    }

    static boolean isPersonTaken(Tx tx, int person, int exceptUser) {
        return tx.query("select exists (select 1 from users where person_id = :person and id <> :except)")
                .bind("person", person)
                .bind("except", exceptUser)
                .mapTo(Boolean.class)
                .one();
    }

    /// Locks all administrators who can sign in, so that two changes cannot each take away the other's last but one.
    static int lockAndCountAdmins(Tx tx) {
        return tx.query("select id from users where role = 'admin' and locked_at is null order by id for no key update")
                .mapTo(Integer.class)
                .list()
                .size();
    }

    static Page<User> list(Tx tx, Optional<Role> role, Optional<String> search, Slice slice) {
        var rows = tx.query(SELECT + """
                         where id > :after
                           and (cast(:role as text) is null or role = :role)
                           and (cast(:search as text) is null
                                or strpos(lower(username), lower(:search)) > 0
                                or exists (select 1 from persons p
                                            where p.id = users.person_id
                                              and strpos(miadi_fold(p.first_name || ' ' || p.last_name), miadi_fold(:search)) > 0))
                         order by id
                         limit :rows
                        """)
                .bind("after", slice.after().map(cursor -> cursor.number(0)).orElse(0L))
                .bind("role", role.map(Role::text).orElse(null))
                .bind("search", search.orElse(null))
                .bind("rows", slice.rows())
                .map((row, context) -> user(row))
                .list();
        return Page.of(rows, slice.limit(), user -> Cursor.of(user.id()));
    }

    static Map<Integer, User> findAll(Tx tx, Collection<Integer> ids) {
        return tx
                .query(SELECT + " where id = any(:ids) order by id limit :most")
                .bindArray("ids", Integer.class, List.copyOf(ids))
                .bind("most", MOST_AT_ONCE)
                .map((row, context) -> user(row))
                .stream()
                .collect(Collectors.toMap(User::id, user -> user));
    }

    static Map<Integer, User> ofPeople(Tx tx, Collection<Integer> people) {
        var users = new HashMap<Integer, User>();
        tx.query(SELECT + " where person_id = any(:people) order by id limit :most")
                .bindArray("people", Integer.class, List.copyOf(people))
                .bind("most", MOST_AT_ONCE)
                .map((row, context) -> users.put(row.getInt("person_id"), user(row)))
                .list();
        return users;
    }

    static Map<Integer, String> names(Tx tx, Collection<Integer> people) {
        var names = new HashMap<Integer, String>();
        tx.query("""
                        select id, first_name || ' ' || last_name as name
                          from persons
                         where id = any(:people)
                         order by id
                         limit :most
                        """)
                .bindArray("people", Integer.class, List.copyOf(people))
                .bind("most", MOST_AT_ONCE)
                .map((row, context) -> names.put(row.getInt("id"), row.getString("name")))
                .list();
        return names;
    }

    /// A username that is free, of the first of the first names and the last name; empty where there is no such person,
    /// or no letter in their name that is found on every keyboard.
    static Optional<String> freeName(Tx tx, int person) {
        return tx.query("""
                        with named as (
                            select left(trim(both '.' from regexp_replace(
                                       miadi_fold(split_part(first_name, ' ', 1) || '.' || last_name), '[^a-z0-9.]', '', 'g')),
                                       60) as base
                              from persons
                             where id = :person
                        ), tried as (
                            select n, base || case when n > 1 then cast(n as text) else '' end as name
                              from named, generate_series(1, 1000) n
                             where base <> ''
                        )
                        select name
                          from tried
                         where not exists (select 1 from users where lower(username) = tried.name)
                         order by n
                         limit 1
                        """).bind("person", person).mapTo(String.class).findOne();
    }

    private static User user(ResultSet row) throws SQLException {
        return new User(
                row.getInt("id"),
                row.getString("username"),
                Role.ofUser(row.getString("role")).orElseThrow(),
                row.getObject("person_id", Integer.class),
                row.getBoolean("locked"),
                row.getBoolean("must_change_password"));
    }
}
