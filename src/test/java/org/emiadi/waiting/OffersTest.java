package org.emiadi.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emiadi.waiting.WaitingClinic.CONSULTATION;
import static org.emiadi.waiting.WaitingClinic.FOR_STAFF;
import static org.emiadi.waiting.WaitingClinic.HALF_PAST_NINE;
import static org.emiadi.waiting.WaitingClinic.NINE;
import static org.emiadi.waiting.WaitingClinic.THURSDAY;
import static org.emiadi.waiting.WaitingClinic.anybody;
import static org.emiadi.waiting.WaitingClinic.days;
import static org.emiadi.waiting.WaitingClinic.earlierThan;
import static org.emiadi.waiting.WaitingClinic.wishes;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.emiadi.appointments.AppointmentFilter;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.appointments.StatusRequest;
import org.emiadi.facilities.TestFacilities;
import org.emiadi.people.PatientId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Slice;
import org.emiadi.waiting.Wishes.When;
import org.emiadi.waiting.Wishes.With;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OffersTest {
    private static final Actor DESK = TestPeople.DESK;

    private final WaitingClinic clinic = new WaitingClinic();
    private final PatientId patient = clinic.patient();

    @Test
    void what_is_given_up_is_offered_to_who_came_first_for_half_an_hour() {
        var first = clinic.joined(patient);
        var second = clinic.joined(clinic.patient());

        clinic.cancel(clinic.atNine);
        clinic.work();

        var offer = clinic.offer(first).orElseThrow();
        assertThat(offer.during().start()).isEqualTo(NINE);
        assertThat(offer.provider()).isEqualTo(clinic.provider);
        assertThat(offer.facility()).isEqualTo(TestFacilities.FIRST);
        assertThat(offer.until()).isEqualTo(clinic.clock.instant().plus(Offers.OPEN_FOR));
        assertThat(clinic.offer(second)).isEmpty();
        assertThat(clinic.database
                        .write(tx -> clinic.appointments.list(tx, DESK, AppointmentFilter.of(patient), Slice.first(5)))
                        .rows())
                .as("an offer is no appointment")
                .isEmpty();
    }

    @Test
    void what_is_free_already_is_offered_as_soon_as_somebody_joins() {
        clinic.cancel(clinic.atNine);
        clinic.work();

        assertThat(clinic.joined(patient).offer()).isNotNull();
    }

    @Test
    void whoever_accepts_has_the_slot_and_waits_no_more() {
        var entry = clinic.joined(patient);
        clinic.cancel(clinic.atNine);
        clinic.work();

        var accepted = (Answer.Accepted) clinic.accept(entry);

        assertThat(accepted.moved()).isFalse();
        assertThat(accepted.appointment().patient()).isEqualTo(patient);
        assertThat(accepted.appointment().during().start()).isEqualTo(NINE);
        assertThat(clinic.entry(entry).status()).isEqualTo(EntryStatus.FULFILLED);
        assertThat(clinic.entry(entry).booked())
                .isEqualTo(accepted.appointment().id());
        assertThat(clinic.entry(entry).offer()).isNull();
        assertThat(clinic.accept(entry)).isEqualTo(new Answer.Gone());
        assertThat(clinic.count("select count(*) from appointments where status = 'held'"))
                .isZero();
    }

    @Test
    void what_is_declined_goes_to_the_next_in_line_and_never_back() {
        var first = clinic.joined(patient);
        var second = clinic.joined(clinic.patient());
        clinic.cancel(clinic.atNine);
        clinic.work();

        assertThat(clinic.decline(first)).isEqualTo(new Answer.Declined());
        clinic.work();
        assertThat(clinic.offered(second)).contains(NINE);
        assertThat(clinic.offered(first)).isEmpty();
        assertThat(clinic.entry(first).status()).isEqualTo(EntryStatus.WAITING);

        clinic.decline(second);
        clinic.clock.advance(Offers.LOOKED_FOR_EVERY);
        clinic.work();
        assertThat(clinic.offered(first)).isEmpty();
        assertThat(clinic.offered(second)).isEmpty();
        assertThat(clinic.decline(first)).isEqualTo(new Answer.Gone());
    }

    @Test
    void whoever_declined_is_still_asked_about_other_slots() {
        var entry = clinic.joined(patient);
        clinic.cancel(clinic.atNine);
        clinic.cancel(clinic.atHalfPastNine);
        clinic.work();
        assertThat(clinic.offered(entry)).contains(NINE);

        clinic.decline(entry);
        clinic.work();

        assertThat(clinic.offered(entry)).contains(HALF_PAST_NINE);
    }

    @Test
    void an_offer_that_has_had_its_time_goes_to_the_next_in_line() {
        var first = clinic.joined(patient);
        var second = clinic.joined(clinic.patient());
        clinic.cancel(clinic.atNine);
        clinic.work();

        clinic.clock.advance(Offers.OPEN_FOR);
        assertThat(clinic.offer(first)).as("before anybody has tidied up").isEmpty();
        assertThat(clinic.accept(first)).isEqualTo(new Answer.Gone());
        clinic.work();

        assertThat(clinic.offered(second)).contains(NINE);
        assertThat(clinic.count("select count(*) from offers where outcome = 'lapsed'"))
                .isOne();
    }

    @Test
    void a_patient_makes_up_their_mind_about_one_slot_at_a_time() {
        var one = clinic.joined(patient);
        var other = clinic.joined(patient);
        clinic.cancel(clinic.atNine);
        clinic.cancel(clinic.atHalfPastNine);
        clinic.work();

        assertThat(clinic.offered(one)).contains(NINE);
        assertThat(clinic.offered(other)).isEmpty();

        clinic.accept(one);
        clinic.clock.advance(Offers.LOOKED_FOR_EVERY);
        clinic.work();
        assertThat(clinic.offered(other)).contains(HALF_PAST_NINE);
    }

    @Test
    void a_longer_time_is_offered_slot_by_slot() {
        var first = clinic.joined(patient);
        var second = clinic.joined(clinic.patient());
        clinic.cancel(clinic.atNine);
        clinic.cancel(clinic.atHalfPastNine);
        clinic.work();

        assertThat(clinic.offered(first)).contains(NINE);
        assertThat(clinic.offered(second)).contains(HALF_PAST_NINE);
        assertThat(clinic.count("select count(*) from freed_times")).isZero();
    }

    @Test
    void an_appointment_is_moved_to_the_earlier_time_and_its_old_time_is_offered_on() {
        Instant friday = NINE.plus(Duration.ofDays(1));
        clinic.works(clinic.provider, THURSDAY.plusDays(1), 9, 10);
        var own = clinic.booked(patient, clinic.provider, friday);
        clinic.booked(clinic.patient(), clinic.provider, friday.plus(Duration.ofMinutes(30)));
        var mover = clinic.joined(TestPeople.as(patient), earlierThan(patient, own));
        var next = clinic.joined(clinic.patient());
        clinic.cancel(clinic.atNine);
        clinic.work();
        assertThat(clinic.offered(mover)).contains(NINE);

        var accepted = (Answer.Accepted) clinic.accept(mover);
        clinic.work();

        assertThat(accepted.moved()).isTrue();
        assertThat(accepted.appointment().id()).isEqualTo(own);
        assertThat(clinic.appointment(own).during().start()).isEqualTo(NINE);
        assertThat(clinic.entry(mover).booked()).isEqualTo(own);
        assertThat(clinic.offered(next)).contains(friday);
    }

    @Test
    void an_appointment_is_not_moved_to_a_later_time_nor_to_another_provider() {
        var other = TestPeople.provider(clinic.database);
        clinic.works(other, THURSDAY.minusDays(1), 9, 10);
        clinic.works(clinic.provider, THURSDAY.plusDays(1), 9, 10);
        var whose = clinic.appointment(clinic.atHalfPastNine).patient();

        var entry = clinic.joined(TestPeople.as(whose), earlierThan(whose, clinic.atHalfPastNine));
        clinic.work();

        assertThat(clinic.offer(entry)).isEmpty();
    }

    @Test
    void wishes_are_kept_to() {
        var nine = LocalTime.of(9, 0);
        var elsewhere = TestFacilities.facility(clinic.database, "Far away", "Africa/Kinshasa");
        clinic.cancel(clinic.atNine);
        clinic.work();

        assertThat(offeredFor(new With(TestPeople.provider(clinic.database), null, null, null), When.ANY_TIME))
                .isNull();
        assertThat(offeredFor(new With(null, "Nurse", null, null), When.ANY_TIME))
                .isNull();
        assertThat(offeredFor(new With(null, null, "Surgery", null), When.ANY_TIME))
                .isNull();
        assertThat(offeredFor(new With(null, null, null, elsewhere), When.ANY_TIME))
                .isNull();
        assertThat(offeredFor(With.ANYBODY, days(THURSDAY.plusDays(1), null))).isNull();
        assertThat(offeredFor(With.ANYBODY, days(null, THURSDAY.minusDays(1)))).isNull();
        assertThat(offeredFor(With.ANYBODY, at(Set.of(DayOfWeek.FRIDAY), null, null)))
                .isNull();
        assertThat(offeredFor(With.ANYBODY, at(Set.of(), nine.plusMinutes(1), null)))
                .isNull();
        assertThat(offeredFor(With.ANYBODY, at(Set.of(), null, nine.plusMinutes(29))))
                .isNull();
        assertThat(offeredFor(
                        new With(clinic.provider, "clinical OFFICER", "paediatrics", TestFacilities.FIRST),
                        new When(THURSDAY, THURSDAY, Set.of(DayOfWeek.THURSDAY), nine, nine.plusMinutes(30))))
                .isEqualTo(NINE);
    }

    private static When at(Set<DayOfWeek> weekdays, @Nullable LocalTime from, @Nullable LocalTime to) {
        return new When(null, null, weekdays, from, to);
    }

    private @Nullable Instant offeredFor(With with, When when) {
        var whose = clinic.patient();
        var offer =
                clinic.joined(TestPeople.as(whose), wishes(whose, with, when)).offer();
        return offer == null ? null : offer.during().start();
    }

    @Test
    void nobody_is_asked_about_a_time_at_which_they_are_in_another_appointment() {
        var other = TestPeople.provider(clinic.database);
        var busy = clinic.joined(patient);
        var free = clinic.joined(clinic.patient());
        clinic.booked(patient, other, NINE.plus(Duration.ofMinutes(10)));
        clinic.cancel(clinic.atNine);
        clinic.work();

        assertThat(clinic.offer(busy)).isEmpty();
        assertThat(clinic.offered(free)).contains(NINE);
    }

    @Test
    void patients_are_asked_about_what_patients_may_book_and_the_desk_may_ask_about_more() {
        // Longer than until Thursday.
        clinic.update("update appointment_types set minimum_notice_minutes = 7 * 24 * 60 where id = 1");
        var own = clinic.joined(patient);
        var byDesk = clinic.joined(DESK, anybody(clinic.patient()));
        clinic.cancel(clinic.atNine);
        clinic.work();

        assertThat(clinic.offer(own)).isEmpty();
        assertThat(clinic.offered(byDesk)).contains(NINE);
        assertThat(clinic.accept(byDesk))
                .as("the patient takes it, whatever patients may book")
                .isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void the_patient_takes_what_the_desk_waits_for_although_staff_alone_book_it() {
        clinic.works(clinic.provider, THURSDAY.plusDays(1), 9, 10);
        var entry = clinic.joined(DESK, new Wishes(patient, FOR_STAFF, With.ANYBODY, When.ANY_TIME, null));
        assertThat(clinic.offer(entry)).isPresent();

        assertThat(clinic.accept(entry)).isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void an_offer_can_be_accepted_although_the_notice_has_begun_meanwhile() {
        clinic.update("update appointment_types set minimum_notice_minutes = 120 where id = 1");
        var entry = clinic.joined(patient);
        clinic.clock.advance(Duration.between(clinic.clock.instant(), NINE.minus(Duration.ofMinutes(121))));
        clinic.cancel(clinic.atNine);
        clinic.work();
        assertThat(clinic.offered(entry)).contains(NINE);

        clinic.clock.advance(Duration.ofMinutes(20));

        assertThat(clinic.accept(entry)).isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void what_begins_too_soon_is_not_offered() {
        var entry = clinic.joined(DESK, anybody(patient));
        clinic.clock.advance(Duration.between(clinic.clock.instant(), NINE.minus(Duration.ofMinutes(44))));
        clinic.cancel(clinic.atNine);
        clinic.work();
        assertThat(clinic.offer(entry)).isEmpty();

        clinic.cancel(clinic.atHalfPastNine);
        clinic.work();
        assertThat(clinic.offered(entry)).contains(HALF_PAST_NINE);
    }

    @Test
    void what_the_provider_is_away_from_by_now_is_taken_back_and_the_entry_waits_on() {
        var entry = clinic.joined(patient);
        clinic.cancel(clinic.atNine);
        clinic.work();
        clinic.update("""
                insert into time_off (provider_id, kind, during, created_at)
                select id, 'sick', '[2026-11-26 00:00+03,2026-11-27 00:00+03)', now() from providers""");

        assertThat(clinic.accept(entry)).isEqualTo(new Answer.Gone());
        assertThat(clinic.entry(entry).status()).isEqualTo(EntryStatus.WAITING);
        assertThat(clinic.count("select count(*) from appointments where status = 'held'"))
                .isZero();

        clinic.update("delete from time_off");
        clinic.clock.advance(Offers.LOOKED_FOR_EVERY);
        clinic.work();
        assertThat(clinic.offered(entry))
                .as("taken back by the house, not declined")
                .contains(NINE);
    }

    @Test
    void time_that_falls_free_without_a_cancellation_is_found_within_minutes_by_who_came_first() {
        var first = clinic.joined(patient);
        var second = clinic.joined(clinic.patient());
        clinic.work();
        clinic.works(TestPeople.provider(clinic.database), LocalDate.of(2026, 11, 25), 9, 10);

        clinic.work();
        assertThat(clinic.offer(first)).isEmpty();
        clinic.clock.advance(Offers.LOOKED_FOR_EVERY);
        clinic.work();

        assertThat(clinic.offered(first)).contains(NINE.minus(Duration.ofDays(1)));
        clinic.clock.advance(Offers.LOOKED_FOR_EVERY);
        clinic.work();
        assertThat(clinic.offered(second)).isPresent();
    }

    @Test
    void a_missed_visit_a_move_and_a_hold_that_is_let_go_are_noted_as_free_time() {
        assertThat(clinic.count("select count(*) from freed_times")).isZero();
        clinic.change(clinic.atNine, StatusRequest.moveTo(NINE.plus(Duration.ofHours(3)), null));
        assertThat(clinic.count("select count(*) from freed_times"))
                .as("refused, as it is outside of the hours")
                .isZero();

        clinic.works(clinic.provider, THURSDAY.plusDays(1), 9, 10);
        clinic.change(clinic.atNine, StatusRequest.moveTo(NINE.plus(Duration.ofDays(1)), null));
        assertThat(clinic.count("select count(*) from freed_times")).isOne();

        clinic.change(clinic.atHalfPastNine, StatusRequest.of(AppointmentStatus.CONFIRMED));
        assertThat(clinic.count("select count(*) from freed_times"))
                .as("nothing was given up")
                .isOne();
        clinic.clock.advance(Duration.between(clinic.clock.instant(), HALF_PAST_NINE));
        clinic.change(clinic.atHalfPastNine, StatusRequest.of(AppointmentStatus.NO_SHOW));
        assertThat(clinic.count("select count(*) from freed_times")).isEqualTo(2);
        clinic.work();
        assertThat(clinic.count("select count(*) from freed_times"))
                .as("worked off, though nobody waits")
                .isZero();
    }

    @Test
    void each_step_leaves_a_trace() {
        var entry = clinic.joined(patient);
        clinic.cancel(clinic.atNine);
        clinic.work();
        clinic.accept(entry);

        assertThat(clinic.count("""
                select count(*) from audit_entries
                 where action in ('waiting-list.joined', 'offer.made', 'offer.accepted', 'appointment.booked')
                   and patient_id = %d and outcome = 'success'""".formatted(patient.value()))).isEqualTo(4);
    }

    @Test
    void an_offer_is_made_for_the_type_that_is_waited_for() {
        var entry = clinic.joined(DESK, new Wishes(patient, 2, With.ANYBODY, When.ANY_TIME, null));
        clinic.cancel(clinic.atNine);
        clinic.work();

        var accepted = (Answer.Accepted) clinic.accept(entry);

        assertThat(accepted.appointment().typeId()).isEqualTo(2).isNotEqualTo(CONSULTATION);
        assertThat(accepted.appointment().during().length()).isEqualTo(Duration.ofMinutes(20));
    }
}
