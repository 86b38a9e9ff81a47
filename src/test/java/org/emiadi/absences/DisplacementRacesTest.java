package org.emiadi.absences;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.Appointments;
import org.emiadi.appointments.BookingRules;
import org.emiadi.audit.AuditLog;
import org.emiadi.facilities.TestFacilities;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Database;
import org.emiadi.platform.Slice;
import org.emiadi.platform.TestDatabase;
import org.emiadi.platform.TimeRange;
import org.junit.jupiter.api.Test;

/// Bookings, absences and decisions to keep, all at once: whatever their order, nothing is forgotten.
class DisplacementRacesTest {
    private static final int ROUNDS = 20;

    private final Database database = TestDatabase.fresh();
    private final Clock clock = Clock.systemUTC();
    private final AuditLog audit = new AuditLog(clock);
    private final NeedsMoving needsMoving = new NeedsMoving(
            new Appointments(new BookingRules(new ClinicTime(ZoneId.of("Africa/Nairobi"))), audit, clock),
            audit,
            clock);
    private final TestVisits visits = new TestVisits(database);
    private final Instant start = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(7));

    @Test
    void what_is_booked_while_leave_is_entered_needs_moving() throws Exception {
        var booked = new HashSet<AppointmentId>();
        for (int round = 0; round < ROUNDS; round++) {
            ProviderId provider = TestPeople.provider(database);
            booked.addAll(AtOnce.run(
                    () -> visits.visit(provider, start), () -> visits.visit(provider, start.plusSeconds(3600)), () -> {
                        TestAbsences.leave(database, provider, day(), clock);
                        return null;
                    }));
        }
        booked.remove(null);

        assertThat(needingToMove()).isEqualTo(booked).hasSize(2 * ROUNDS);
    }

    @Test
    void who_keeps_a_visit_while_an_absence_is_entered_keeps_it_against_what_they_could_see() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            ProviderId provider = TestPeople.provider(database);
            var visit = visits.visit(provider, start);
            TestAbsences.leave(database, provider, day(), clock);
            AtOnce.run(
                    () -> database.write(tx -> needsMoving.keep(tx, TestPeople.DESK, visit, "Somebody stands in")),
                    () -> TestAbsences.closure(database, TestFacilities.FIRST, day(), clock));

            boolean closedFirst = text("""
                    select (select max(created_at) from facility_closures) < kept_at from appointments where id = %d
                    """.formatted(visit.value())).equals("t");
            boolean closedFirstOnDisk = text("""
                    select (select max(id) from audit_entries where action = 'closure.added')
                         < (select max(id) from audit_entries where action = 'appointment.kept')
                    """).equals("t");

            assertThat(closedFirst).isEqualTo(closedFirstOnDisk);
            assertThat(needingToMove().contains(visit)).isNotEqualTo(closedFirst);
            database.write(tx -> tx.update("delete from facility_closures").execute());
        }
    }

    private TimeRange day() {
        return new TimeRange(start.minusSeconds(3600), start.plus(Duration.ofHours(8)));
    }

    private Set<AppointmentId> needingToMove() {
        var page = database.write(
                tx -> needsMoving.list(tx, TestPeople.DESK, NeedsMoving.Filter.all(), Slice.first(Slice.MOST)));
        var ids = new HashSet<AppointmentId>();
        page.rows().forEach(row -> ids.add(row.appointment().id()));
        return ids;
    }

    private String text(String sql) {
        return database.read(tx -> tx.query("select case when x then 't' else 'f' end from (" + sql + ") q (x)")
                .mapTo(String.class)
                .one());
    }

    /// Runs tasks on threads of their own.
    private static final class AtOnce {
        @SafeVarargs
        static <T> List<T> run(Callable<? extends T>... tasks) throws Exception {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var results = new ArrayList<T>();
                var running = new ArrayList<java.util.concurrent.Future<? extends T>>();
                for (var task : tasks) {
                    running.add(threads.submit(task));
                }
                for (var result : running) {
                    results.add(result.get());
                }
                return results;
            }
        }
    }
}
