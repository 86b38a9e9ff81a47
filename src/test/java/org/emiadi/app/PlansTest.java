package org.emiadi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.emiadi.appointments.AppointmentFilter;
import org.emiadi.appointments.Appointments;
import org.emiadi.appointments.BookingRules;
import org.emiadi.audit.AuditLog;
import org.emiadi.board.Boards;
import org.emiadi.facilities.Facilities;
import org.emiadi.facilities.FacilityId;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Actor;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Database;
import org.emiadi.platform.Slice;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.emiadi.platform.Tx;
import org.junit.jupiter.api.Test;

/// Whether PostgreSQL, told that a provider has seen very many patients, keeps its plans of what is asked all day long.
class PlansTest {
    private static final Actor DESK = TestPeople.DESK;
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    /// The driver prepares a statement when it is sent for the fifth time, and PostgreSQL plans the first five anew.
    private static final int TIMES = 20;

    private static final int AT_LEAST_KEPT = 10;

    private final Database database = TestDatabase.byOneConnection();
    private final TestClock clock = TestClock.mondayMorning();
    private final AuditLog audit = new AuditLog(clock);
    private final ProviderId provider = TestPeople.provider(database);

    @Test
    void of_a_day_of_a_provider() {
        var appointments =
                new Appointments(new BookingRules(new ClinicTime(ZoneId.of("Africa/Nairobi"))), audit, clock);
        var day = new AppointmentFilter(
                Optional.empty(),
                Optional.of(Instant.parse("2026-11-22T21:00:00Z")),
                Optional.of(Instant.parse("2026-11-23T21:00:00Z")),
                Optional.of(provider),
                Optional.empty(),
                Optional.empty());

        assertThat(plansKept(tx -> appointments.list(tx, DESK, day, Slice.first(50))))
                .isNotEmpty()
                .allMatch(kept -> kept >= AT_LEAST_KEPT);
    }

    @Test
    void of_the_boards() {
        var boards = new Boards(new Facilities(audit), audit, clock);

        assertThat(plansKept(tx -> {
                    boards.day(tx, DESK, null, MONDAY, Slice.first(50));
                    boards.week(tx, DESK, provider, MONDAY);
                    boards.mark(tx, (FacilityId) null, MONDAY);
                    boards.mark(tx, provider, MONDAY);
                }))
                .hasSize(7)
                .allMatch(kept -> kept >= AT_LEAST_KEPT);
    }

    /// How often the plan that is kept was used, of each statement that reads what days hold.
    private List<Long> plansKept(Consumer<Tx> asking) {
        fillIn();
        try {
            for (int i = 0; i < TIMES; i++) {
                database.write(tx -> {
                    asking.accept(tx);
                    return tx;
                });
            }
            return database.read(tx -> tx.query("""
                            select generic_plans from pg_prepared_statements
                             where statement ~ 'from appointments a|open_sessions'
                            """).mapTo(Long.class).list());
        } finally {
            database.read(tx -> tx.update("reset cpu_tuple_cost").execute());
            database.read(tx -> tx.query("select cast(pg_clear_relation_stats('public', 'appointments') as text)")
                    .mapTo(String.class)
                    .findOne());
        }
    }

    // A day a week for ten years, of which PostgreSQL is told that the provider has seen fifty thousand patients in
    // them, each on a page of its own.
    private void fillIn() {
        var patient = TestPeople.patient(database);
        database.write(tx -> tx.update("""
                        insert into appointments (patient_id, provider_id, facility_id, start_time, end_time, status)
                        select :patient, :provider, 1, day, day + interval '30 minutes', 'completed'
                          from generate_series(timestamptz '2018-01-01 09:00+03', '2027-12-31 09:00+03', '7 days') day
                        """)
                .bind("patient", patient.value())
                .bind("provider", provider.value())
                .execute());
        database.read(tx -> tx.update("analyze appointments").execute());
        database.read(tx -> tx.query("""
                        select pg_restore_relation_stats(
                                   'schemaname', 'public', 'relname', 'appointments', 'relpages', 1, 'reltuples',
                                   cast(50000.0 * current_setting('block_size')::int / pg_relation_size('appointments') as real))
                        """).mapTo(Boolean.class).one());
        database.read(tx -> tx.update("set cpu_tuple_cost = 3").execute());
    }
}
