package org.emiadi.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.emiadi.platform.http.Admission.Arrival.Admitted;
import org.emiadi.platform.http.Admission.Arrival.Full;
import org.emiadi.platform.http.Admission.Arrival.Queued;
import org.emiadi.platform.http.Admission.Place;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private final Admission admission = new Admission(4, 2);
    private final List<Place> called = new ArrayList<>();

    @Test
    void who_comes_first_is_served_first() {
        Place first = admitted();
        Place second = admitted();
        Place third = queued();
        Place fourth = queued();

        admission.leave(second);
        admission.leave(first);

        assertThat(called).containsExactly(third, fourth);
    }

    @Test
    void past_the_bound_the_answer_is_no_at_once_and_room_is_made_by_whoever_leaves() {
        Place first = admitted();
        admitted();
        queued();
        queued();

        assertThat(arrive()).isInstanceOf(Full.class);
        assertThat(admission.refused()).isEqualTo(1);

        admission.leave(first);
        queued();
        assertThat(admission.inFlight()).isEqualTo(4);
    }

    @Test
    void whoever_leaves_the_queue_is_not_called() {
        Place first = admitted();
        admitted();
        Place impatient = queued();
        Place next = queued();

        assertThat(admission.giveUp(impatient)).isTrue();
        admission.leave(impatient);
        admission.leave(first);

        assertThat(called).containsExactly(next);
        assertThat(admission.giveUp(next)).as("at work already").isFalse();
        assertThat(admission.inFlight()).isEqualTo(2);
    }

    @Test
    void a_place_is_given_back_once_however_often_it_is_said() {
        Place first = admitted();
        admitted();
        Place third = queued();
        queued();

        admission.leave(first);
        admission.leave(first);

        assertThat(called).containsExactly(third);
        assertThat(admission.inFlight()).isEqualTo(3);
    }

    @Test
    void a_slow_request_lets_the_next_go_ahead_and_still_counts() {
        Place slow = admitted();
        admitted();
        Place third = queued();

        admission.letNextGoAhead(slow);
        admission.letNextGoAhead(slow);

        assertThat(called).containsExactly(third);
        assertThat(admission.inFlight()).isEqualTo(3);
        admission.leave(slow);
        assertThat(admission.inFlight()).isEqualTo(2);
        queued();
    }

    @Test
    void nothing_is_lost_and_nothing_stays_whatever_the_order() {
        var random = new Random(20_261_126);
        var present = new ArrayList<Place>();
        for (int i = 0; i < 10_000; i++) {
            if (random.nextBoolean()) {
                switch (arrive()) {
                    case Admitted(var place) -> present.add(place);
                    case Queued(var place) -> present.add(place);
                    case Full() -> assertThat(present).hasSize(4);
                }
            } else if (!present.isEmpty()) {
                Place one = present.get(random.nextInt(present.size()));
                switch (random.nextInt(3)) {
                    case 0 -> admission.letNextGoAhead(one);
                    case 1 -> {
                        if (admission.giveUp(one)) {
                            present.remove(one);
                        }
                    }
                    default -> {
                        admission.leave(one);
                        present.remove(one);
                    }
                }
            }
            assertThat(admission.inFlight()).isEqualTo(present.size());
        }
        present.forEach(admission::leave);
        assertThat(admission.inFlight()).isZero();
        admitted();
        admitted();
        queued();
    }

    private Admission.Arrival arrive() {
        return admission.arrive(called::add);
    }

    private Place admitted() {
        return ((Admitted) arrive()).place();
    }

    private Place queued() {
        return ((Queued) arrive()).place();
    }
}
