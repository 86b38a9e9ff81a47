package org.emiadi.slots;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.emiadi.platform.TimeRange;
import org.emiadi.slots.RandomClinic.Absence;
import org.emiadi.slots.RandomClinic.Days;
import org.emiadi.slots.RandomClinic.Holiday;
import org.emiadi.slots.RandomClinic.Hours;
import org.emiadi.slots.RandomClinic.Place;
import org.emiadi.slots.RandomClinic.Question;
import org.emiadi.slots.RandomClinic.Visit;
import org.jspecify.annotations.Nullable;

/// Makes up clinics and questions around days on which clocks are put forward and back. All comes from one seed, so
/// that whatever fails can be seen again.
final class RandomClinics {
    static final int PROVIDERS = 3;

    private static final List<Anchor> ANCHORS = List.of(
            new Anchor("Africa/Nairobi", "2027-03-28"),
            new Anchor("Europe/Berlin", "2027-03-28"),
            new Anchor("Europe/Berlin", "2027-10-31"),
            new Anchor("America/New_York", "2027-03-14"),
            new Anchor("America/New_York", "2027-11-07"),
            new Anchor("Asia/Kathmandu", "2027-03-28"),
            new Anchor("Pacific/Chatham", "2027-04-04"),
            new Anchor("Pacific/Chatham", "2027-09-26"));

    private static final int MINUTES_OF_A_DAY = 1440;

    private final Random random;
    private final Anchor anchor;
    private final Instant middle;

    RandomClinics(long seed) {
        this.random = new Random(seed);
        this.anchor = ANCHORS.get(random.nextInt(ANCHORS.size()));
        this.middle = anchor.day().atTime(12, 0).atZone(anchor.zone()).toInstant();
    }

    /// A zone, and a day in it that is worth looking at.
    private record Anchor(ZoneId zone, LocalDate day) {
        Anchor(String zone, String day) {
            this(ZoneId.of(zone), LocalDate.parse(day));
        }
    }

    RandomClinic clinic() {
        return new RandomClinic(
                List.of(new Place(anchor.zone(), oneIn(4)), new Place(zone(), oneIn(4))),
                Stream.generate(this::hours).limit(2 + random.nextInt(7)).toList(),
                upTo(2, () -> absence(PROVIDERS)),
                upTo(1, () -> absence(2)),
                upTo(2, () -> new Holiday(day(3), !oneIn(4))),
                upTo(15, this::visit));
    }

    // Mostly the same, so that providers who go from one facility to the other do so on the days that count.
    private ZoneId zone() {
        return oneIn(2)
                ? anchor.zone()
                : ANCHORS.get(random.nextInt(ANCHORS.size())).zone();
    }

    private Hours hours() {
        int start = oneIn(2) ? between(0, 240) : between(0, MINUTES_OF_A_DAY - 5);
        var length = Duration.ofMinutes(oneIn(5) ? between(5, MINUTES_OF_A_DAY) : between(30, 480));
        return new Hours(
                random.nextInt(PROVIDERS),
                random.nextInt(2),
                days(),
                LocalTime.MIN.plusMinutes(start),
                length,
                1 + random.nextInt(3),
                types());
    }

    private Days days() {
        LocalDate to = oneIn(4) ? day(3) : null;
        LocalDate from = (to == null ? anchor.day() : to).minusDays(random.nextInt(30));
        int weekday = day(1).getDayOfWeek().getValue();
        return new Days(weekday, from, to, oneIn(4) ? 1 + random.nextInt(3) : 1);
    }

    private Set<Integer> types() {
        return switch (random.nextInt(5)) {
            case 0 -> Set.of(1);
            case 1 -> Set.of(2);
            case 2 -> Set.of(1, 2);
            default -> Set.of();
        };
    }

    private Absence absence(int whose) {
        return new Absence(random.nextInt(whose), range(36 * 60, oneIn(3) ? 3 * MINUTES_OF_A_DAY : 180));
    }

    private Visit visit() {
        String status = List.of("scheduled", "scheduled", "scheduled", "rescheduled", "held", "cancelled", "no_show")
                .get(random.nextInt(7));
        Instant until = status.equals("held") ? middle.plus(Duration.ofMinutes(between(-60, 60))) : null;
        return new Visit(
                random.nextInt(PROVIDERS),
                random.nextInt(2),
                1 + random.nextInt(3),
                range(36 * 60, 120),
                between(0, 20),
                between(0, 20),
                status,
                until);
    }

    Question question() {
        int before = oneIn(2) ? 0 : between(0, 20);
        int after = oneIn(2) ? 0 : between(0, 20);
        int duration = between(5, 60);
        return new Question(
                span(),
                middle,
                duration,
                before,
                after,
                oneIn(2) ? before + duration + after : between(5, 60),
                oneIn(3) ? 1 : null,
                oneIn(5) ? random.nextInt(PROVIDERS) : null,
                oneIn(5) ? random.nextInt(2) : null,
                part());
    }

    private TimeRange span() {
        Instant start = middle.plus(Duration.ofMinutes(between(-36 * 60, 12 * 60)));
        return new TimeRange(start, start.plus(Duration.ofMinutes(between(60, 3 * MINUTES_OF_A_DAY))));
    }

    private @Nullable PartOfDay part() {
        return oneIn(4) ? List.of(PartOfDay.values()).get(random.nextInt(3)) : null;
    }

    private TimeRange range(int farthest, int longest) {
        Instant start = middle.plus(Duration.ofMinutes(between(-farthest, farthest)));
        return new TimeRange(start, start.plus(Duration.ofMinutes(between(5, longest))));
    }

    private LocalDate day(int farthest) {
        return anchor.day().plusDays(random.nextInt(2 * farthest + 1) - farthest);
    }

    // Steps of five minutes, so that edges meet often.
    private int between(int least, int most) {
        return least + 5 * random.nextInt((most - least) / 5 + 1);
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    private <T> List<T> upTo(int most, Supplier<T> one) {
        return Stream.generate(one).limit(random.nextInt(most + 1)).toList();
    }
}
