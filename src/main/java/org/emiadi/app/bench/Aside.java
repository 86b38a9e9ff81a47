package org.emiadi.app.bench;

import java.util.List;
import java.util.stream.Stream;
import org.emiadi.platform.Tx;
import org.jdbi.v3.core.statement.Query;

/// What is taken from the table of appointments while very many rows are written, and is made anew for all of them
/// afterwards, which is much quicker. The guards look at each row then.
///
/// @param statements that make it
record Aside(List<String> statements) {
    /// From so many rows on it is worth it.
    static final int MANY = 500_000;

    static final Aside NOTHING = new Aside(List.of());

    private static final String EXCLUSIONS = """
            select conname,
                   'alter table appointments add constraint ' || conname || ' ' || pg_get_constraintdef(oid)
              from pg_constraint where conrelid = 'appointments'::regclass and contype = 'x'
            """;

    private static final String INDEXES = """
            select i.indexrelid::regclass, pg_get_indexdef(i.indexrelid)
              from pg_index i
             where i.indrelid = 'appointments'::regclass
               and not exists (select from pg_constraint where conindid = i.indexrelid)
            """;

    private record Named(String name, String definition) {}

    /// The guards against double booking and all indexes.
    static Aside guardsAndIndexes(Tx tx) {
        var guards = named(tx.query(EXCLUSIONS));
        guards.forEach(guard -> tx.update("alter table appointments drop constraint " + guard.name())
                .execute());
        var indexes = named(tx.query(INDEXES));
        indexes.forEach(index -> tx.update("drop index " + index.name()).execute());
        return new Aside(Stream.concat(indexes.stream(), guards.stream())
                .map(Named::definition)
                .toList());
    }

    private static List<Named> named(Query question) {
        return question.map((row, context) -> new Named(row.getString(1), row.getString(2)))
                .list();
    }

    void putBack(Tx tx) {
        tx.update("set local maintenance_work_mem = '1GB'").execute();
        statements.forEach(statement -> tx.update(statement).execute());
    }
}
