package org.emiadi.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.OptionalInt;
import org.emiadi.appointments.BookingRequest.Terms;
import org.emiadi.audit.AuditLog;
import org.emiadi.availability.TestHours;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Actor;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Database;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// An appointment that the desk hands over to another provider.
class AnotherProviderTest {
    private static final Actor DESK = TestPeople.DESK;

    private final Database database = TestDatabase.fresh();
    private final TestClock clock = TestClock.mondayMorning();
    private final Appointments appointments =
            new Appointments(new BookingRules(new ClinicTime(ZoneId.of("Africa/Nairobi"))), new AuditLog(clock), clock);
    private final ProviderId otieno = TestPeople.provider(database, "Otieno", "Odhiambo");
    private final ProviderId achieng = TestPeople.provider(database, "Achieng", "Akinyi");
    private final Instant eleven = clock.instant().plus(Duration.ofHours(1));

    @Test
    void the_desk_hands_a_visit_over_at_the_same_or_at_another_time() {
        var visit = booked(otieno, eleven);

        var there = move(DESK, visit, eleven, achieng);

        assertThat(there).isInstanceOfSatisfying(StatusChange.Changed.class, changed -> {
            assertThat(changed.appointment().provider()).isEqualTo(achieng);
            assertThat(changed.appointment().status()).isEqualTo(AppointmentStatus.RESCHEDULED);
            assertThat(changed.appointment().during().start()).isEqualTo(eleven);
        });
        assertThat(booked(otieno, eleven)).as("his time is free again").isNotNull();
        assertThat(move(DESK, visit, eleven.plus(Duration.ofHours(1)), otieno))
                .isInstanceOf(StatusChange.Changed.class);
        assertThat(details())
                .containsExactly(
                        "from provider %d to %d".formatted(otieno.value(), achieng.value()),
                        "from provider %d to %d".formatted(achieng.value(), otieno.value()));
    }

    @Test
    void the_time_of_the_other_provider_is_guarded_as_ever() {
        booked(achieng, eleven);
        var visit = booked(otieno, eleven);

        assertThat(move(DESK, visit, eleven, achieng)).isInstanceOf(TimeRefusal.ProviderBusy.class);
        TestHours.everyDay(database, achieng, LocalTime.of(14, 0), LocalTime.of(15, 0));
        assertThat(move(DESK, visit, eleven.plus(Duration.ofMinutes(30)), achieng))
                .isInstanceOf(TimeRefusal.OutsideHours.class);
        assertThat(move(DESK, visit, eleven.plus(Duration.ofHours(3)), achieng))
                .isInstanceOf(StatusChange.Changed.class);
    }

    @Test
    void nobody_else_hands_visits_over() {
        var visit = booked(otieno, eleven);

        assertThat(move(TestPeople.as(otieno), visit, eleven, achieng)).isInstanceOf(StatusChange.NotAllowed.class);
        assertThat(move(TestPeople.as(visit.patient()), visit, eleven, achieng))
                .isInstanceOf(StatusChange.NotAllowed.class);
    }

    @Test
    void the_other_provider_is_one_of_ours_and_offers_the_type() {
        var visit = booked(otieno, eleven);

        assertThat(move(DESK, visit, eleven, new ProviderId(999_999)))
                .isEqualTo(new StatusChange.NotWith(StatusChange.NotWith.Why.NO_SUCH_PROVIDER));
        sql("update appointment_types set cadres = '{Dentist}' where id = 1");
        assertThat(move(DESK, visit, eleven, achieng))
                .isEqualTo(new StatusChange.NotWith(StatusChange.NotWith.Why.TYPE_NOT_OFFERED));
        assertThat(move(DESK, visit, eleven.plus(Duration.ofHours(1)), null)).isInstanceOf(StatusChange.Changed.class);
    }

    @Test
    void a_visit_with_a_record_stays_with_who_wrote_it() {
        var visit = booked(otieno, eleven);
        sql("insert into medical_records (appointment_id, patient_id, provider_id, notes) values (%d, %d, %d, 'x')"
                .formatted(visit.id().value(), visit.patient().value(), otieno.value()));

        assertThat(move(DESK, visit, eleven, achieng)).isInstanceOf(StatusChange.HasRecord.class);
        assertThat(database.read(tx -> tx.query("select provider_id from appointments where id = "
                                        + visit.id().value())
                                .mapTo(Integer.class)
                                .one())
                        .equals(otieno.value()))
                .isTrue();
    }

    private Appointment booked(ProviderId provider, Instant start) {
        PatientId patient = TestPeople.patient(database);
        var request =
                new BookingRequest(patient, provider, 1, start, null, new Terms(null, null, null, null, false, null));
        var outcome = database.write(tx -> appointments.book(tx, DESK, request));
        return ((Booking.Booked) outcome).appointment();
    }

    private StatusChange move(Actor actor, Appointment visit, Instant start, @Nullable ProviderId with) {
        var request = new StatusRequest(
                AppointmentStatus.RESCHEDULED,
                new StatusRequest.Move(start, null, false, with),
                null,
                null,
                null,
                OptionalInt.empty());
        return database.write(tx -> appointments.change(tx, actor, visit.id(), request));
    }

    private java.util.List<String> details() {
        return database.read(tx -> tx.query("""
                        select detail from audit_entries
                         where action = 'appointment.rescheduled' and outcome = 'success'
                         order by id
                        """).mapTo(String.class).list());
    }

    private void sql(String sql) {
        database.write(tx -> tx.update(sql).execute());
    }
}
