package org.emiadi.pages.admin;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.emiadi.availability.Hours;
import org.emiadi.availability.HoursOutcome;
import org.emiadi.availability.HoursPlan;
import org.emiadi.availability.SessionDays;
import org.emiadi.availability.SessionTime;
import org.emiadi.facilities.FacilityId;
import org.emiadi.web.Form;
import org.jspecify.annotations.Nullable;

/// What is typed of working hours: several weekdays at once, or one day; and what stands in hours that are there.
final class HoursForm {
    private static final int MOST_PLACES = 100;
    private static final int MOST_WEEKS = 52;
    private static final LocalTime USUAL_START = LocalTime.of(8, 0);
    private static final LocalTime USUAL_END = LocalTime.of(17, 0);

    private HoursForm() {}

    /// From Monday to Friday at the usual time, to begin with.
    static Form usual() {
        return Form.empty()
                .withAll("weekday", List.of("1", "2", "3", "4", "5"))
                .with("start", USUAL_START)
                .with("end", USUAL_END)
                .with("capacity", 1)
                .with("every_weeks", 1);
    }

    static Form of(Hours hours) {
        var plan = hours.plan();
        var days = plan.days();
        return Form.empty()
                .with("version", hours.version())
                .with("weekday", days.weekday().getValue())
                .with("start", plan.time().start())
                .with("end", plan.time().end())
                .with("facility", plan.facility().value())
                .with("capacity", plan.capacity())
                .with("valid_from", days.from())
                .with("valid_to", days.to())
                .with("every_weeks", days.everyWeeks())
                .withAll("type", plan.types().stream().map(String::valueOf).toList());
    }

    /// One plan for each weekday; empty where the form now says what is wrong.
    ///
    /// @param today from when the hours hold where nothing else is typed
    static List<HoursPlan> read(Form form, Office office, LocalDate today) {
        Optional<SessionTime> time = time(form, office);
        int capacity = office.number(form, "capacity", 1, MOST_PLACES);
        int everyWeeks = form.has("every_weeks") ? office.number(form, "every_weeks", 1, MOST_WEEKS) : 1;
        LocalDate from = date(form, office, "valid_from");
        LocalDate to = date(form, office, "valid_to");
        var weekdays = weekdays(form, office);
        if (form.number("facility").isEmpty()) {
            form.wrong("facility", office.shared().chooseOne());
        }
        if (!form.isGood() || time.isEmpty()) {
            return List.of();
        }
        var plans = new ArrayList<HoursPlan>();
        for (DayOfWeek weekday : weekdays) {
            plans.add(new HoursPlan(
                    new FacilityId(form.number("facility").getAsInt()),
                    new SessionDays(weekday, from == null ? today : from, to, everyWeeks),
                    time.get(),
                    capacity,
                    types(form)));
        }
        return plans;
    }

    private static Optional<SessionTime> time(Form form, Office office) {
        Optional<LocalTime> start = form.time("start");
        // Midnight as an end is written in both ways.
        Optional<LocalTime> end =
                form.text("end").startsWith("24") ? Optional.of(LocalTime.MIDNIGHT) : form.time("end");
        if (start.isEmpty()) {
            office.wrong(form, "start", "clock-time");
        }
        if (end.isEmpty()) {
            office.wrong(form, "end", "clock-time");
        }
        return start.isPresent() && end.isPresent()
                ? Optional.of(SessionTime.between(start.get(), end.get()))
                : Optional.empty();
    }

    private static List<DayOfWeek> weekdays(Form form, Office office) {
        var weekdays = Arrays.stream(DayOfWeek.values())
                .filter(day -> form.isChosen("weekday", day.getValue()))
                .toList();
        if (weekdays.isEmpty()) {
            form.wrong("weekday", office.officeWords().chooseDay());
        }
        return weekdays;
    }

    private static @Nullable LocalDate date(Form form, Office office, String name) {
        if (!form.has(name)) {
            return null;
        }
        Optional<LocalDate> date = form.date(name);
        if (date.isEmpty()) {
            form.wrong(name, office.shared().enterDate());
        }
        return date.orElse(null);
    }

    private static Set<Integer> types(Form form) {
        return form.all("type").stream()
                .flatMap(each -> Arrays.stream(each.split(",")))
                .filter(id -> id.matches("[0-9]{1,9}"))
                .map(Integer::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Nothing where it was done.
    static void say(Form form, HoursOutcome outcome, Office office) {
        switch (outcome) {
            case HoursOutcome.Done done -> {}
            case HoursOutcome.Absent() -> throw Office.absent();
            case HoursOutcome.NotOwn() -> throw Office.absent();
            case HoursOutcome.Stale() -> office.stale(form);
            case HoursOutcome.Unknown(HoursOutcome.Named what) -> {
                switch (what) {
                    case PROVIDER -> throw Office.absent();
                    case FACILITY -> form.wrong("facility", office.shared().chooseOne());
                    case TYPE -> form.wrong("type", office.shared().chooseOne());
                }
            }
            case HoursOutcome.NoDay() -> office.wrong(form, "valid_to", "no-day");
            case HoursOutcome.Overlap(var other) ->
                form.wrong("start", office.officeWords().hoursOverlap());
        }
    }
}
