package org.emiadi.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emiadi.platform.Race.race;
import static org.emiadi.platform.Race.untilItWaits;
import static org.emiadi.waiting.WaitingClinic.NINE;
import static org.emiadi.waiting.WaitingClinic.anybody;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.emiadi.appointments.Booking;
import org.emiadi.appointments.BookingRequest;
import org.emiadi.people.TestPeople;
import org.junit.jupiter.api.Test;

/// Rivals are real threads on real connections; the tables are asked afterwards.
class WaitingRacesTest {
    private static final int ROUNDS = 5;

    private final WaitingClinic clinic = new WaitingClinic();

    @Test
    void of_many_who_wait_one_is_asked_about_a_slot_however_many_nodes_work() {
        var waiting =
                Stream.generate(() -> clinic.joined(clinic.patient())).limit(20).toList();
        clinic.cancel(clinic.atNine);

        race(8, i -> () -> {
            clinic.work();
            return i;
        });

        assertThat(open()).isOne();
        assertThat(clinic.offered(waiting.getFirst())).contains(NINE);
        assertThat(clinic.count("select count(*) from appointments where status = 'held'"))
                .isOne();
    }

    @Test
    void two_slots_go_to_the_first_two_and_a_patient_with_two_entries_is_asked_once() {
        var patient = clinic.patient();
        var first = clinic.joined(patient);
        var again = clinic.joined(patient);
        var second = clinic.joined(clinic.patient());
        clinic.joined(clinic.patient());
        clinic.cancel(clinic.atNine);
        clinic.cancel(clinic.atHalfPastNine);

        race(8, i -> () -> {
            clinic.work();
            return i;
        });
        clinic.work();

        assertThat(open()).isEqualTo(2);
        assertThat(clinic.offer(first)).isPresent();
        assertThat(clinic.offer(again)).isEmpty();
        assertThat(clinic.offer(second)).isPresent();
    }

    @Test
    void an_offer_that_is_accepted_declined_taken_back_and_closed_at_once_ends_in_one_way() {
        for (int round = 0; round < ROUNDS; round++) {
            var fresh = new WaitingClinic();
            var entry = fresh.joined(fresh.patient());
            fresh.cancel(fresh.atNine);
            fresh.work();

            var answers = race(8, i -> () -> switch (i % 4) {
                case 0 -> fresh.accept(entry);
                case 1 -> fresh.decline(entry);
                case 2 -> fresh.withdraw(TestPeople.DESK, entry);
                default -> fresh.accept(TestPeople.DESK, entry);
            });

            long accepted =
                    answers.stream().filter(Answer.Accepted.class::isInstance).count();
            long declined =
                    answers.stream().filter(Answer.Declined.class::isInstance).count();
            assertThat(accepted + declined).isLessThanOrEqualTo(1);
            assertThat(fresh.count("select count(*) from appointments where status = 'held'"))
                    .isZero();
            assertThat(fresh.count("select count(*) from appointments where during && "
                            + "'[2026-11-26 06:00Z,2026-11-26 06:30Z)' and status = 'scheduled'"))
                    .isEqualTo((int) accepted);
            assertThat(fresh.entry(entry).status())
                    .isEqualTo(accepted == 1 ? EntryStatus.FULFILLED : EntryStatus.WITHDRAWN);
        }
    }

    @Test
    void acceptance_in_the_last_moment_and_the_end_of_the_offer_do_not_both_happen() {
        for (int round = 0; round < ROUNDS; round++) {
            var fresh = new WaitingClinic();
            var first = fresh.joined(fresh.patient());
            var second = fresh.joined(fresh.patient());
            fresh.cancel(fresh.atNine);
            fresh.work();
            fresh.clock.advance(Offers.OPEN_FOR.minus(Duration.ofSeconds(1)));

            var answers = race(6, i -> () -> {
                if (i == 0) {
                    fresh.clock.advance(Duration.ofSeconds(1));
                }
                if (i % 2 == 0) {
                    fresh.work();
                    return new Answer.Gone();
                }
                return fresh.accept(first);
            });
            fresh.work();

            long accepted =
                    answers.stream().filter(Answer.Accepted.class::isInstance).count();
            assertThat(accepted).isLessThanOrEqualTo(1);
            assertThat(fresh.entry(first).status())
                    .isEqualTo(accepted == 1 ? EntryStatus.FULFILLED : EntryStatus.WAITING);
            assertThat(fresh.offer(second).isPresent()).isEqualTo(accepted == 0);
        }
    }

    @Test
    void an_offer_whose_time_is_up_while_it_is_accepted_goes_to_the_next_in_line() throws Exception {
        var first = clinic.joined(clinic.patient());
        var second = clinic.joined(clinic.patient());
        clinic.cancel(clinic.atNine);
        clinic.work();
        clinic.clock.advance(Offers.OPEN_FOR.minus(Duration.ofSeconds(1)));

        try (var patient = Executors.newSingleThreadExecutor()) {
            var answer = clinic.database.<Future<Answer>>write(tx -> {
                // Holds the patient up between the look at the clock and the look at the offer.
                tx.update("update waiting_entries set by_staff = by_staff").execute();
                var accepting = patient.submit(() -> clinic.accept(first));
                untilItWaits(clinic.database, accepting);
                clinic.clock.advance(Duration.ofSeconds(1));
                return accepting;
            });
            assertThat(answer.get()).isInstanceOf(Answer.Gone.class);
        }
        clinic.work();

        assertThat(clinic.offer(first)).isEmpty();
        assertThat(clinic.offered(second)).contains(NINE);
    }

    @Test
    void whoever_books_what_falls_free_and_whoever_is_asked_do_not_both_have_it() {
        for (int round = 0; round < ROUNDS; round++) {
            var fresh = new WaitingClinic();
            var entry = fresh.joined(fresh.patient());
            var rival = fresh.patient();
            fresh.cancel(fresh.atNine);
            var request = new BookingRequest(
                    rival, fresh.provider, WaitingClinic.CONSULTATION, NINE, null, BookingRequest.Terms.NONE);

            var outcomes = race(2, i -> () -> {
                if (i == 0) {
                    fresh.work();
                    return "worked";
                }
                return fresh.database.<Booking>write(tx -> fresh.appointments.book(tx, TestPeople.DESK, request));
            });

            boolean booked = outcomes.stream().anyMatch(Booking.Booked.class::isInstance);
            assertThat(fresh.offer(entry).isPresent()).isEqualTo(!booked);
        }
    }

    @Test
    void a_patient_who_joins_many_times_at_once_has_five_entries() {
        var patient = clinic.patient();

        var outcomes = race(20, i -> () -> clinic.join(TestPeople.as(patient), anybody(patient)));

        assertThat(outcomes).filteredOn(Joining.Joined.class::isInstance).hasSize(WaitingList.MOST_OF_A_PATIENT);
    }

    private int open() {
        return clinic.count("select count(*) from offers where outcome = 'open'");
    }
}
