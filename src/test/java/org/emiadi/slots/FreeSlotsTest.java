package org.emiadi.slots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.emiadi.appointments.AppointmentType;
import org.emiadi.appointments.AppointmentType.BookableBy;
import org.emiadi.appointments.AppointmentType.Details;
import org.emiadi.appointments.AppointmentType.Looks;
import org.emiadi.appointments.AppointmentTypes;
import org.emiadi.appointments.OfferedBy;
import org.emiadi.appointments.Timing;
import org.emiadi.audit.AuditLog;
import org.emiadi.availability.SessionTime;
import org.emiadi.availability.TestHours;
import org.emiadi.facilities.FacilityId;
import org.emiadi.facilities.TestFacilities;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Actor;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Database;
import org.emiadi.platform.Origin;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.emiadi.slots.SlotsFound.Found;
import org.emiadi.slots.SlotsFound.Named;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// On Monday, 2026-11-23, at 10:00 in Nairobi. Slots are told as `24T08:00`: day and time on the wall there.
class FreeSlotsTest {
    private static final Database DATABASE = TestDatabase.fresh();
    private static final AppointmentTypes TYPES = new AppointmentTypes(new AuditLog(Clock.systemUTC()));
    private static final ClinicTime NAIROBI = new ClinicTime(ZoneId.of("Africa/Nairobi"));
    private static final PatientId PATIENT = TestPeople.patient(DATABASE);
    private static final Actor AS_PATIENT = TestPeople.as(PATIENT);
    private static final LocalTime EIGHT = LocalTime.of(8, 0);
    private static final int MOST = 50;
    private static int names;

    private final FreeSlots slots = new FreeSlots(TYPES, NAIROBI, TestClock.mondayMorning());
    private ProviderId provider = new ProviderId(0);

    @BeforeEach
    void somebody_new_to_look_for() {
        provider = TestPeople.provider(DATABASE);
    }

    @Test
    void slots_follow_one_another_from_where_the_session_begins_to_where_it_ends() {
        tuesday(EIGHT, LocalTime.of(9, 45));
        assertThat(next(TestPeople.DESK, type(minutes(30), 0, 0, null)))
                .containsExactly("24T08:00", "24T08:30", "24T09:00");
    }

    @Test
    void the_time_kept_free_around_a_visit_lies_inside_the_session() {
        tuesday(EIGHT, LocalTime.of(10, 0));
        assertThat(next(TestPeople.DESK, type(minutes(30), 10, 5, null))).containsExactly("24T08:10", "24T08:55");
    }

    @Test
    void slots_may_begin_closer_together_than_visits_are_long() {
        tuesday(EIGHT, LocalTime.of(9, 0));
        assertThat(next(TestPeople.DESK, type(minutes(30), 0, 0, minutes(15))))
                .containsExactly("24T08:00", "24T08:15", "24T08:30");
    }

    @Test
    void a_slot_may_begin_as_an_appointment_ends_and_end_as_one_begins() {
        tuesday(EIGHT, LocalTime.of(10, 0));
        occupy("2026-11-24T05:30:00Z", "2026-11-24T06:30:00Z", "scheduled", null);
        assertThat(next(TestPeople.DESK, type(minutes(30), 0, 0, null))).containsExactly("24T08:00", "24T09:30");
    }

    @Test
    void what_was_cancelled_or_missed_is_free_again_and_a_hold_only_when_it_has_expired() {
        tuesday(EIGHT, LocalTime.of(10, 0));
        occupy("2026-11-24T05:00:00Z", "2026-11-24T05:30:00Z", "cancelled", null);
        occupy("2026-11-24T05:30:00Z", "2026-11-24T06:00:00Z", "no_show", null);
        occupy("2026-11-24T06:00:00Z", "2026-11-24T06:30:00Z", "held", "2026-11-23T07:00:00Z");
        occupy("2026-11-24T06:30:00Z", "2026-11-24T07:00:00Z", "held", "2026-11-23T07:00:01Z");
        assertThat(next(TestPeople.DESK, type(minutes(30), 0, 0, null)))
                .containsExactly("24T08:00", "24T08:30", "24T09:00");
    }

    @Test
    void patients_and_strangers_find_slots_from_the_notice_to_the_horizon_and_staff_all() {
        TestHours.everyDay(DATABASE, provider, LocalTime.of(10, 0), LocalTime.of(11, 30));
        int type = type(new Timing(minutes(30), minutes(0), minutes(0), null, minutes(45), 1), BookableBy.PATIENTS);
        var seen = List.of("23T11:00", "24T10:00", "24T10:30", "24T11:00");
        assertThat(next(AS_PATIENT, type)).isEqualTo(seen);
        assertThat(next(Actor.anonymous(Origin.local("test")), type)).isEqualTo(seen);
        assertThat(next(TestPeople.DESK, type)).hasSize(MOST).startsWith("23T10:00", "23T10:30", "23T11:00");
    }

    @Test
    void a_type_for_staff_is_not_for_patients_and_who_is_not_staff_names_a_type() {
        int type = type(Timing.USUAL, BookableBy.STAFF);
        assertThat(found(AS_PATIENT, search(Optional.of(type)))).isInstanceOf(SlotsFound.StaffOnly.class);
        assertThat(found(AS_PATIENT, search(Optional.empty()))).isInstanceOf(SlotsFound.TypeRequired.class);
        assertThat(found(TestPeople.as(provider), search(Optional.empty()))).isInstanceOf(Found.class);
    }

    @Test
    void what_does_not_exist_is_named() {
        var nobody = new SlotSearch.With(
                Optional.of(new ProviderId(9999)), Optional.empty(), Optional.empty(), Optional.empty());
        var nowhere = new SlotSearch.With(
                Optional.empty(), Optional.of("No such cadre"), Optional.empty(), Optional.of(new FacilityId(9999)));
        assertThat(found(AS_PATIENT, search(Optional.of(9999)))).isEqualTo(new SlotsFound.Unknown<>(Named.TYPE));
        assertThat(found(AS_PATIENT, new SlotSearch(visit(Optional.of(1)), nobody, whenever())))
                .isEqualTo(new SlotsFound.Unknown<>(Named.PROVIDER));
        assertThat(found(AS_PATIENT, new SlotSearch(visit(Optional.of(1)), nowhere, whenever())))
                .isEqualTo(new SlotsFound.Unknown<>(Named.FACILITY));
    }

    @Test
    void only_who_offers_the_type_has_slots_of_it() {
        tuesday(EIGHT, LocalTime.of(9, 0));
        assertThat(next(AS_PATIENT, type(new OfferedBy(List.of("NURSE"), List.of("surgery")))))
                .isEmpty();
        assertThat(next(AS_PATIENT, type(new OfferedBy(List.of("Nurse"), List.of("paediatrics")))))
                .containsExactly("24T08:00", "24T08:30");
        assertThat(next(AS_PATIENT, type(new OfferedBy(List.of("clinical OFFICER"), List.of()))))
                .containsExactly("24T08:00", "24T08:30");
    }

    @Test
    void parts_of_the_day_are_those_on_the_wall_of_the_facility_and_limits_count_what_is_left() {
        TestHours.everyDay(DATABASE, provider, EIGHT, LocalTime.of(20, 0));
        assertThat(part(PartOfDay.MORNING, 3)).containsExactly("23T10:00", "23T11:00", "24T08:00");
        assertThat(part(PartOfDay.AFTERNOON, 3)).containsExactly("23T12:00", "23T13:00", "23T14:00");
        assertThat(part(PartOfDay.EVENING, 4)).containsExactly("23T17:00", "23T18:00", "23T19:00", "24T17:00");
    }

    @Test
    void several_places_count_down_and_the_full_slot_goes() {
        TestHours.everyDay(DATABASE, provider, EIGHT, LocalTime.of(9, 0), 2);
        occupy("2026-11-24T05:00:00Z", "2026-11-24T05:30:00Z", "scheduled", null);
        var search = between("2026-11-24T05:00:00Z", "2026-11-24T06:00:00Z", type(minutes(30), 0, 0, null));
        assertThat(rows(found(TestPeople.DESK, search)))
                .extracting(Slot::places)
                .containsExactly(1, 2);
    }

    @Test
    void a_search_begins_where_it_is_told_and_ends_before_its_end() {
        tuesday(EIGHT, LocalTime.of(10, 0));
        int type = type(minutes(30), 0, 0, null);
        assertThat(told(found(TestPeople.DESK, between("2026-11-24T05:30:00Z", "2026-11-24T06:30:00Z", type))))
                .containsExactly("24T08:30", "24T09:00");
        assertThat(found(TestPeople.DESK, between("2026-11-24T05:30:00Z", "2026-11-24T05:30:00Z", type)))
                .isInstanceOf(SlotsFound.Backwards.class);
        assertThat(found(TestPeople.DESK, between("2026-11-24T00:00:00Z", "2027-11-25T00:00:01Z", type)))
                .isInstanceOf(SlotsFound.TooLong.class);
        assertThat(told(found(TestPeople.DESK, between("2026-11-24T00:00:00Z", "2027-11-25T00:00:00Z", type))))
                .hasSize(4);
    }

    @Test
    void a_session_over_midnight_goes_on_and_a_clock_put_forward_takes_an_hour_out_of_it() {
        var berlin = TestFacilities.facility(DATABASE, "Charité", "Europe/Berlin");
        var night = SessionTime.between(LocalTime.of(23, 0), LocalTime.of(5, 0));
        TestHours.oneDay(DATABASE, provider, berlin, LocalDate.of(2027, 3, 27), night);
        TestHours.oneDay(DATABASE, provider, berlin, LocalDate.of(2027, 10, 30), night);
        int type = type(minutes(60), 0, 0, null);
        assertThat(inBerlin("2027-03-27T00:00:00Z", "2027-03-29T00:00:00Z", type))
                .containsExactly("27T23:00", "28T00:00", "28T01:00", "28T03:00", "28T04:00");
        assertThat(inBerlin("2027-10-30T00:00:00Z", "2027-11-01T00:00:00Z", type))
                .containsExactly("30T23:00", "31T00:00", "31T01:00", "31T02:00", "31T02:00", "31T03:00", "31T04:00");
    }

    @Test
    void each_provider_has_one_first_slot() {
        var other = TestPeople.provider(DATABASE);
        int type = type(new OfferedBy(List.of(), List.of("Paediatrics")));
        TestHours.oneDay(DATABASE, provider, TestFacilities.FIRST, LocalDate.of(2028, 1, 12), morning());
        TestHours.oneDay(DATABASE, other, TestFacilities.FIRST, LocalDate.of(2028, 1, 11), morning());
        var search = between("2028-01-10T00:00:00Z", "2028-01-15T00:00:00Z", type);
        var everywhere = new SlotSearch(search.visit(), anybody(), search.when());
        var ours = rows(DATABASE.read(tx -> slots.first(tx, TestPeople.DESK, everywhere, MOST))).stream()
                .filter(slot -> List.of(provider, other).contains(slot.by().id()))
                .toList();
        assertThat(ours).extracting(slot -> slot.by().id()).containsExactly(other, provider);
        assertThat(told(new Found<>(ours))).containsExactly("11T08:00", "12T08:00");
    }

    @Test
    void among_some_of_whom_nobody_is_free_on_the_first_day_slots_come_in_order_all_the_same() {
        var some =
                Stream.generate(() -> TestPeople.provider(DATABASE)).limit(25).toList();
        LocalDate first = LocalDate.of(2029, 3, 5);
        for (int n = 0; n < some.size(); n++) {
            provider = some.get(n);
            TestHours.oneDay(DATABASE, provider, TestFacilities.FIRST, first, morning());
            occupy("2029-03-05T05:00:00Z", "2029-03-05T06:00:00Z", "scheduled", null);
            LocalDate free = first.plusDays(1 + n % 8);
            TestHours.oneDay(DATABASE, provider, TestFacilities.FIRST, free, morning());
        }
        var fortnight = between("2029-03-05T00:00:00Z", "2029-03-20T00:00:00Z", type(minutes(30), 0, 0, null));
        var search = new SlotSearch(fortnight.visit(), calledRare(some), fortnight.when());
        var next = rows(found(TestPeople.DESK, search));
        var early = rows(DATABASE.read(tx -> slots.first(tx, TestPeople.DESK, search, MOST)));

        assertThat(next)
                .hasSize(2 * some.size())
                .isSortedAccordingTo(
                        Comparator.comparing((Slot slot) -> slot.during().start())
                                .thenComparingInt(slot -> slot.by().id().value()));
        assertThat(told(new Found<>(next))).startsWith("06T08:00").endsWith("13T08:30");
        assertThat(early)
                .isEqualTo(next.stream()
                        .filter(slot -> tell(slot, NAIROBI.zone()).endsWith("08:00"))
                        .toList());
    }

    @Test
    void days_are_those_of_the_facility_and_only_those_with_slots() {
        var auckland = TestFacilities.facility(DATABASE, "Waitematā", "Pacific/Auckland");
        TestHours.oneDay(DATABASE, provider, auckland, LocalDate.of(2027, 3, 1), morning());
        TestHours.oneDay(DATABASE, provider, auckland, LocalDate.of(2027, 3, 31), morning());
        TestHours.oneDay(DATABASE, provider, auckland, LocalDate.of(2027, 4, 1), morning());
        var search = search(Optional.of(type(minutes(30), 0, 0, null)));
        var days = DATABASE.read(tx -> slots.days(tx, TestPeople.DESK, search, YearMonth.of(2027, 3)));
        assertThat(days)
                .isEqualTo(new Found<>(
                        List.of(new FreeDay(LocalDate.of(2027, 3, 1), 2), new FreeDay(LocalDate.of(2027, 3, 31), 2))));
    }

    @Test
    void a_visit_of_no_type_in_particular_takes_as_unusualas_staff_say() {
        tuesday(EIGHT, LocalTime.of(9, 30));
        var unusual = new SlotSearch.Visit(Optional.empty(), Optional.of(minutes(45)));
        assertThat(told(found(TestPeople.DESK, new SlotSearch(unusual, with(), whenever()))))
                .containsExactly("24T08:00", "24T08:45");
        assertThat(next(TestPeople.DESK, Optional.empty())).containsExactly("24T08:00", "24T08:30", "24T09:00");
        var both = new SlotSearch.Visit(Optional.of(1), Optional.of(minutes(45)));
        assertThat(found(TestPeople.DESK, new SlotSearch(both, with(), whenever())))
                .isInstanceOf(SlotsFound.DurationOfType.class);
    }

    private void tuesday(LocalTime from, LocalTime to) {
        TestHours.oneDay(
                DATABASE, provider, TestFacilities.FIRST, LocalDate.of(2026, 11, 24), SessionTime.between(from, to));
    }

    private static SessionTime morning() {
        return SessionTime.between(EIGHT, LocalTime.of(9, 0));
    }

    private void occupy(String start, String end, String status, @Nullable String heldUntil) {
        DATABASE.write(tx -> tx.update("""
                        insert into appointments (patient_id, provider_id, start_time, end_time, status, held_until,
                                                  patient_lane)
                        values (:patient, :provider, :start, :end, :status, :heldUntil,
                                (select count(*) + 1 from appointments))
                        """)
                .bind("patient", PATIENT.value())
                .bind("provider", provider.value())
                .bind("start", Instant.parse(start))
                .bind("end", Instant.parse(end))
                .bind("status", status)
                .bind("heldUntil", heldUntil == null ? null : Instant.parse(heldUntil))
                .execute());
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    private static int type(Duration duration, int before, int after, @Nullable Duration every) {
        return type(new Timing(duration, minutes(before), minutes(after), every, minutes(0), 30), BookableBy.PATIENTS);
    }

    private static int type(Timing timing, BookableBy bookableBy) {
        return type(new Details(name(), timing, bookableBy, Looks.USUAL, OfferedBy.ALL));
    }

    private static int type(OfferedBy offeredBy) {
        return type(new Details(name(), Timing.USUAL, BookableBy.PATIENTS, Looks.USUAL, offeredBy));
    }

    private static String name() {
        names++;
        return "Type " + names;
    }

    private static int type(Details details) {
        var outcome = DATABASE.write(tx -> TYPES.add(tx, TestPeople.admin(), details));
        AppointmentType type = ((AppointmentTypes.Outcome.Done) outcome).type();
        return type.id();
    }

    private List<String> next(Actor actor, int type) {
        return next(actor, Optional.of(type));
    }

    private List<String> next(Actor actor, Optional<Integer> type) {
        return told(found(actor, search(type)));
    }

    private List<String> part(PartOfDay part, int most) {
        var search = new SlotSearch(
                visit(Optional.of(type(minutes(60), 0, 0, null))),
                with(),
                new SlotSearch.When(Optional.empty(), Optional.empty(), Optional.of(part)));
        return told(DATABASE.read(tx -> slots.next(tx, TestPeople.DESK, search, most)));
    }

    private List<String> inBerlin(String from, String to, int type) {
        return rows(found(TestPeople.DESK, between(from, to, type))).stream()
                .map(slot -> tell(slot, ZoneId.of("Europe/Berlin")))
                .toList();
    }

    private SlotSearch between(String from, String to, int type) {
        return new SlotSearch(
                visit(Optional.of(type)),
                with(),
                new SlotSearch.When(
                        Optional.of(Instant.parse(from)), Optional.of(Instant.parse(to)), Optional.empty()));
    }

    private SlotSearch search(Optional<Integer> type) {
        return new SlotSearch(visit(type), with(), whenever());
    }

    private static SlotSearch.Visit visit(Optional<Integer> type) {
        return new SlotSearch.Visit(type, Optional.empty());
    }

    private SlotSearch.With with() {
        return new SlotSearch.With(Optional.of(provider), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static SlotSearch.With calledRare(List<ProviderId> providers) {
        DATABASE.write(tx -> tx.update("update providers set specialization = 'Rare diseases' where id = any (:ids)")
                .bindArray(
                        "ids",
                        Integer.class,
                        providers.stream().map(ProviderId::value).toList())
                .execute());
        return new SlotSearch.With(Optional.empty(), Optional.empty(), Optional.of("Rare diseases"), Optional.empty());
    }

    private static SlotSearch.With anybody() {
        return new SlotSearch.With(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static SlotSearch.When whenever() {
        return new SlotSearch.When(Optional.empty(), Optional.empty(), Optional.empty());
    }

    private SlotsFound<Slot> found(Actor actor, SlotSearch search) {
        return DATABASE.read(tx -> slots.next(tx, actor, search, MOST));
    }

    private static List<Slot> rows(SlotsFound<Slot> outcome) {
        return ((Found<Slot>) outcome).rows();
    }

    private static List<String> told(SlotsFound<Slot> outcome) {
        return rows(outcome).stream().map(slot -> tell(slot, NAIROBI.zone())).toList();
    }

    private static String tell(Slot slot, ZoneId zone) {
        return slot.during().start().atZone(zone).toLocalDateTime().toString().substring("2026-11-".length());
    }
}
