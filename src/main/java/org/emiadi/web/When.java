package org.emiadi.web;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.emiadi.platform.Messages;

/// Days and hours as Kenyans write them, in English and Kiswahili. Hours are those of the facility's clock, 24 of them;
/// in Kiswahili the spoken hour, counted from dawn, can stand beside them.
public final class When {
    private static final Locale ENGLISH_OF_KENYA = Locale.forLanguageTag("en-KE");
    private static final Locale SWAHILI_OF_KENYA = Locale.forLanguageTag("sw-KE");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /// From Monday on. Our own, since the short names of the locale are whole words.
    private static final List<String> SHORT_DAYS = List.of("Jtt", "Jnn", "Jtn", "Alh", "Ijm", "Jms", "Jpl");

    private static final List<String> NUMBERS = List.of(
            "moja",
            "mbili",
            "tatu",
            "nne",
            "tano",
            "sita",
            "saba",
            "nane",
            "tisa",
            "kumi",
            "kumi na moja",
            "kumi na mbili");

    private final Locale locale;
    private final boolean swahili;

    private When(Locale locale, boolean swahili) {
        this.locale = locale;
        this.swahili = swahili;
    }

    /// In `language`, `en` or `sw`.
    public static When in(Locale language) {
        boolean swahili = language.getLanguage().equals(Messages.SWAHILI.getLanguage());
        return new When(swahili ? SWAHILI_OF_KENYA : ENGLISH_OF_KENYA, swahili);
    }

    /// Tuesday 1 December 2026.
    public String day(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.FULL, locale) + " " + date.getDayOfMonth() + " "
                + date.getMonth().getDisplayName(TextStyle.FULL, locale) + " " + date.getYear();
    }

    public String day(Instant instant, ZoneId zone) {
        return day(instant.atZone(zone).toLocalDate());
    }

    /// Tue 1 Dec.
    public String shortDay(LocalDate date) {
        return weekday(date.getDayOfWeek()) + " " + date.getDayOfMonth() + " " + shortMonth(date);
    }

    public String shortDay(Instant instant, ZoneId zone) {
        return shortDay(instant.atZone(zone).toLocalDate());
    }

    /// Tue.
    public String weekday(DayOfWeek day) {
        return swahili ? SHORT_DAYS.get(day.getValue() - 1) : day.getDisplayName(TextStyle.SHORT, locale);
    }

    /// Tuesday.
    public String longWeekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, locale);
    }

    /// 1 Dec 2026.
    public String date(LocalDate date) {
        return date.getDayOfMonth() + " " + shortMonth(date) + " " + date.getYear();
    }

    public String date(Instant instant, ZoneId zone) {
        return date(instant.atZone(zone).toLocalDate());
    }

    /// December 2026.
    public String month(LocalDate date) {
        return date.getMonth().getDisplayName(TextStyle.FULL, locale) + " " + date.getYear();
    }

    private String shortMonth(LocalDate date) {
        return date.getMonth().getDisplayName(TextStyle.SHORT, locale);
    }

    /// 09:30.
    public String time(LocalTime time) {
        return TIME.format(time);
    }

    public String time(Instant instant, ZoneId zone) {
        return time(instant.atZone(zone).toLocalTime());
    }

    /// 09:30; in Kiswahili as it is said, with the figures after it: saa tatu na nusu asubuhi (09:30).
    public String spoken(Instant instant, ZoneId zone) {
        LocalTime time = instant.atZone(zone).toLocalTime();
        return swahili ? spoken(time) + " (" + time(time) + ")" : time(time);
    }

    private static String spoken(LocalTime time) {
        return switch (time.getMinute()) {
            case 0 -> "saa " + hour(time) + " " + part(time);
            case 15 -> "saa " + hour(time) + " na robo " + part(time);
            case 30 -> "saa " + hour(time) + " na nusu " + part(time);
            case 45 -> "saa " + hour(time.plusHours(1)) + " kasorobo " + part(time);
            default -> "saa " + hour(time) + " na dakika " + time.getMinute() + " " + part(time);
        };
    }

    // The day begins at dawn: what others call seven is the first hour.
    private static String hour(LocalTime time) {
        return NUMBERS.get((time.getHour() + 5) % 12);
    }

    private static String part(LocalTime time) {
        int hour = time.getHour();
        if (hour >= 5 && hour < 12) {
            return "asubuhi";
        }
        if (hour >= 12 && hour < 16) {
            return "mchana";
        }
        return hour >= 16 && hour < 19 ? "jioni" : "usiku";
    }

    /// Tuesday 1 December 2026, 09:30.
    public String full(Instant instant, ZoneId zone) {
        return day(instant, zone) + ", " + spoken(instant, zone);
    }

    /// 1 Dec 2026, 09:30; for lists and trails.
    public String moment(Instant instant, ZoneId zone) {
        return date(instant, zone) + ", " + time(instant, zone);
    }

    /// How the zone is called: East Africa Time.
    public String zone(ZoneId zone) {
        return zone.getDisplayName(TextStyle.FULL, locale);
    }

    /// 25 min, 1 h 10 min.
    public String lasting(Duration duration) {
        long hours = duration.toHours();
        int minutes = duration.toMinutesPart();
        if (hours == 0) {
            return swahili ? "dakika " + minutes : minutes + " min";
        }
        String whole = swahili ? "saa " + hours : hours + " h";
        if (minutes == 0) {
            return whole;
        }
        return swahili ? whole + " na dakika " + minutes : whole + " " + minutes + " min";
    }
}
