package org.emiadi.app;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.emiadi.appointments.AppointmentType;
import org.emiadi.appointments.AppointmentTypes;
import org.emiadi.appointments.OfferedBy;
import org.emiadi.appointments.Timing;
import org.emiadi.availability.HoursOutcome;
import org.emiadi.availability.HoursPlan;
import org.emiadi.availability.SessionDays;
import org.emiadi.availability.SessionTime;
import org.emiadi.availability.WorkingHours;
import org.emiadi.clinic.ClinicDetails;
import org.emiadi.facilities.CountryCode;
import org.emiadi.facilities.Facilities;
import org.emiadi.facilities.FacilityDetails;
import org.emiadi.facilities.FacilityId;
import org.emiadi.facilities.FacilityOutcome;
import org.emiadi.facilities.MflCode;
import org.emiadi.facilities.RoomId;
import org.emiadi.facilities.RoomOutcome;
import org.emiadi.facilities.Rooms;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Actor;
import org.emiadi.platform.PhoneNumber;
import org.emiadi.platform.Tx;

/// The sample clinic's two facilities with their rooms, what it offers, and when its providers work.
final class DemoPlaces {
    private static final Actor ACTOR = Actor.system("demo");
    private static final List<DayOfWeek> WEEK =
            List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
    private static final SessionTime MORNING = new SessionTime(LocalTime.of(8, 0), Duration.ofHours(5));
    private static final SessionTime AFTERNOON = SessionTime.between(LocalTime.of(14, 0), LocalTime.of(17, 0));
    /// The nurse who gives vaccines sees this many children at a time.
    private static final int VACCINATED_AT_A_TIME = 3;

    /// In the list of providers as [DemoPeople] makes them.
    static final int IMMUNISATION_NURSE = 7;

    private static final int OBSTETRICIAN = 2;

    private final Facilities facilities;
    private final Rooms rooms;
    private final AppointmentTypes types;
    private final WorkingHours hours;

    DemoPlaces(Facilities facilities, Rooms rooms, AppointmentTypes types, WorkingHours hours) {
        this.facilities = facilities;
        this.rooms = rooms;
        this.types = types;
        this.hours = hours;
    }

    /// What was made, as far as visits need it.
    record Made(FacilityId clinic, FacilityId dispensary, List<RoomId> rooms, int vaccination) {}

    /// What the clinic is called and how it is reached, whatever else is set.
    static ClinicDetails clinic(ClinicDetails before) {
        return new ClinicDetails(
                "Karibu Clinic",
                PhoneNumber.parse("020 272 3456").orElseThrow(),
                before.bring(),
                before.idle(),
                before.language());
    }

    Made make(Tx tx, List<ProviderId> staff, ZoneId zone, LocalDate since) {
        FacilityId clinic = facilities.first(tx).id();
        facilities.change(tx, ACTOR, clinic, OptionalInt.empty(), before -> details("Karibu Clinic", "13023", zone));
        FacilityId dispensary = dispensary(tx, zone);
        var consulting = List.of(
                room(tx, clinic, "Room 1"),
                room(tx, clinic, "Room 2"),
                room(tx, clinic, "Room 3"),
                room(tx, clinic, "Dressing room"));
        room(tx, dispensary, "Room 1");
        int vaccination = vaccination(tx);
        antenatal(tx);
        for (int i = 0; i < staff.size(); i++) {
            publish(tx, staff.get(i), i, new Plan(clinic, dispensary, vaccination, since));
        }
        return new Made(clinic, dispensary, consulting, vaccination);
    }

    private record Plan(FacilityId clinic, FacilityId dispensary, int vaccination, LocalDate since) {}

    private FacilityId dispensary(Tx tx, ZoneId zone) {
        var outcome = facilities.add(tx, ACTOR, details("Karibu Dispensary, Kawangware", "13107", zone));
        if (outcome instanceof FacilityOutcome.Done(var made)) {
            return made.id();
        }
        throw new IllegalStateException("the sample facility cannot be made: " + outcome);
    }

    private static FacilityDetails details(String name, String code, ZoneId zone) {
        return new FacilityDetails(
                name,
                MflCode.parse(code).orElseThrow(),
                new CountryCode("KE"),
                "Nairobi",
                "Ngong Road",
                PhoneNumber.parse("020 2723 456").orElse(null),
                zone,
                false);
    }

    private RoomId room(Tx tx, FacilityId facility, String name) {
        var outcome = rooms.add(tx, ACTOR, facility, name);
        if (outcome instanceof RoomOutcome.Done(var made)) {
            return made.id();
        }
        throw new IllegalStateException("the sample room cannot be made: " + outcome);
    }

    private int vaccination(Tx tx) {
        var timing = new Timing(
                Duration.ofMinutes(10), Duration.ZERO, Duration.ofMinutes(5), null, Duration.ofHours(1), 120);
        return type(
                tx,
                new AppointmentType.Details(
                        "Vaccination",
                        timing,
                        AppointmentType.BookableBy.PATIENTS,
                        new AppointmentType.Looks(
                                "#0b5c8a",
                                "Vaccines for children by the national schedule. Bring the child's booklet.",
                                "Chanjo za watoto kwa ratiba ya taifa. Leta kijitabu cha mtoto."),
                        new OfferedBy(List.of(), List.of("Immunisation"))));
    }

    private void antenatal(Tx tx) {
        var timing = new Timing(Duration.ofMinutes(30), Duration.ZERO, Duration.ZERO, null, Duration.ofHours(2), 280);
        type(
                tx,
                new AppointmentType.Details(
                        "Antenatal visit",
                        timing,
                        AppointmentType.BookableBy.PATIENTS,
                        new AppointmentType.Looks(
                                "#6a35c2",
                                "Care during pregnancy. Bring the mother and child booklet.",
                                "Huduma ya ujauzito. Leta kijitabu cha mama na mtoto."),
                        new OfferedBy(List.of(), List.of("Obstetrics and gynaecology", "Maternal and child health"))));
    }

    private int type(Tx tx, AppointmentType.Details details) {
        var outcome = types.add(tx, ACTOR, details);
        if (outcome instanceof AppointmentTypes.Outcome.Done(var made)) {
            return made.id();
        }
        throw new IllegalStateException("the sample type cannot be made: " + outcome);
    }

    private void publish(Tx tx, ProviderId provider, int number, Plan plan) {
        boolean vaccinates = number == IMMUNISATION_NURSE;
        for (DayOfWeek day : WEEK) {
            var days = new SessionDays(day, plan.since(), null, 1);
            if (vaccinates) {
                // Vaccines in the mornings, several children at a time; everything else afterwards.
                add(
                        tx,
                        provider,
                        new HoursPlan(plan.clinic(), days, MORNING, VACCINATED_AT_A_TIME, Set.of(plan.vaccination())));
            } else {
                add(tx, provider, new HoursPlan(plan.clinic(), days, MORNING, 1, Set.of()));
            }
            add(tx, provider, new HoursPlan(plan.clinic(), days, AFTERNOON, 1, Set.of()));
        }
        // Saturdays by turns; the obstetrician at the dispensary.
        var saturdays = new SessionDays(DayOfWeek.SATURDAY, plan.since().plusWeeks(number % 2), null, 2);
        FacilityId where = number == OBSTETRICIAN ? plan.dispensary() : plan.clinic();
        add(tx, provider, new HoursPlan(where, saturdays, MORNING, 1, Set.of()));
    }

    private void add(Tx tx, ProviderId provider, HoursPlan plan) {
        var outcome = hours.add(tx, ACTOR, provider, plan);
        if (!(outcome instanceof HoursOutcome.Done)) {
            throw new IllegalStateException("the sample hours cannot be made: " + outcome);
        }
    }
}
