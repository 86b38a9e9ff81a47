package org.emiadi.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.emiadi.waiting.WaitingClinic.CONSULTATION;
import static org.emiadi.waiting.WaitingClinic.FOR_STAFF;
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
import java.util.Optional;
import java.util.Set;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.appointments.StatusRequest;
import org.emiadi.facilities.FacilityId;
import org.emiadi.facilities.TestFacilities;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Slice;
import org.emiadi.waiting.Joining.Named;
import org.emiadi.waiting.Wishes.When;
import org.emiadi.waiting.Wishes.With;
import org.junit.jupiter.api.Test;

class WaitingListTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final Actor DESK = TestPeople.DESK;

    private final WaitingClinic clinic = new WaitingClinic();
    private final PatientId patient = clinic.patient();

    @Test
    void an_entry_says_what_was_asked_for_and_waits_from_today_to_the_horizon() {
        var when = new When(
                null, null, Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(8, 0), LocalTime.of(12, 30));
        var with = new With(clinic.provider, "Clinical officer", "Paediatrics", TestFacilities.FIRST);

        var entry = clinic.joined(TestPeople.as(patient), wishes(patient, with, when));

        assertThat(entry.wishes()).isEqualTo(wishes(patient, with, when).within(MONDAY, MONDAY.plusDays(60)));
        assertThat(entry.status()).isEqualTo(EntryStatus.WAITING);
        assertThat(entry.byStaff()).isFalse();
        assertThat(entry.since()).isEqualTo(clinic.clock.instant());
        assertThat(clinic.entry(entry)).isEqualTo(entry);
    }

    @Test
    void patients_wait_for_themselves_and_the_desk_makes_anybody_wait() {
        assertThat(clinic.join(TestPeople.as(clinic.patient()), anybody(patient)))
                .isEqualTo(new Joining.NotOwn());
        assertThat(clinic.join(TestPeople.as(clinic.provider), anybody(patient)))
                .isEqualTo(new Joining.NotOwn());
        assertThat(clinic.joined(DESK, anybody(patient)).byStaff()).isTrue();
    }

    @Test
    void what_wishes_name_must_be_there() {
        assertUnknown(Named.PATIENT, anybody(new PatientId(999)));
        assertUnknown(Named.TYPE, new Wishes(patient, 999, With.ANYBODY, When.ANY_TIME, null));
        assertUnknown(Named.PROVIDER, wishes(patient, new With(new ProviderId(999), null, null, null), When.ANY_TIME));
        assertUnknown(Named.FACILITY, wishes(patient, new With(null, null, null, new FacilityId(999)), When.ANY_TIME));
        assertUnknown(Named.APPOINTMENT, earlierThan(patient, new AppointmentId(999)));
        assertUnknown(Named.APPOINTMENT, earlierThan(patient, clinic.atNine));
    }

    private void assertUnknown(Named what, Wishes wishes) {
        assertThat(clinic.join(DESK, wishes)).isEqualTo(new Joining.Unknown(what));
    }

    @Test
    void a_type_that_staff_book_or_that_the_provider_does_not_offer_is_not_waited_for() {
        var forStaff = new Wishes(patient, FOR_STAFF, With.ANYBODY, When.ANY_TIME, null);
        assertThat(clinic.join(TestPeople.as(patient), forStaff)).isEqualTo(new Joining.StaffOnly());
        assertThat(clinic.join(DESK, forStaff)).isInstanceOf(Joining.Joined.class);

        clinic.update("update appointment_types set cadres = '{Nurse}' where id = 1");
        var with = new With(clinic.provider, null, null, null);
        assertThat(clinic.join(DESK, wishes(patient, with, When.ANY_TIME))).isEqualTo(new Joining.TypeNotOffered());
    }

    @Test
    void the_days_lie_the_right_way_round_and_not_behind_us_nor_years_ahead() {
        assertThat(joinOn(THURSDAY, THURSDAY.minusDays(1))).isEqualTo(new Joining.Backwards());
        assertThat(joinOn(MONDAY.minusDays(2), MONDAY.minusDays(1))).isEqualTo(new Joining.TooLate());
        assertThat(joinOn(MONDAY, MONDAY.plusDays(WaitingList.FARTHEST_DAYS + 1)))
                .isEqualTo(new Joining.TooFar());
        assertThat(joinOn(MONDAY, MONDAY.plusDays(WaitingList.FARTHEST_DAYS))).isInstanceOf(Joining.Joined.class);
        assertThat(joinOn(MONDAY, MONDAY)).isInstanceOf(Joining.Joined.class);
    }

    private Joining joinOn(LocalDate earliest, LocalDate latest) {
        return clinic.join(DESK, wishes(patient, With.ANYBODY, days(earliest, latest)));
    }

    @Test
    void a_patient_has_five_live_entries_at_most() {
        for (int i = 1; i < WaitingList.MOST_OF_A_PATIENT; i++) {
            clinic.joined(patient);
        }
        var last = clinic.joined(patient);
        assertThat(clinic.join(DESK, anybody(patient))).isEqualTo(new Joining.Full());
        assertThat(clinic.join(DESK, anybody(clinic.patient()))).isInstanceOf(Joining.Joined.class);

        clinic.withdraw(TestPeople.as(patient), last);
        assertThat(clinic.join(DESK, anybody(patient))).isInstanceOf(Joining.Joined.class);
    }

    @Test
    void an_appointment_waits_once_to_be_moved_and_only_while_it_is_to_come() {
        clinic.works(clinic.provider, THURSDAY.plusDays(1), 9, 10);
        var own = clinic.booked(patient, clinic.provider, NINE.plus(Duration.ofDays(1)));

        var entry = clinic.joined(TestPeople.as(patient), earlierThan(patient, own));
        assertThat(entry.wishes().when().latest()).isEqualTo(THURSDAY.plusDays(1));
        assertThat(entry.wishes().with().provider()).isEqualTo(clinic.provider);
        assertThat(clinic.join(DESK, earlierThan(patient, own))).isEqualTo(new Joining.AlreadyWaiting());

        clinic.cancel(own);
        assertThat(clinic.join(DESK, earlierThan(patient, own))).isEqualTo(new Joining.NotToCome());
    }

    @Test
    void an_appointment_is_moved_within_its_type_and_with_its_provider() {
        clinic.works(clinic.provider, THURSDAY.plusDays(1), 9, 10);
        var own = clinic.booked(patient, clinic.provider, NINE.plus(Duration.ofDays(1)));
        var other = TestPeople.provider(clinic.database);

        assertThat(clinic.join(DESK, new Wishes(patient, 2, With.ANYBODY, When.ANY_TIME, own)))
                .isEqualTo(new Joining.NotOfTheAppointment(Named.TYPE));
        var with = new With(other, null, null, null);
        assertThat(clinic.join(DESK, new Wishes(patient, CONSULTATION, with, When.ANY_TIME, own)))
                .isEqualTo(new Joining.NotOfTheAppointment(Named.PROVIDER));
    }

    @Test
    void entries_are_seen_by_the_desk_and_their_patient_alone() {
        var entry = clinic.joined(patient);
        var stranger = TestPeople.as(clinic.patient());

        assertThat(find(DESK, entry)).isPresent();
        assertThat(find(TestPeople.as(patient), entry)).isPresent();
        assertThat(find(stranger, entry)).isEmpty();
        assertThat(find(TestPeople.as(clinic.provider), entry)).isEmpty();
        assertThat(clinic.withdraw(stranger, entry)).isEqualTo(new Leaving.Absent());
        assertThat(clinic.accept(stranger, entry)).isEqualTo(new Answer.Absent());
        assertThat(list(stranger, EntryFilter.ALL)).isZero();
    }

    private Optional<Entry> find(Actor actor, Entry entry) {
        return clinic.database.write(tx -> clinic.list.find(tx, actor, entry.id()));
    }

    @Test
    void the_list_is_narrowed_and_paged_the_oldest_first() {
        var first = clinic.joined(patient);
        var named = clinic.joined(DESK, wishes(patient, new With(clinic.provider, null, null, null), When.ANY_TIME));
        var last = clinic.joined(clinic.patient());
        clinic.withdraw(DESK, last);

        var page = clinic.database.write(tx -> clinic.list.list(tx, DESK, EntryFilter.ALL, Slice.first(2)));
        assertThat(page.rows()).extracting(Entry::id).containsExactly(first.id(), named.id());
        var next = clinic.database.write(tx -> clinic.list.list(tx, DESK, EntryFilter.ALL, new Slice(2, page.next())));
        assertThat(next.rows()).extracting(Entry::id).containsExactly(last.id());
        assertThat(next.next()).isEmpty();

        assertThat(list(DESK, new EntryFilter(Optional.of(EntryStatus.WITHDRAWN), Optional.empty(), Optional.empty())))
                .isOne();
        assertThat(list(DESK, new EntryFilter(Optional.empty(), Optional.of(clinic.provider), Optional.empty())))
                .isOne();
        assertThat(list(DESK, new EntryFilter(Optional.empty(), Optional.empty(), Optional.of(patient))))
                .isEqualTo(2);
    }

    private int list(Actor actor, EntryFilter filter) {
        return clinic.database
                .write(tx -> clinic.list.list(tx, actor, filter, Slice.first(10)))
                .rows()
                .size();
    }

    @Test
    void whoever_leaves_lets_go_of_what_they_were_offered_and_leaves_once() {
        var first = clinic.joined(patient);
        var second = clinic.joined(clinic.patient());
        clinic.cancel(clinic.atNine);
        clinic.work();
        assertThat(clinic.offered(first)).contains(NINE);

        assertThat(clinic.withdraw(TestPeople.as(patient), first)).isEqualTo(new Leaving.Left());
        clinic.work();

        assertThat(clinic.entry(first).status()).isEqualTo(EntryStatus.WITHDRAWN);
        assertThat(clinic.offered(second)).contains(NINE);
        assertThat(clinic.withdraw(TestPeople.as(patient), first)).isEqualTo(new Leaving.Over(EntryStatus.WITHDRAWN));
        assertThat(clinic.accept(first)).isEqualTo(new Answer.Gone());
    }

    @Test
    void entries_expire_after_their_last_day() {
        var entry = clinic.joined(DESK, wishes(patient, With.ANYBODY, days(MONDAY, MONDAY)));

        clinic.clock.advance(Duration.ofHours(24));
        clinic.work();
        assertThat(clinic.entry(entry).status())
                .as("somewhere it may still be Monday")
                .isEqualTo(EntryStatus.WAITING);
        clinic.clock.advance(Duration.ofHours(24));
        clinic.work();
        assertThat(clinic.entry(entry).status()).isEqualTo(EntryStatus.EXPIRED);
    }

    @Test
    void entries_expire_with_the_appointment_that_was_to_be_moved() {
        clinic.works(clinic.provider, THURSDAY.plusDays(1), 9, 10);
        Instant friday = NINE.plus(Duration.ofDays(1));
        var own = clinic.booked(patient, clinic.provider, friday);
        var entry = clinic.joined(TestPeople.as(patient), earlierThan(patient, own));
        clinic.cancel(clinic.atNine);
        clinic.work();
        assertThat(clinic.offered(entry)).contains(NINE);

        clinic.change(own, StatusRequest.of(AppointmentStatus.CANCELLED));
        clinic.clock.advance(Offers.LOOKED_FOR_EVERY);
        clinic.work();

        assertThat(clinic.entry(entry).status()).isEqualTo(EntryStatus.EXPIRED);
        assertThat(clinic.count("select count(*) from appointments where status = 'held'"))
                .isZero();
        assertThat(clinic.accept(entry)).isEqualTo(new Answer.Gone());
    }
}
