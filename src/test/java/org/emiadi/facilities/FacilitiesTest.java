package org.emiadi.facilities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.emiadi.audit.AuditLog;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Database;
import org.emiadi.platform.PhoneNumber;
import org.emiadi.platform.Slice;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FacilitiesTest {
    private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
    private static final CountryCode KENYA = new CountryCode("KE");

    private final Database database = TestDatabase.fresh();
    private final AuditLog audit = new AuditLog(TestClock.mondayMorning());
    private final Facilities facilities = new Facilities(audit);
    private final Rooms rooms = new Rooms(audit);
    private final Actor admin = TestPeople.admin();

    @Test
    void one_facility_stands_from_the_start_in_the_zone_of_the_clinic() {
        var first = database.read(facilities::first);

        assertThat(first.id()).isEqualTo(TestFacilities.FIRST);
        assertThat(first.zone()).isEqualTo(NAIROBI);
        assertThat(first.details().openOnHolidays()).isFalse();
        assertThat(list(Slice.first(10))).containsExactly(first);
    }

    @Test
    void what_was_added_is_read_again() {
        var details = new FacilityDetails(
                "Kisumu",
                new MflCode("13023"),
                KENYA,
                "Kisumu",
                "Oginga Odinga Street",
                new PhoneNumber("+254712345678"),
                NAIROBI,
                true);

        var added = added(details);

        assertThat(added.details()).isEqualTo(details);
        assertThat(find(added.id())).contains(added);
    }

    @Test
    void a_name_and_a_code_belong_to_one_facility_case_aside() {
        added(coded("Kisumu", "13023"));

        assertThat(add(coded("KISUMU", "13024"))).isEqualTo(new FacilityOutcome.Taken("name"));
        assertThat(add(coded("Nakuru", "13023"))).isEqualTo(new FacilityOutcome.Taken("mfl_code"));
        var nakuru = added(coded("Nakuru", "13024"));
        assertThat(change(nakuru, before -> coded("kisumu", "13024"))).isEqualTo(new FacilityOutcome.Taken("name"));
        assertThat(change(nakuru, before -> coded("Nakuru", "13023"))).isEqualTo(new FacilityOutcome.Taken("mfl_code"));
        assertThat(find(nakuru.id())).contains(nakuru);
    }

    @Test
    void a_zone_is_known_to_java_and_to_the_database() {
        // In the list of Java alone. PostgreSQL would take it for a POSIX zone and count summer time otherwise.
        var zone = ZoneId.of("SystemV/EST5EDT");

        assertThat(add(TestFacilities.named("Kisumu", zone))).isEqualTo(new FacilityOutcome.UnknownZone());
        var kisumu = added(TestFacilities.named("Kisumu", NAIROBI));
        assertThat(change(kisumu, before -> TestFacilities.named("Kisumu", zone)))
                .isEqualTo(new FacilityOutcome.UnknownZone());
        assertThat(find(kisumu.id())).contains(kisumu);
    }

    @Test
    void the_database_takes_every_region_that_can_be_written() {
        var known = database.read(tx -> tx.query("select name from pg_timezone_names")
                .mapTo(String.class)
                .set());

        assertThat(known)
                .containsAll(ZoneId.getAvailableZoneIds().stream()
                        .filter(id -> !id.startsWith("SystemV/"))
                        .map(FacilityDetails::zone)
                        .flatMap(Optional::stream)
                        .map(ZoneId::getId)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Africa/Nairobi", "America/Argentina/Ushuaia", "Asia/Kathmandu", "UTC", " Europe/Berlin "})
    void regions_of_the_iana_list_are_zones(String written) {
        assertThat(FacilityDetails.zone(written)).contains(ZoneId.of(written.strip()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "EAT",
                "EST5EDT",
                "+03:00",
                "GMT+3",
                "UTC+3",
                "Z",
                "Cuba",
                "africa/nairobi",
                "Africa/Nowhere",
                "/"
            })
    void offsets_abbreviations_and_inventions_are_not(String written) {
        assertThat(FacilityDetails.zone(written)).isEmpty();
    }

    @Test
    void countries_and_codes_are_read_case_aside_and_checked() {
        assertThat(CountryCode.parse(" ke ")).contains(KENYA);
        assertThat(List.of("", "K", "KEN", "XX", "Kenya", "ＫＥ"))
                .allSatisfy(no -> assertThat(CountryCode.parse(no)).isEmpty());
        assertThat(MflCode.parse("kmhfl-13023")).contains(new MflCode("KMHFL-13023"));
        assertThat(List.of("", "12", "13 023", "1".repeat(31), "13023é"))
                .allSatisfy(no -> assertThat(MflCode.parse(no)).isEmpty());
    }

    @Test
    void a_facility_has_a_day_of_its_own() {
        var kiritimati = added(TestFacilities.named("Line Islands", ZoneId.of("Pacific/Kiritimati")));

        assertThat(kiritimati.date(Instant.parse("2027-01-04T12:00:00Z"))).isEqualTo(LocalDate.of(2027, 1, 5));
    }

    @Test
    void a_change_made_on_an_old_version_is_refused() {
        var kisumu = added(TestFacilities.named("Kisumu", NAIROBI));
        change(kisumu, before -> TestFacilities.named("Kisumu County", NAIROBI));

        assertThat(change(kisumu, before -> TestFacilities.named("Nakuru", NAIROBI)))
                .isEqualTo(new FacilityOutcome.Stale());
        assertThat(find(kisumu.id()).orElseThrow().details().name()).isEqualTo("Kisumu County");
    }

    @Test
    void what_is_not_there_is_absent() {
        assertThat(find(new FacilityId(99))).isEmpty();
        var nowhere = new Facility(new FacilityId(99), TestFacilities.named("Kisumu", NAIROBI), 1);
        assertThat(change(nowhere, same -> same)).isEqualTo(new FacilityOutcome.Absent());
    }

    @Test
    void lists_are_paged() {
        var one = database.read(facilities::first);
        var two = added(TestFacilities.named("Kisumu", NAIROBI));
        var three = added(TestFacilities.named("Nakuru", NAIROBI));

        var page = database.read(tx -> facilities.list(tx, Slice.first(2)));

        assertThat(page.rows()).containsExactly(one, two);
        assertThat(list(new Slice(2, page.next()))).containsExactly(three);
    }

    @Test
    void a_room_has_a_name_of_its_own_in_its_facility() {
        var kisumu = added(TestFacilities.named("Kisumu", NAIROBI)).id();
        var one = room(TestFacilities.FIRST, "Room 1");
        room(kisumu, "Room 1");
        var two = room(TestFacilities.FIRST, "Room 2");

        assertThat(addRoom(TestFacilities.FIRST, "ROOM 1 ")).isEqualTo(new RoomOutcome.NameInUse());
        assertThat(rename(two, "room 1")).isEqualTo(new RoomOutcome.NameInUse());
        assertThat(rename(two, "room 2")).isInstanceOf(RoomOutcome.Done.class);
        assertThat(names(TestFacilities.FIRST)).containsExactly("Room 1", "room 2");
        assertThat(findRoom(one.id())).contains(one);
    }

    @Test
    void a_room_is_in_a_facility_that_is_there_and_is_renamed_by_who_has_seen_its_name() {
        assertThat(addRoom(new FacilityId(99), "Room 1")).isEqualTo(new RoomOutcome.Absent());
        var room = room(TestFacilities.FIRST, "Room 1");
        rename(room, "Room 2");

        assertThat(rename(room, "Room 3")).isEqualTo(new RoomOutcome.Stale());
        assertThat(rename(new Room(new RoomId(99), TestFacilities.FIRST, "Room", 1), "Room 3"))
                .isEqualTo(new RoomOutcome.Absent());
        assertThat(names(TestFacilities.FIRST)).containsExactly("Room 2");
    }

    @Test
    void every_change_and_refusal_leaves_its_trace() {
        var kisumu = added(TestFacilities.named("Kisumu", NAIROBI));
        add(TestFacilities.named("Kisumu", NAIROBI));
        change(kisumu, same -> same);
        var room = room(kisumu.id(), "Room 1");
        addRoom(kisumu.id(), "Room 1");
        rename(room, "Room 2");

        assertThat(trail())
                .containsExactly(
                        "facility.added success " + kisumu.id().value(),
                        "facility.added refused",
                        "facility.changed success " + kisumu.id().value(),
                        "room.added success " + room.id().value(),
                        "room.added refused",
                        "room.renamed success " + room.id().value());
    }

    private static FacilityDetails coded(String name, String code) {
        return new FacilityDetails(name, new MflCode(code), KENYA, null, null, null, NAIROBI, false);
    }

    private Facility added(FacilityDetails details) {
        return ((FacilityOutcome.Done) add(details)).facility();
    }

    private FacilityOutcome add(FacilityDetails details) {
        return database.write(tx -> facilities.add(tx, admin, details));
    }

    private FacilityOutcome change(Facility before, UnaryOperator<FacilityDetails> change) {
        return database.write(
                tx -> facilities.change(tx, admin, before.id(), OptionalInt.of(before.version()), change));
    }

    private Optional<Facility> find(FacilityId id) {
        return database.read(tx -> facilities.find(tx, id));
    }

    private List<Facility> list(Slice slice) {
        return database.read(tx -> facilities.list(tx, slice)).rows();
    }

    private Room room(FacilityId facility, String name) {
        return ((RoomOutcome.Done) addRoom(facility, name)).room();
    }

    private RoomOutcome addRoom(FacilityId facility, String name) {
        return database.write(tx -> rooms.add(tx, admin, facility, name));
    }

    private RoomOutcome rename(Room before, String name) {
        return database.write(tx -> rooms.rename(tx, admin, before.id(), OptionalInt.of(before.version()), name));
    }

    private Optional<Room> findRoom(RoomId id) {
        return database.read(tx -> rooms.find(tx, id));
    }

    private List<String> names(FacilityId facility) {
        return database.read(tx -> rooms.list(tx, facility, Slice.first(10))).rows().stream()
                .map(Room::name)
                .toList();
    }

    private List<String> trail() {
        return database.read(
                tx -> tx.query("select concat_ws(' ', action, outcome, subject_id) from audit_entries order by id")
                        .mapTo(String.class)
                        .list());
    }
}
