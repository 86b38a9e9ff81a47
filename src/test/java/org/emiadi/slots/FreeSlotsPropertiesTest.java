package org.emiadi.slots;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.emiadi.appointments.Booking;
import org.emiadi.platform.TestDatabase;
import org.emiadi.slots.RandomClinic.Offer;
import org.emiadi.slots.RandomClinic.Question;

/// What the database says is free, against [ObviousSlots], in many clinics. Seeds do not shrink to simpler clinics, so
/// the runs do not try to.
class FreeSlotsPropertiesTest {
    private static final int TRIES = 60;
    private static final ClinicInDatabase DATABASE = new ClinicInDatabase(TestDatabase.fresh());

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void exactly_the_slots_that_the_rules_allow_are_free(@ForAll long seed) {
        var clinics = new RandomClinics(seed);
        var clinic = DATABASE.put(clinics.clinic());
        for (int n = 0; n < 5; n++) {
            Question question = clinics.question();
            assertThat(DATABASE.free(question))
                    .as("%s%n%s", clinic, question)
                    .isEqualTo(ObviousSlots.of(clinic, question));
        }
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void the_next_slots_are_the_first_of_all_slots_in_the_order_of_time(@ForAll long seed) {
        var clinics = new RandomClinics(seed);
        var clinic = DATABASE.put(clinics.clinic());
        Question question = clinics.question();
        List<Offer> all = ObviousSlots.of(clinic, question);
        for (int most : List.of(3, 1000)) {
            assertThat(DATABASE.next(question, most))
                    .as("%s%n%s", clinic, question)
                    .isEqualTo(all.subList(0, Math.min(most, all.size())));
        }
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void the_first_slots_are_the_earliest_of_each_provider(@ForAll long seed) {
        var clinics = new RandomClinics(seed);
        var clinic = DATABASE.put(clinics.clinic());
        Question question = clinics.question();
        List<Offer> earliest = earliestOfEach(ObviousSlots.of(clinic, question));
        for (int most : List.of(1, 100)) {
            assertThat(DATABASE.first(question, most))
                    .as("%s%n%s", clinic, question)
                    .isEqualTo(earliest.subList(0, Math.min(most, earliest.size())));
        }
    }

    private static List<Offer> earliestOfEach(List<Offer> inOrder) {
        var seen = new HashSet<Integer>();
        var earliest = new ArrayList<Offer>();
        for (Offer offer : inOrder) {
            if (seen.add(offer.provider())) {
                earliest.add(offer);
            }
        }
        return earliest;
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void every_slot_that_a_patient_is_offered_can_be_booked(@ForAll long seed) {
        var clinics = new RandomClinics(seed);
        DATABASE.put(clinics.clinic());
        Question question = clinics.question();
        assertThat(DATABASE.bookedByAPatient(question))
                .as("%s", question)
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Booking.Booked.class));
    }

    @Example
    void the_clinics_that_are_made_up_are_worth_looking_at() {
        assertThat(LongStream.range(0, 1000)
                        .mapToObj(RandomClinics::new)
                        .filter(clinics -> !ObviousSlots.of(clinics.clinic(), clinics.question())
                                .isEmpty())
                        .count())
                .as("clinics with slots, of a thousand")
                .isBetween(500L, 950L);
    }
}
