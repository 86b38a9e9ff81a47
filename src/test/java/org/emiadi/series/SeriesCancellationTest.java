package org.emiadi.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emiadi.series.TestSeries.at;
import static org.emiadi.series.TestSeries.request;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.appointments.Side;
import org.emiadi.appointments.StatusChange;
import org.emiadi.appointments.StatusRequest;
import org.emiadi.availability.TestHours;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Actor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Of three visits, one each Monday.
class SeriesCancellationTest {
    private static final Actor DESK = TestPeople.DESK;
    private static final Instant FIRST = at("2026-11-30T09:00");

    private final TestSeries clinic = new TestSeries();
    private final PatientId patient = TestPeople.patient(clinic.database);
    private final ProviderId provider = TestPeople.provider(clinic.database);
    private SeriesId series = new SeriesId(0);
    private List<AppointmentId> visits = List.of();

    @BeforeEach
    void a_series_is_booked() {
        TestHours.everyDay(clinic.database, provider, LocalTime.of(8, 0), LocalTime.of(12, 0));
        var booked = clinic.booked(DESK, request(patient, provider, FIRST, new Rhythm.EveryWeeks(3, 1)));
        series = booked.series().id();
        visits = booked.appointments();
    }

    @Test
    void all_that_is_to_come_is_cancelled_and_what_was_done_stays() {
        clinic.clock.advance(Duration.ofDays(7));
        change(visits.getFirst(), AppointmentStatus.COMPLETED);
        change(visits.getLast(), AppointmentStatus.CONFIRMED);

        var outcome = cancel(DESK, Side.PATIENT);

        assertThat(outcome).isEqualTo(new SeriesCancellation.Cancelled(series, visits.subList(1, 3)));
        assertThat(clinic.visits(series))
                .extracting(Appointment::status)
                .containsExactly(AppointmentStatus.COMPLETED, AppointmentStatus.CANCELLED, AppointmentStatus.CANCELLED);
        assertThat(clinic.visits(series).getLast().cancelledBy()).isEqualTo(Side.PATIENT);
        assertThat(clinic.visits(series).getLast().reason()).isEqualTo("Moves away");
        assertThat(clinic.trail()).contains("series.cancelled success 2 visits");
    }

    @Test
    void a_patient_cancels_their_own_for_themself() {
        assertThat(cancel(TestPeople.as(patient), null)).isInstanceOf(SeriesCancellation.Cancelled.class);
        assertThat(clinic.visits(series)).extracting(Appointment::cancelledBy).containsOnly(Side.PATIENT);
        assertThat(cancel(TestPeople.as(patient), null)).isEqualTo(new SeriesCancellation.Cancelled(series, List.of()));
    }

    @Test
    void whoever_is_there_already_is_not_sent_away() {
        clinic.clock.advance(Duration.ofDays(7).minusHours(2));
        change(visits.getFirst(), AppointmentStatus.CHECKED_IN);

        assertThat(cancel(DESK, null)).isEqualTo(new SeriesCancellation.Cancelled(series, visits.subList(1, 3)));
    }

    @Test
    void a_visit_that_was_moved_behind_the_present_is_to_come() {
        clinic.database.write(tx -> clinic.appointments.change(
                tx, DESK, visits.getFirst(), StatusRequest.moveTo(at("2026-12-15T10:00"), null)));
        clinic.clock.advance(Duration.ofDays(14));

        assertThat(cancel(DESK, null))
                .isEqualTo(new SeriesCancellation.Cancelled(series, List.of(visits.get(2), visits.get(0))));
    }

    @Test
    void where_one_cannot_be_cancelled_none_is() {
        clinic.database.write(
                tx -> tx.update("""
                        insert into medical_records (appointment_id, patient_id, provider_id, diagnosis)
                        select id, patient_id, provider_id, 'Malaria' from appointments where id = :id
                        """).bind("id", visits.getLast().value()).execute());

        assertThat(cancel(DESK, null)).isEqualTo(new SeriesCancellation.Refused(new StatusChange.HasRecord()));
        assertThat(clinic.visits(series)).extracting(Appointment::status).containsOnly(AppointmentStatus.SCHEDULED);
        assertThat(clinic.trail()).contains("series.cancelled refused HasRecord");
    }

    private SeriesCancellation cancel(Actor actor, @Nullable Side side) {
        return clinic.cancel(actor, series, side);
    }

    private void change(AppointmentId id, AppointmentStatus status) {
        assertThat(clinic.database.<StatusChange>write(
                        tx -> clinic.appointments.change(tx, DESK, id, StatusRequest.of(status))))
                .isInstanceOf(StatusChange.Changed.class);
    }
}
