package org.emiadi.reports;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.emiadi.platform.TimeRange;
import org.jspecify.annotations.Nullable;

/// A clinic with two facilities, its hours, absences and visits, made up around a day on which clocks change. All
/// comes from one seed, so that whatever fails can be seen again. All times are multiples of [#STEP].
record MadeUpClinic(
        List<ZoneId> zones,
        Period period,
        Instant now,
        List<Hours> hours,
        List<Absence> timeOff,
        List<Absence> closures,
        List<LocalDate> holidays,
        List<Visit> visits) {
    static final Duration STEP = Duration.ofMinutes(5);
    static final int PROVIDERS = 3;
    static final int FACILITIES = 2;
    static final int MOST_PLACES = 3;
    /// Type 0 is none; 3 is offered by nobody here.
    static final int TYPES = 4;

    static final int OFFERED_BY_NOBODY = 3;

    /// @param types that it serves; empty for all
    record Hours(
            int provider,
            int facility,
            int weekday,
            LocalTime start,
            Duration length,
            LocalDate validFrom,
            int capacity,
            Set<Integer> types) {}

    record Absence(int whose, TimeRange during) {}

    /// @param during the time that counts
    /// @param moved  whether it was first booked for another time
    record Visit(
            int provider,
            int facility,
            int type,
            int lane,
            TimeRange during,
            int before,
            int after,
            String status,
            boolean moved,
            @Nullable String cancelledBy,
            Instant cancelledAt,
            Instant createdAt,
            @Nullable Instant arrivedAt,
            @Nullable Instant startedAt) {

        TimeRange occupied() {
            return new TimeRange(
                    during.start().minus(Duration.ofMinutes(before)),
                    during.end().plus(Duration.ofMinutes(after)));
        }

        boolean takesTime() {
            return !Set.of("held", "cancelled", "no_show").contains(status);
        }
    }

    MadeUpClinic with(List<Visit> those) {
        return new MadeUpClinic(zones, period, now, hours, timeOff, closures, holidays, those);
    }

    static MadeUpClinic of(long seed) {
        return new Making(new Random(seed)).clinic();
    }

    private static final class Making {
        private static final List<String> ZONES =
                List.of("Africa/Nairobi", "America/New_York", "Europe/Berlin", "Asia/Kathmandu", "Pacific/Chatham");
        private static final List<LocalDate> DAYS = List.of(
                LocalDate.of(2027, 3, 14),
                LocalDate.of(2027, 3, 28),
                LocalDate.of(2027, 4, 4),
                LocalDate.of(2027, 9, 26),
                LocalDate.of(2027, 10, 31),
                LocalDate.of(2027, 11, 7));
        private static final List<String> STATUSES = List.of(
                "held",
                "scheduled",
                "confirmed",
                "rescheduled",
                "checked_in",
                "in_progress",
                "completed",
                "completed",
                "cancelled",
                "no_show",
                "no_show");
        private static final int HALF_A_DAY = 720;

        private final Random random;
        private final LocalDate day;
        private final ZoneId zone;
        private final Instant middle;

        Making(Random random) {
            this.random = random;
            this.day = pick(DAYS);
            this.zone = ZoneId.of(pick(ZONES));
            this.middle = day.atTime(12, 0).atZone(zone).toInstant();
        }

        MadeUpClinic clinic() {
            var period = new Period(day.minusDays(1 + random.nextInt(6)), day.plusDays(1 + random.nextInt(6)));
            return new MadeUpClinic(
                    List.of(zone, oneIn(2) ? zone : ZoneId.of(pick(ZONES))),
                    period,
                    middle,
                    many(1 + random.nextInt(12), this::hours),
                    many(random.nextInt(3), () -> absence(PROVIDERS)),
                    many(random.nextInt(2), () -> absence(FACILITIES)),
                    oneIn(3) ? List.of(day.plusDays(random.nextInt(3) - 1)) : List.of(),
                    many(random.nextInt(60), this::visit));
        }

        private Hours hours() {
            return new Hours(
                    random.nextInt(PROVIDERS),
                    random.nextInt(FACILITIES),
                    1 + random.nextInt(7),
                    LocalTime.MIDNIGHT.plus(STEP.multipliedBy(random.nextInt(288))),
                    STEP.multipliedBy(1 + random.nextInt(oneIn(4) ? 288 : 120)),
                    day.minusDays(random.nextInt(20)),
                    1 + random.nextInt(MOST_PLACES),
                    oneIn(2) ? Set.of() : Set.of(1 + random.nextInt(TYPES - 1)));
        }

        private Absence absence(int whose) {
            return new Absence(random.nextInt(whose), range(8 * HALF_A_DAY, 2 * HALF_A_DAY));
        }

        private Visit visit() {
            String status = pick(STATUSES);
            var during = range(14 * HALF_A_DAY, 60);
            boolean came = Set.of("checked_in", "in_progress", "completed").contains(status);
            Instant arrived = during.start().plus(Duration.ofMinutes(random.nextInt(60) - 30L));
            boolean walkedIn = came && oneIn(3);
            boolean cancelled = status.equals("cancelled");
            return new Visit(
                    random.nextInt(PROVIDERS),
                    random.nextInt(FACILITIES),
                    random.nextInt(TYPES),
                    1 + random.nextInt(MOST_PLACES + 1),
                    during,
                    oneIn(2) ? 0 : 10,
                    oneIn(2) ? 0 : 15,
                    status,
                    status.equals("rescheduled") || oneIn(5),
                    cancelled && !oneIn(4) ? pick(List.of("patient", "patient", "clinic")) : null,
                    during.start().minus(Duration.ofMinutes(random.nextInt(4 * HALF_A_DAY) - 60L)),
                    walkedIn
                            ? arrived.minusSeconds(20)
                            : during.start().minus(Duration.ofMinutes(random.nextInt(60 * HALF_A_DAY) - HALF_A_DAY)),
                    came && !oneIn(4) ? arrived : null,
                    came && !oneIn(4) ? arrived.plusSeconds(random.nextInt(7200)) : null);
        }

        private TimeRange range(int farthest, int longest) {
            Instant start = middle.plus(STEP.multipliedBy(random.nextInt(2 * farthest / 5) - farthest / 5));
            return new TimeRange(start, start.plus(STEP.multipliedBy(1 + random.nextInt(longest / 5))));
        }

        private boolean oneIn(int n) {
            return random.nextInt(n) == 0;
        }

        private <T> T pick(List<T> from) {
            return from.get(random.nextInt(from.size()));
        }

        private static <T> List<T> many(int how, java.util.function.Supplier<T> one) {
            var made = new ArrayList<T>();
            for (int i = 0; i < how; i++) {
                made.add(one.get());
            }
            return made;
        }
    }
}
