package org.emiadi.absences;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.emiadi.absences.Cancelling.Cancelled;
import org.emiadi.absences.Cancelling.Fault;
import org.emiadi.absences.Cancelling.Refused;
import org.emiadi.absences.Cancelling.Why;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.Appointments;
import org.emiadi.appointments.BookingRules;
import org.emiadi.audit.AuditLog;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Actor;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Database;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.emiadi.platform.TimeRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Cancelling several appointments that need moving.
class CancellingTest {
    private static final Instant NINE = Instant.parse("2026-11-30T06:00:00Z");
    private static final TimeRange MORNING = new TimeRange(NINE, NINE.plus(Duration.ofHours(3)));

    private final Database database = TestDatabase.fresh();
    private final TestClock clock = TestClock.mondayMorning();
    private final AuditLog audit = new AuditLog(clock);
    private final NeedsMoving needsMoving = new NeedsMoving(
            new Appointments(new BookingRules(new ClinicTime(ZoneId.of("Africa/Nairobi"))), audit, clock),
            audit,
            clock);
    private final TestVisits visits = new TestVisits(database);
    private final ProviderId provider = TestPeople.provider(database);
    private final AppointmentId one = visits.visit(provider, NINE);
    private final AppointmentId two = visits.visit(provider, NINE.plusSeconds(3600));
    private final AppointmentId undisturbed = visits.visit(provider, MORNING.end());

    @BeforeEach
    void goOnLeave() {
        TestAbsences.leave(database, provider, MORNING, clock);
    }

    @Test
    void several_are_cancelled_with_one_reason() {
        assertThat(cancel(TestPeople.DESK, two, one)).isEqualTo(new Cancelled(2));

        assertThat(statuses()).containsExactly("cancelled", "cancelled", "scheduled");
        assertThat(text("select distinct cancelled_by || ': ' || status_reason from appointments"
                        + " where status = 'cancelled'"))
                .containsExactly("clinic: On leave");
        assertThat(text("select action || ' ' || outcome from audit_entries where patient_id is not null"
                        + " and action like 'appointment.%'"))
                .containsExactly("appointment.cancelled success", "appointment.cancelled success");
    }

    @Test
    void one_that_need_not_move_stops_them_all() {
        assertThat(cancel(TestPeople.DESK, one, undisturbed, new AppointmentId(999_999)))
                .isEqualTo(new Refused(List.of(new Fault(1, Why.NOT_ON_THE_LIST), new Fault(2, Why.NOT_ON_THE_LIST))));

        assertThat(statuses()).containsExactly("scheduled", "scheduled", "scheduled");
        assertThat(text("select action || ' ' || outcome from audit_entries"))
                .contains("needs-moving.cancelled refused")
                .doesNotContain("appointment.cancelled success");
    }

    @Test
    void one_that_cannot_be_cancelled_stops_them_all() {
        // A record of a visit that has not taken place is a mistake, but one that must not be lost.
        database.write(tx -> tx.update("""
                        insert into medical_records (appointment_id, patient_id, provider_id, diagnosis, created_at)
                        select id, patient_id, provider_id, 'Malaria', :now from appointments where id = :id
                        """)
                .bind("now", clock.instant())
                .bind("id", two.value())
                .execute());

        assertThat(cancel(TestPeople.DESK, one, two))
                .isEqualTo(new Refused(List.of(new Fault(1, Why.CANNOT_BE_CANCELLED))));
        assertThat(statuses()).containsExactly("scheduled", "scheduled", "scheduled");
    }

    @Test
    void what_was_kept_or_cancelled_meanwhile_is_no_longer_cancelled() {
        database.write(tx -> needsMoving.keep(tx, TestPeople.DESK, one, "Somebody stands in"));
        visits.set(two, "no_show");

        assertThat(cancel(TestPeople.DESK, one, two))
                .isEqualTo(new Refused(List.of(new Fault(0, Why.NOT_ON_THE_LIST), new Fault(1, Why.NOT_ON_THE_LIST))));
    }

    @Test
    void one_named_twice_is_cancelled_once() {
        assertThat(cancel(TestPeople.DESK, one, one)).isEqualTo(new Cancelled(1));
    }

    @Test
    void providers_cancel_their_own_only() {
        assertThat(cancel(TestPeople.as(TestPeople.provider(database)), one)).isInstanceOf(Refused.class);
        assertThat(cancel(TestPeople.as(TestPeople.patient(database)), one)).isInstanceOf(Refused.class);
        assertThat(cancel(TestPeople.as(provider), one)).isEqualTo(new Cancelled(1));
    }

    private Cancelling cancel(Actor actor, AppointmentId... ids) {
        return database.write(tx -> needsMoving.cancel(tx, actor, List.of(ids), "On leave"));
    }

    private List<String> statuses() {
        return Stream.of(one, two, undisturbed).map(visits::status).toList();
    }

    private List<String> text(String sql) {
        return database.read(tx -> tx.query(sql).mapTo(String.class).list());
    }
}
