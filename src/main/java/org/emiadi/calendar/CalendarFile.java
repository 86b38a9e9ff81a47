package org.emiadi.calendar;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.parameter.Related;
import biweekly.property.Classification;
import biweekly.property.Method;
import biweekly.property.Status;
import biweekly.property.Trigger;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.UtcOffset;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.facilities.FacilityDetails;
import org.emiadi.platform.Messages;

/// Writes an entry as an iCalendar file (RFC 5545), which phones, Outlook and web calendars read.
public final class CalendarFile {
    private static final LocalDateTime BEFORE_ALL = LocalDateTime.of(1970, 1, 1, 0, 0);

    private CalendarFile() {}

    /// The file.
    ///
    /// @param words in the language of whoever gets it
    /// @param now   when it is written
    public static String write(CalendarEntry entry, Messages words, Instant now) {
        Appointment appointment = entry.appointment();
        var zone = appointment.place().zone();
        var calendar = new ICalendar();
        calendar.setProductId("-//e-miadi//e-miadi//EN");
        calendar.setMethod(Method.publish());
        calendar.getTimezoneInfo()
                .setDefaultTimezone(new TimezoneAssignment(
                        TimeZone.getTimeZone(zone),
                        component(zone, appointment.during().start())));
        calendar.addEvent(event(entry, words, now));
        return Biweekly.write(calendar).go();
    }

    private static VEvent event(CalendarEntry entry, Messages words, Instant now) {
        Appointment appointment = entry.appointment();
        boolean cancelled = appointment.status() == AppointmentStatus.CANCELLED;
        var place = Map.of("place", oneLine(entry.facility().details().name()));
        var event = new VEvent();
        event.setUid(appointment.reference().value() + "@e-miadi");
        event.setSequence(appointment.version());
        event.setDateTimeStamp(Date.from(now));
        event.setDateStart(Date.from(appointment.during().start()));
        event.setDateEnd(Date.from(appointment.during().end()));
        event.setStatus(cancelled ? Status.cancelled() : Status.confirmed());
        // Whoever shares a calendar does not share this.
        event.setClassification(Classification.private_());
        event.setSummary(words.text(cancelled ? "calendar.cancelled" : "calendar.summary", place));
        event.setLocation(location(entry.facility().details()));
        event.setDescription(description(entry, words));
        if (!cancelled) {
            event.addAlarm(VAlarm.display(aDayBefore(), words.text("calendar.alarm", place)));
        }
        return event;
    }

    private static Trigger aDayBefore() {
        return new Trigger(Duration.builder().prior(true).days(1).build(), Related.START);
    }

    private static String location(FacilityDetails facility) {
        return Stream.of(facility.name(), facility.address(), facility.county())
                .filter(Objects::nonNull)
                .map(CalendarFile::oneLine)
                .collect(Collectors.joining(", "));
    }

    private static String description(CalendarEntry entry, Messages words) {
        var phone = entry.facility().details().phone();
        return Stream.of(
                        words.text(
                                "calendar.with",
                                Map.of(
                                        "provider",
                                        oneLine(entry.provider().details().name()))),
                        words.text(
                                "calendar.reference",
                                Map.of(
                                        "reference",
                                        entry.appointment().reference().spaced())),
                        phone == null ? "" : words.text("calendar.phone", Map.of("phone", phone.e164())))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /// What the clock on the wall does about that time. The calendar must not have to know the zone by its name.
    private static VTimezone component(ZoneId zone, Instant about) {
        var component = new VTimezone(zone.getId());
        var rules = zone.getRules();
        var last = rules.previousTransition(about.plusNanos(1));
        if (last == null) {
            add(component, rules.isDaylightSavings(about), BEFORE_ALL, rules.getOffset(about), rules.getOffset(about));
        } else {
            add(
                    component,
                    rules.isDaylightSavings(last.getInstant()),
                    last.getDateTimeBefore(),
                    last.getOffsetBefore(),
                    last.getOffsetAfter());
        }
        var next = rules.nextTransition(about);
        if (next != null) {
            add(
                    component,
                    rules.isDaylightSavings(next.getInstant()),
                    next.getDateTimeBefore(),
                    next.getOffsetBefore(),
                    next.getOffsetAfter());
        }
        return component;
    }

    private static void add(
            VTimezone component, boolean daylightSaving, LocalDateTime start, ZoneOffset from, ZoneOffset to) {
        if (daylightSaving) {
            var observance = new DaylightSavingsTime();
            describe(observance, start, from, to);
            component.addDaylightSavingsTime(observance);
        } else {
            var observance = new StandardTime();
            describe(observance, start, from, to);
            component.addStandardTime(observance);
        }
    }

    private static void describe(Observance observance, LocalDateTime start, ZoneOffset from, ZoneOffset to) {
        observance.setDateStart(new DateTimeComponents(
                start.getYear(),
                start.getMonthValue(),
                start.getDayOfMonth(),
                start.getHour(),
                start.getMinute(),
                start.getSecond(),
                false));
        observance.setTimezoneOffsetFrom(offset(from));
        observance.setTimezoneOffsetTo(offset(to));
    }

    private static UtcOffset offset(ZoneOffset offset) {
        return new UtcOffset(TimeUnit.SECONDS.toMillis(offset.getTotalSeconds()));
    }

    // The library escapes line feeds; other control characters would still end a line for some readers.
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
    }
}
