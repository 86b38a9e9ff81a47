package org.emiadi.pages.admin;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.emiadi.appointments.AppointmentType;
import org.emiadi.appointments.AppointmentType.BookableBy;
import org.emiadi.appointments.AppointmentType.Details;
import org.emiadi.appointments.AppointmentType.Looks;
import org.emiadi.appointments.OfferedBy;
import org.emiadi.appointments.Timing;
import org.emiadi.web.Form;
import org.jspecify.annotations.Nullable;

/// What is typed of a type of appointment, and what is already said of one.
final class TypeForm {
    // As the API and the constraints of the table hold it.
    private static final int SHORTEST = 5;
    private static final int LONGEST = 1440;
    private static final int LONGEST_BUFFER = 240;
    private static final int LONGEST_NOTICE = 525_600;
    private static final int FARTHEST_HORIZON = 730;
    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_DESCRIPTION = 500;
    private static final int LONGEST_LIST = 1_000;
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    private TypeForm() {}

    static Form saying(Details details) {
        Timing timing = details.timing();
        Duration startsEvery = timing.startsEvery();
        return Form.empty()
                .with("name", details.name())
                .with("duration_minutes", timing.duration().toMinutes())
                .with("buffer_before_minutes", timing.before().toMinutes())
                .with("buffer_after_minutes", timing.after().toMinutes())
                .with("starts_every_minutes", startsEvery == null ? null : startsEvery.toMinutes())
                .with("minimum_notice_minutes", timing.minimumNotice().toMinutes())
                .with("horizon_days", timing.horizonDays())
                .with("bookable_by", details.bookableBy().text())
                .with("colour", details.looks().colour())
                .with("description_en", details.looks().english())
                .with("description_sw", details.looks().swahili())
                .with("cadres", String.join(", ", details.offeredBy().cadres()))
                .with("specializations", String.join(", ", details.offeredBy().specializations()));
    }

    static Form of(AppointmentType type) {
        return saying(type.details()).with("version", type.version());
    }

    /// A new one, as types are usually.
    static Form usual() {
        return saying(Details.named("x")).with("name", "");
    }

    /// Empty where the form now says what is wrong.
    static Optional<Details> read(Form form, Office office) {
        String name = office.line(form, "name", office.placeWords().typeName(), LONGEST_NAME);
        Timing timing = timing(form, office);
        if (!List.of("patients", "staff").contains(form.text("bookable_by"))) {
            office.wrong(form, "bookable_by", "bookable-by");
        }
        if (!COLOUR.matcher(form.text("colour")).matches()) {
            office.wrong(form, "colour", "colour");
        }
        String english = office.optional(form, "description_en", LONGEST_DESCRIPTION);
        String swahili = office.optional(form, "description_sw", LONGEST_DESCRIPTION);
        var offered = new OfferedBy(list(form, "cadres", office), list(form, "specializations", office));
        return form.isGood()
                ? Optional.of(new Details(
                        name,
                        timing,
                        BookableBy.parse(form.text("bookable_by")),
                        new Looks(form.text("colour"), english, swahili),
                        offered))
                : Optional.empty();
    }

    private static Timing timing(Form form, Office office) {
        Duration duration = minutes(form, office, "duration_minutes", SHORTEST, LONGEST);
        Duration before = minutes(form, office, "buffer_before_minutes", 0, LONGEST_BUFFER);
        Duration after = minutes(form, office, "buffer_after_minutes", 0, LONGEST_BUFFER);
        @Nullable
        Duration startsEvery = form.has("starts_every_minutes")
                ? minutes(form, office, "starts_every_minutes", SHORTEST, LONGEST)
                : null;
        Duration notice = minutes(form, office, "minimum_notice_minutes", 0, LONGEST_NOTICE);
        int horizon = office.number(form, "horizon_days", 1, FARTHEST_HORIZON);
        return new Timing(duration, before, after, startsEvery, notice, horizon);
    }

    private static Duration minutes(Form form, Office office, String name, int least, int most) {
        return Duration.ofMinutes(office.number(form, name, least, most));
    }

    // With commas in between, as people write lists.
    private static List<String> list(Form form, String name, Office office) {
        String typed = office.optional(form, name, LONGEST_LIST);
        return typed == null
                ? List.of()
                : Arrays.stream(typed.split(","))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList();
    }
}
