package org.emiadi.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.emiadi.appointments.AppointmentType.BookableBy;
import org.emiadi.appointments.AppointmentType.Details;
import org.emiadi.appointments.AppointmentType.Looks;
import org.emiadi.appointments.AppointmentTypes.Outcome;
import org.emiadi.audit.AuditLog;
import org.emiadi.people.PatientId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Actor;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Database;
import org.emiadi.platform.Origin;
import org.emiadi.platform.TestDatabase;
import org.junit.jupiter.api.Test;

class AppointmentTypesTest {
    private static final Database DATABASE = TestDatabase.fresh();
    private static final Actor ADMIN = TestPeople.admin();

    private final AppointmentTypes types = new AppointmentTypes(new AuditLog(Clock.systemUTC()));

    @Test
    void the_types_of_the_start_have_sensible_values() {
        var consultation = DATABASE.read(tx -> types.list(tx)).getFirst();
        assertThat(consultation.name()).isEqualTo("Consultation");
        assertThat(consultation.timing().duration()).isEqualTo(Duration.ofMinutes(30));
        assertThat(consultation.timing().horizonDays()).isEqualTo(60);
        assertThat(consultation.details().looks().swahili()).startsWith("Mazungumzo");
        assertThat(found(3).orElseThrow().details().bookableBy()).isEqualTo(BookableBy.STAFF);
    }

    @Test
    void everything_that_is_said_of_a_type_is_found_again() {
        var details = new Details(
                "Ultrasound",
                new Timing(minutes(40), minutes(10), minutes(5), minutes(15), Duration.ofDays(2), 30),
                BookableBy.STAFF,
                new Looks("#AB12CD", "A look inside.", "Kuangalia ndani."),
                new OfferedBy(List.of("Doctor"), List.of("Radiology", "Obstetrics")));
        var type = added(details);
        assertThat(found(type.id())).contains(type);
        assertThat(type.details().looks().colour()).isEqualTo("#ab12cd");
    }

    @Test
    void a_name_alone_is_enough() {
        var type = added(Details.named("Vaccination"));
        assertThat(found(type.id())).contains(type);
        assertThat(type.timing()).isEqualTo(Timing.USUAL);
    }

    @Test
    void two_types_cannot_have_one_name_case_aside() {
        var refused = DATABASE.write(tx -> types.add(tx, ADMIN, Details.named("follow-UP")));
        assertThat(refused).isInstanceOf(Outcome.NameInUse.class);
        var other = added(Details.named("Dressing"));
        assertThat(change(other.id(), 1, before -> Details.named("REFERRAL"))).isInstanceOf(Outcome.NameInUse.class);
    }

    @Test
    void a_change_counts_only_on_what_was_read() {
        var type = added(Details.named("Group education"));
        assertThat(change(type.id(), 1, before -> Details.named("Group talk"))).isInstanceOf(Outcome.Done.class);
        assertThat(change(type.id(), 1, before -> Details.named("Group walk"))).isInstanceOf(Outcome.Stale.class);
        assertThat(change(99_999, 1, before -> before)).isInstanceOf(Outcome.Absent.class);
        assertThat(found(type.id()).orElseThrow())
                .returns("Group talk", AppointmentType::name)
                .returns(2, AppointmentType::version);
    }

    @Test
    void a_provider_offers_what_is_for_everybody_and_what_is_for_their_cadre_or_specialization() {
        var ofCadre = added(offeredBy("Suturing", new OfferedBy(List.of("CLINICAL officer"), List.of())));
        var ofField = added(offeredBy("Growth check", new OfferedBy(List.of(), List.of("paediatrics"))));
        var ofOthers = added(offeredBy("Filling", new OfferedBy(List.of("Dentist"), List.of())));
        var provider = TestPeople.provider(DATABASE);

        var offered = DATABASE.read(tx -> types.offeredBy(tx, Actor.anonymous(Origin.local("test")), provider));

        assertThat(offered).contains(ofCadre, ofField).doesNotContain(ofOthers);
        assertThat(offered)
                .extracting(AppointmentType::name)
                .contains("Consultation")
                .doesNotContain("Referral");
        var byStaff = DATABASE.read(tx -> types.offeredBy(tx, TestPeople.DESK, provider));
        assertThat(byStaff).extracting(AppointmentType::id).contains(3);
    }

    private static Details offeredBy(String name, OfferedBy by) {
        return new Details(name, Timing.USUAL, BookableBy.PATIENTS, Looks.USUAL, by);
    }

    @Test
    void slots_begin_one_after_the_other_unless_the_type_says_how_far_apart() {
        assertThat(new Timing(minutes(30), minutes(5), minutes(10), null, minutes(0), 90).every())
                .isEqualTo(minutes(45));
        assertThat(new Timing(minutes(30), minutes(5), minutes(10), minutes(15), minutes(0), 90).every())
                .isEqualTo(minutes(15));
    }

    @Test
    void patients_and_strangers_reach_from_the_notice_to_the_end_of_the_last_day_of_the_horizon() {
        var nairobi = new ClinicTime(ZoneId.of("Africa/Nairobi"));
        var now = Instant.parse("2027-03-01T21:30:00Z"); // half past midnight on the 2nd in Nairobi
        var type = new AppointmentType(
                1,
                new Details(
                        "Check",
                        new Timing(minutes(30), minutes(0), minutes(0), null, Duration.ofHours(2), 7),
                        BookableBy.PATIENTS,
                        Looks.USUAL,
                        OfferedBy.ALL),
                1);
        for (Actor actor : List.of(TestPeople.as(new PatientId(1)), Actor.anonymous(Origin.local("test")))) {
            var reach = type.reachOf(actor, now, nairobi);
            assertThat(reach.contains(Instant.parse("2027-03-01T23:29:59Z"))).isFalse();
            assertThat(reach.contains(Instant.parse("2027-03-01T23:30:00Z"))).isTrue();
            assertThat(reach.contains(Instant.parse("2027-03-09T20:59:59Z"))).isTrue();
            assertThat(reach.contains(Instant.parse("2027-03-09T21:00:00Z"))).isFalse();
        }
    }

    @Test
    void staff_reach_from_now_on_without_end() {
        var type = new AppointmentType(1, Details.named("Check"), 1);
        var now = Instant.parse("2027-03-01T21:30:00Z");
        var reach = type.reachOf(TestPeople.DESK, now, new ClinicTime(ZoneId.of("Africa/Nairobi")));
        assertThat(reach.contains(now)).isTrue();
        assertThat(reach.contains(now.minusSeconds(1))).isFalse();
        assertThat(reach.contains(now.plus(Duration.ofDays(2000)))).isTrue();
    }

    private Optional<AppointmentType> found(int id) {
        return DATABASE.read(tx -> types.find(tx, id));
    }

    private AppointmentType added(Details details) {
        var outcome = DATABASE.write(tx -> types.add(tx, ADMIN, details));
        return ((Outcome.Done) outcome).type();
    }

    private Outcome change(int id, int expected, UnaryOperator<Details> change) {
        return DATABASE.write(tx -> types.change(tx, ADMIN, id, OptionalInt.of(expected), change));
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }
}
