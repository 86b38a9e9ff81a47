package org.emiadi.pages.practice;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emiadi.availability.Hours;
import org.emiadi.availability.HoursPlan;
import org.emiadi.availability.SessionDays;
import org.emiadi.availability.SessionTime;
import org.emiadi.facilities.Facility;
import org.emiadi.facilities.FacilityId;
import org.emiadi.web.Form;

/// The fields of working hours. Several days of the week can be entered in one go.
final class HoursForm {
    private static final int MOST_WEEKS = 52;
    private static final int MOST_PLACES = 100;
    private static final int LAST_YEAR = 2199;

    private HoursForm() {}

    /// Before anybody has typed.
    static Form usual(Facility facility, LocalDate today) {
        return Form.empty()
                .with("facility", facility.id().value())
                .with("from", today)
                .with("every", 1)
                .with("capacity", 1);
    }

    static Form of(Hours hours) {
        var plan = hours.plan();
        return Form.empty()
                .withAll("days", List.of(day(plan)))
                .with("start", plan.time().start())
                .with("end", plan.time().end())
                .with("facility", plan.facility().value())
                .with("from", plan.days().from())
                .with("to", plan.days().to())
                .with("every", plan.days().everyWeeks())
                .with("capacity", plan.capacity())
                .withAll("types", plan.types().stream().map(String::valueOf).toList())
                .with("version", hours.version());
    }

    private static String day(HoursPlan plan) {
        return Integer.toString(plan.days().weekday().getValue());
    }

    /// The fields that enter the same hours again.
    static Map<String, String> fields(HoursPlan plan) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("days", day(plan));
        fields.put("start", plan.time().start().toString());
        fields.put("end", plan.time().end().toString());
        fields.put("facility", Integer.toString(plan.facility().value()));
        fields.put("from", plan.days().from().toString());
        LocalDate to = plan.days().to();
        fields.put("to", to == null ? "" : to.toString());
        fields.put("every", Integer.toString(plan.days().everyWeeks()));
        fields.put("capacity", Integer.toString(plan.capacity()));
        fields.put("types", plan.types().stream().map(String::valueOf).collect(Collectors.joining(",")));
        return fields;
    }

    /// One plan for each day of the week. Where something is wrong it stands in the form, and the plans mean nothing.
    static List<HoursPlan> read(Form form, DutyWords words) {
        var days = days(form, words);
        var session = session(form, words);
        OptionalInt facility = form.number("facility");
        if (facility.isEmpty()) {
            form.wrong("facility", words.notThereAnyMore());
        }
        Optional<LocalDate> from = dateFrom(form, words);
        LocalDate to = dateTo(form, words).orElse(null);
        int every = within(form, "every", MOST_WEEKS, words);
        int capacity = within(form, "capacity", MOST_PLACES, words);
        if (!form.isGood()) {
            return List.of();
        }
        Set<Integer> types = numbers(form.all("types")).collect(Collectors.toSet());
        return days.stream()
                .map(day -> new HoursPlan(
                        new FacilityId(facility.orElseThrow()),
                        new SessionDays(day, from.orElseThrow(), to, every),
                        session.orElseThrow(),
                        capacity,
                        types))
                .toList();
    }

    private static List<DayOfWeek> days(Form form, DutyWords words) {
        var days = numbers(form.all("days"))
                .filter(day -> day >= 1 && day <= DayOfWeek.values().length)
                .distinct()
                .sorted()
                .map(DayOfWeek::of)
                .toList();
        if (days.isEmpty()) {
            form.wrong("days", words.chooseDays());
        }
        return days;
    }

    private static Optional<SessionTime> session(Form form, DutyWords words) {
        Optional<LocalTime> start = form.time("start");
        Optional<LocalTime> end = form.time("end");
        if (start.isEmpty()) {
            form.wrong("start", words.enterTime());
        }
        if (end.isEmpty()) {
            form.wrong("end", words.enterTime());
        }
        return start.flatMap(from -> end.map(to -> SessionTime.between(from, to)));
    }

    private static Optional<LocalDate> dateFrom(Form form, DutyWords words) {
        var from = form.date("from").filter(day -> day.getYear() <= LAST_YEAR);
        if (from.isEmpty()) {
            form.wrong("from", words.enterFirstDay());
        }
        return from;
    }

    private static Optional<LocalDate> dateTo(Form form, DutyWords words) {
        var to = form.date("to").filter(day -> day.getYear() <= LAST_YEAR);
        if (form.has("to") && to.isEmpty()) {
            form.wrong("to", words.enterLastDay());
        }
        return to;
    }

    private static int within(Form form, String name, int most, DutyWords words) {
        int number = form.number(name).orElse(0);
        if (number < 1 || number > most) {
            form.wrong(name, words.oneTo(most));
        }
        return number;
    }

    // Boxes come one by one, an undone removal with commas.
    private static Stream<Integer> numbers(List<String> sent) {
        return sent.stream()
                .flatMap(each -> Arrays.stream(each.split(",")))
                .filter(each -> each.matches("[0-9]{1,9}"))
                .map(Integer::valueOf);
    }
}
