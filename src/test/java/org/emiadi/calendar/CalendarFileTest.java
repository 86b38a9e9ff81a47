package org.emiadi.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.appointments.Reference;
import org.emiadi.appointments.Side;
import org.emiadi.facilities.CountryCode;
import org.emiadi.facilities.Facility;
import org.emiadi.facilities.FacilityDetails;
import org.emiadi.facilities.FacilityId;
import org.emiadi.people.PatientId;
import org.emiadi.people.Provider;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Messages;
import org.emiadi.platform.TimeRange;
import org.junit.jupiter.api.Test;

class CalendarFileTest {
    private static final Instant NOW = Instant.parse("2026-11-23T07:00:00Z");
    private static final Instant NINE = Instant.parse("2026-11-30T06:00:00Z");
    private static final Messages ENGLISH = Messages.in(Messages.ENGLISH);

    @Test
    void an_entry_says_when_where_with_whom_and_rings_a_day_before() {
        assertThat(lines(entry(NINE, "Africa/Nairobi", "Mji Clinic")))
                .contains(
                        "METHOD:PUBLISH",
                        "UID:K7MPX2QA@e-miadi",
                        "SEQUENCE:3",
                        "DTSTAMP:20261123T070000Z",
                        "DTSTART;TZID=Africa/Nairobi:20261130T090000",
                        "DTEND;TZID=Africa/Nairobi:20261130T093000",
                        "STATUS:CONFIRMED",
                        "CLASS:PRIVATE",
                        "SUMMARY:Appointment at Mji Clinic",
                        "LOCATION:Mji Clinic\\, Moi Avenue 4\\, Nairobi",
                        "DESCRIPTION:With Otieno Odhiambo\\nReference: K7MP X2QA",
                        "BEGIN:VALARM",
                        "TRIGGER;RELATED=START:-P1D",
                        "ACTION:DISPLAY");
    }

    @Test
    void a_cancelled_appointment_says_so_and_does_not_ring() {
        var entry = entry(NINE, "Africa/Nairobi", "Mji Clinic");
        var cancelled = new CalendarEntry(
                appointment(NINE, "Africa/Nairobi", AppointmentStatus.CANCELLED), entry.provider(), entry.facility());

        assertThat(lines(cancelled))
                .contains("UID:K7MPX2QA@e-miadi", "STATUS:CANCELLED", "SUMMARY:Cancelled: appointment at Mji Clinic")
                .doesNotContain("BEGIN:VALARM");
    }

    @Test
    void the_words_are_those_of_the_reader() {
        String swahili = CalendarFile.write(entry(NINE, "Africa/Nairobi", "Mji"), Messages.in(Messages.SWAHILI), NOW);

        assertThat(unfolded(swahili)).contains("SUMMARY:Miadi katika Mji");
    }

    @Test
    void the_zone_is_written_out_where_the_clock_never_changes() {
        assertThat(lines(entry(NINE, "Africa/Nairobi", "Mji")))
                .containsSubsequence(
                        "BEGIN:VTIMEZONE",
                        "TZID:Africa/Nairobi",
                        "BEGIN:STANDARD",
                        "TZOFFSETTO:+0300",
                        "END:VTIMEZONE");
        assertThat(lines(entry(NINE, "UTC", "Mji"))).anyMatch(line -> line.startsWith("DTSTART"));
    }

    @Test
    void the_zone_is_written_out_with_the_changes_of_the_clock_around_the_visit() {
        Instant summer = Instant.parse("2027-03-28T07:00:00Z");

        assertThat(lines(entry(summer, "Europe/Berlin", "Mji")))
                .contains("DTSTART;TZID=Europe/Berlin:20270328T090000")
                .containsSubsequence(
                        "BEGIN:STANDARD",
                        "DTSTART:20271031T030000",
                        "TZOFFSETFROM:+0200",
                        "TZOFFSETTO:+0100",
                        "END:STANDARD")
                .containsSubsequence(
                        "BEGIN:DAYLIGHT",
                        "DTSTART:20270328T020000",
                        "TZOFFSETFROM:+0100",
                        "TZOFFSETTO:+0200",
                        "END:DAYLIGHT");
        var read = Biweekly.parse(CalendarFile.write(entry(summer, "Europe/Berlin", "Mji"), ENGLISH, NOW))
                .first();
        assertThat(read.getEvents().getFirst().getDateStart().getValue().toInstant())
                .isEqualTo(summer);
    }

    @Test
    void a_name_writes_no_lines_of_its_own() {
        for (String lineBreak : List.of("\n", "\r\n", "\r", "\u0085", "\u2028", "\u000b")) {
            var entry = entry(NINE, "Africa/Nairobi", "Mji" + lineBreak + "ATTENDEE:mailto:x@example.org");

            assertThat(CalendarFile.write(entry, ENGLISH, NOW).split("\\R"))
                    .as("%x", lineBreak.codePointAt(0))
                    .noneMatch(line -> line.startsWith("ATTENDEE"));
        }
    }

    private static List<String> lines(CalendarEntry entry) {
        return unfolded(CalendarFile.write(entry, ENGLISH, NOW));
    }

    private static List<String> unfolded(String file) {
        assertThat(file.lines()).allMatch(line -> line.length() <= 75);
        return file.replaceAll("\r\n[ \t]", "").lines().toList();
    }

    private static CalendarEntry entry(Instant start, String zone, String facility) {
        var details = new FacilityDetails(
                facility, null, new CountryCode("KE"), "Nairobi", "Moi Avenue 4", null, ZoneId.of(zone), false);
        return new CalendarEntry(
                appointment(start, zone, AppointmentStatus.CONFIRMED),
                new Provider(
                        new ProviderId(2),
                        new Provider.Practice("Nurse", null),
                        TestPeople.named("Otieno", "Odhiambo"),
                        1),
                new Facility(new FacilityId(1), details, 1));
    }

    private static Appointment appointment(Instant start, String zone, AppointmentStatus status) {
        return new Appointment(
                new AppointmentId(7),
                new Reference("K7MPX2QA"),
                null,
                new PatientId(1),
                new ProviderId(2),
                new TimeRange(start, start.plus(Duration.ofMinutes(30))),
                status,
                null,
                null,
                new Appointment.Place(1, ZoneId.of(zone), null, false),
                null,
                null,
                new Appointment.Visit(null, null, null, null, null),
                status == AppointmentStatus.CANCELLED ? Side.PATIENT : null,
                3);
    }
}
