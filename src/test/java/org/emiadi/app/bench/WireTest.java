package org.emiadi.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.emiadi.app.bench.SentStatement.SentValue;
import org.emiadi.app.bench.Wire.Trip;
import org.emiadi.platform.Database;
import org.emiadi.platform.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class WireTest {
    private final PGSimpleDataSource source =
            (PGSimpleDataSource) TestDatabase.named().source();
    private final Wire wire = Wire.to(source.getPortNumbers()[0]);
    private final Database database = new Database(throughTheWire());

    private PGSimpleDataSource throughTheWire() {
        var through = new PGSimpleDataSource();
        through.setServerNames(new String[] {"127.0.0.1"});
        through.setPortNumbers(new int[] {wire.port()});
        through.setDatabaseName(source.getDatabaseName());
        through.setUser("postgres");
        through.setSslMode("disable");
        return through;
    }

    @AfterEach
    void hangUp() {
        wire.close();
    }

    @Test
    void a_transaction_of_one_question_and_one_change_at_commit_waits_twice() {
        connect();

        database.write(tx -> {
            tx.atCommit(
                    "insert into appointment_types (name) values (:name)",
                    new org.emiadi.platform.Values().with("name", "Dressing"));
            return tx.query("select count(*) from appointment_types")
                    .mapTo(Integer.class)
                    .one();
        });

        assertThat(trips())
                .extracting(trip ->
                        trip.statements().stream().map(SentStatement::sql).toList())
                .containsExactly(
                        List.of("BEGIN", "select count(*) from appointment_types"),
                        List.of("insert into appointment_types (name) values ($1)", "commit"));
    }

    @Test
    void values_are_read_as_postgresql_writes_them() {
        connect();

        database.read(tx -> tx.query("select cast(:number as integer) + :flag + length(:text) + :nothing, :at")
                .bind("number", 41)
                .bind("flag", 7L)
                .bind("text", "ä€")
                .bind("nothing", (Integer) null)
                .bind("at", Instant.parse("2030-02-11T07:00:00Z"))
                .map((row, context) -> row.getObject(1))
                .list());

        var values = trips().getLast().statements().getLast().values();
        assertThat(values).extracting(SentValue::text).startsWith("41", "7", "ä€", null);
        assertThat(values.getLast().text()).startsWith("2030-02-11");
    }

    @Test
    void what_fails_fails_as_without_it() {
        connect();

        assertThatThrownBy(() -> database.read(
                        tx -> tx.query("select 1 / 0").mapTo(Integer.class).one()))
                .hasStackTraceContaining("division by zero");
    }

    // The first connection asks for more than the others.
    private void connect() {
        database.read(tx -> tx.query("select 1").mapTo(Integer.class).one());
    }

    // Each has a connection of its own, of which the driver makes some settings first.
    private List<Trip> trips() {
        var all = wire.takeTrips();
        int last = all.getLast().connection();
        return all.stream()
                .filter(trip -> trip.connection() == last)
                .filter(trip -> trip.statements().stream()
                        .noneMatch(statement -> statement.sql().startsWith("SET ")))
                .toList();
    }
}
