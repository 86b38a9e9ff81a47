package org.emiadi.appointments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.emiadi.audit.AuditLog;
import org.emiadi.people.PersonDetails;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Actor;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Constraint;
import org.emiadi.platform.Database;
import org.emiadi.platform.Origin;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.emiadi.platform.TimeRange;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    private static final Instant NINE = Instant.parse("2026-11-30T06:00:00Z");
    private static final LocalDate BIRTH = LocalDate.of(1990, 5, 31);
    private static final Actor ANYBODY = Actor.anonymous(new Origin("192.0.2.1", "test"));

    private final Database database = TestDatabase.fresh();
    private final TestClock clock = TestClock.mondayMorning();
    private final Appointments appointments =
            new Appointments(new BookingRules(new ClinicTime(ZoneId.of("Africa/Nairobi"))), new AuditLog(clock), clock);

    @Test
    void a_reference_is_read_however_it_is_typed() {
        assertThat(Reference.parse(" k7mp-x2qa "))
                .hasValueSatisfying(read -> assertThat(read.spaced()).isEqualTo("K7MP X2QA"));
        for (String other : new String[] {"", "K7MPX2Q", "K7MPX2QAB", "K7MPX2Q0", "K7MPX2QI", "K7MPX2QÄ"}) {
            assertThat(Reference.parse(other)).as(other).isEmpty();
        }
        assertThatThrownBy(() -> new Reference("k7mpx2qa")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_database_draws_references_of_all_letters_and_digits_that_cannot_be_mistaken() {
        var drawn = database.read(tx -> tx.query("select new_reference() from generate_series(1, 2000)")
                .mapTo(String.class)
                .list());

        assertThat(drawn).allMatch(text -> text.matches("[A-HJ-NP-Z2-9]{8}")).doesNotHaveDuplicates();
        for (int place = 0; place < 8; place++) {
            var letters = new HashSet<Character>();
            for (String text : drawn) {
                letters.add(text.charAt(place));
            }
            assertThat(letters).as("place %d", place).hasSize(32);
        }
    }

    @Test
    void an_appointment_keeps_its_reference_and_no_other_gets_it() {
        var booked = book();
        var moved = database.write(tx -> appointments.change(
                tx, TestPeople.DESK, booked.id(), StatusRequest.moveTo(NINE.plus(Duration.ofDays(1)), null)));

        assertThat(((StatusChange.Changed) moved).appointment().reference()).isEqualTo(booked.reference());
        assertThatThrownBy(() ->
                        database.write(tx -> tx.update("update appointments set reference = :reference where id = :id")
                                .bind("reference", booked.reference().value())
                                .bind("id", book().id().value())
                                .execute()))
                .satisfies(refusal -> assertThat(Constraint.in((RuntimeException) refusal))
                        .hasValueSatisfying(
                                constraint -> assertThat(constraint.name()).isEqualTo("appointments_reference_once")));
    }

    @Test
    void whoever_knows_the_reference_and_the_date_of_birth_finds_it_cancelled_ones_too() {
        var booked = book();

        assertThat(lookUp(booked.reference(), BIRTH)).contains(booked);
        database.write(tx ->
                appointments.change(tx, TestPeople.DESK, booked.id(), StatusRequest.of(AppointmentStatus.CANCELLED)));
        assertThat(lookUp(booked.reference(), BIRTH))
                .hasValueSatisfying(seen -> assertThat(seen.status()).isEqualTo(AppointmentStatus.CANCELLED));
        assertThat(lookUp(booked.reference(), BIRTH.plusDays(1))).isEmpty();
        assertThat(lookUp(new Reference("AAAAAAAA"), BIRTH)).isEmpty();
        assertThat(trail()).containsExactly("success", "success", "refused", "refused");
    }

    private Optional<Appointment> lookUp(Reference reference, LocalDate birth) {
        return database.write(tx -> appointments.lookUp(tx, ANYBODY, reference, birth));
    }

    private List<String> trail() {
        return database.read(
                tx -> tx.query("select outcome from audit_entries where action = 'appointment.looked-up' order by id")
                        .mapTo(String.class)
                        .list());
    }

    private Appointment book() {
        var details = new PersonDetails("Wanjiku", "Kamau", BIRTH, null, null, null, null);
        var request = BookingRequest.of(
                TestPeople.patient(database, details).id(),
                TestPeople.provider(database),
                null,
                new TimeRange(NINE, NINE.plus(Duration.ofMinutes(30))));
        var outcome = database.<Booking>write(tx -> appointments.book(tx, TestPeople.DESK, request));
        return ((Booking.Booked) outcome).appointment();
    }
}
