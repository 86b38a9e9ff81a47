package org.emiadi.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.TimeRange;
import org.emiadi.reports.MadeUpClinic.Hours;
import org.emiadi.reports.MadeUpClinic.Visit;
import org.jspecify.annotations.Nullable;

/// The figures as one would count them by hand: visit after visit, and five minutes after five minutes.
final class PlainCounting {
    private final MadeUpClinic clinic;
    private final Names names;
    private final Grouping by;

    PlainCounting(MadeUpClinic clinic, Names names, Grouping by) {
        this.clinic = clinic;
        this.names = names;
        this.by = by;
    }

    /// What providers and types are called in the database.
    interface Names {
        ProviderId provider(int number);

        String ofProvider();

        String ofType(int type);
    }

    /// The groups, and the total under null.
    <F> Map<@Nullable Group, F> counted(Function<List<Visit>, F> counting) {
        Map<@Nullable Group, List<Visit>> groups = new HashMap<>();
        groups.put(null, new ArrayList<>());
        for (Visit visit : clinic.visits()) {
            var local = local(visit.during().start(), visit.facility());
            if (!visit.status().equals("held") && isInPeriod(local)) {
                groups.computeIfAbsent(null, none -> new ArrayList<>()).add(visit);
                groups.computeIfAbsent(group(visit.provider(), visit.type(), local), none -> new ArrayList<>())
                        .add(visit);
            }
        }
        Map<@Nullable Group, F> figures = new HashMap<>();
        groups.forEach((group, visits) -> figures.put(group, counting.apply(visits)));
        return figures;
    }

    VisitCounts counts(List<Visit> visits) {
        int over = (int) visits.stream()
                .filter(this::isComing)
                .filter(visit -> !visit.during().end().isAfter(clinic.now()))
                .count();
        return new VisitCounts(
                visits.size(),
                count(
                        visits,
                        visit ->
                                Set.of("checked_in", "in_progress", "completed").contains(visit.status())),
                count(visits, visit -> visit.status().equals("no_show")),
                count(visits, visit -> visit.status().equals("cancelled")),
                count(visits, visit -> "patient".equals(visit.cancelledBy())),
                count(
                        visits,
                        visit -> "patient".equals(visit.cancelledBy())
                                && visit.cancelledAt()
                                        .plusSeconds(86_400)
                                        .isAfter(visit.during().start())),
                count(visits, visit -> "clinic".equals(visit.cancelledBy())),
                count(visits, this::isComing) - over,
                over);
    }

    private boolean isComing(Visit visit) {
        return Set.of("scheduled", "confirmed", "rescheduled").contains(visit.status());
    }

    private static int count(List<Visit> visits, java.util.function.Predicate<Visit> which) {
        return (int) visits.stream().filter(which).count();
    }

    static Waits waits(List<Visit> visits) {
        var minutes = new ArrayList<Double>();
        var days = new ArrayList<Double>();
        int walkIns = 0;
        for (Visit visit : visits) {
            Instant arrived = visit.arrivedAt();
            Instant started = visit.startedAt();
            if (arrived != null && started != null) {
                minutes.add((started.getEpochSecond() - arrived.getEpochSecond()) / 60.0);
            }
            if (arrived != null && visit.createdAt().plusSeconds(60).isAfter(arrived)) {
                walkIns++;
            } else if (visit.createdAt().isBefore(visit.during().start())) {
                days.add((visit.during().start().getEpochSecond()
                                - visit.createdAt().getEpochSecond())
                        / 86_400.0);
            }
        }
        return new Waits(minutes.size(), spread(minutes), days.size(), spread(days), walkIns);
    }

    private static Optional<Waits.Spread> spread(List<Double> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        List<Double> sorted = values.stream().sorted().toList();
        return Optional.of(new Waits.Spread(at(sorted, 0.5), at(sorted, 0.9), sorted.getLast()));
    }

    private static double at(List<Double> sorted, double share) {
        double place = share * (sorted.size() - 1);
        int below = (int) place;
        double low = sorted.get(below);
        double high = sorted.get(Math.min(below + 1, sorted.size() - 1));
        return low + (high - low) * (place - below);
    }

    /// The groups, and the total under null.
    Map<@Nullable Group, CapacityUse> capacity() {
        Map<@Nullable Group, CapacityUse> sums = new HashMap<>();
        sums.put(null, CapacityUse.NONE);
        for (int facility = 0; facility < MadeUpClinic.FACILITIES; facility++) {
            ZoneId zone = clinic.zones().get(facility);
            Instant end = clinic.period().to().atStartOfDay(zone).toInstant();
            Instant now = clinic.period().from().atStartOfDay(zone).toInstant();
            for (; now.isBefore(end); now = now.plus(MadeUpClinic.STEP)) {
                for (int provider = 0; provider < MadeUpClinic.PROVIDERS; provider++) {
                    look(sums, facility, provider, now);
                }
            }
        }
        return sums;
    }

    private void look(Map<@Nullable Group, CapacityUse> sums, int facility, int provider, Instant now) {
        var local = local(now, facility);
        var open = isClosed(provider, facility, local, now) ? List.<Hours>of() : open(provider, facility, now);
        for (int lane = 1; lane <= MadeUpClinic.MOST_PLACES + 1; lane++) {
            int place = lane;
            var sessions =
                    open.stream().filter(hours -> hours.capacity() >= place).toList();
            var there = clinic.visits().stream()
                    .filter(visit -> visit.provider() == provider
                            && visit.facility() == facility
                            && visit.lane() == place
                            && contains(visit.occupied(), now))
                    .toList();
            var whole = step(!sessions.isEmpty(), there, there);
            sums.merge(null, whole, PlainCounting::sum);
            if (by == Grouping.TYPE) {
                for (int type = 0; type < MadeUpClinic.TYPES; type++) {
                    int which = type;
                    var own = there.stream()
                            .filter(visit -> visit.type() == which)
                            .toList();
                    sums.merge(
                            group(provider, type, local),
                            step(isOpenTo(sessions, type), own, there),
                            PlainCounting::sum);
                }
            } else {
                sums.merge(group(provider, 0, local), whole, PlainCounting::sum);
            }
        }
    }

    private static CapacityUse step(boolean open, List<Visit> own, List<Visit> everybodys) {
        int minutes = (int) MadeUpClinic.STEP.toMinutes();
        boolean booked = own.stream().anyMatch(Visit::takesTime);
        boolean missed = own.stream().anyMatch(visit -> visit.status().equals("no_show"))
                && everybodys.stream().noneMatch(Visit::takesTime);
        return new CapacityUse(
                open ? minutes : 0,
                open && booked ? minutes : 0,
                open && missed ? minutes : 0,
                !open && booked ? minutes : 0);
    }

    private static boolean isOpenTo(List<Hours> sessions, int type) {
        return type != MadeUpClinic.OFFERED_BY_NOBODY
                && sessions.stream()
                        .anyMatch(hours -> type == 0
                                || hours.types().isEmpty()
                                || hours.types().contains(type));
    }

    private List<Hours> open(int provider, int facility, Instant now) {
        return clinic.hours().stream()
                .filter(hours -> hours.provider() == provider && hours.facility() == facility)
                .filter(hours -> sessions(hours).anyMatch(session -> contains(session, now)))
                .toList();
    }

    private final Map<Hours, List<TimeRange>> sessions = new HashMap<>();

    private Stream<TimeRange> sessions(Hours hours) {
        return sessions
                .computeIfAbsent(
                        hours,
                        of -> clinic.period()
                                .from()
                                .minusDays(3)
                                .datesUntil(clinic.period().to().plusDays(3))
                                .filter(day ->
                                        day.getDayOfWeek().getValue() == of.weekday() && !day.isBefore(of.validFrom()))
                                .flatMap(day -> session(of, day).stream())
                                .toList())
                .stream();
    }

    private Optional<TimeRange> session(Hours hours, LocalDate day) {
        ZoneId zone = clinic.zones().get(hours.facility());
        LocalDateTime start = day.atTime(hours.start());
        Instant from = start.atZone(zone).withLaterOffsetAtOverlap().toInstant();
        Instant to = start.plus(hours.length())
                .atZone(zone)
                .withLaterOffsetAtOverlap()
                .toInstant();
        return to.isAfter(from) ? Optional.of(new TimeRange(from, to)) : Optional.empty();
    }

    private boolean isClosed(int provider, int facility, ZonedDateTime local, Instant now) {
        return clinic.holidays().contains(local.toLocalDate())
                || clinic.timeOff().stream().anyMatch(off -> off.whose() == provider && contains(off.during(), now))
                || clinic.closures().stream()
                        .anyMatch(closure -> closure.whose() == facility && contains(closure.during(), now));
    }

    private static boolean contains(TimeRange range, Instant now) {
        return !now.isBefore(range.start()) && now.isBefore(range.end());
    }

    private static CapacityUse sum(CapacityUse one, CapacityUse other) {
        return new CapacityUse(
                one.published() + other.published(),
                one.booked() + other.booked(),
                one.missed() + other.missed(),
                one.outside() + other.outside());
    }

    private ZonedDateTime local(Instant instant, int facility) {
        return instant.atZone(clinic.zones().get(facility));
    }

    private boolean isInPeriod(ZonedDateTime local) {
        var day = local.toLocalDate();
        return !day.isBefore(clinic.period().from())
                && day.isBefore(clinic.period().to());
    }

    private Group group(int provider, int type, ZonedDateTime local) {
        return switch (by) {
            case PROVIDER -> new Group.OfProvider(names.provider(provider), names.ofProvider());
            case TYPE -> type == 0 ? new Group.OfNoType() : new Group.OfType(type, names.ofType(type));
            case WEEKDAY -> new Group.OfWeekday(local.getDayOfWeek());
            case HOUR -> new Group.OfHour(LocalTime.of(local.getHour(), 0));
            case WEEK ->
                new Group.OfWeek(
                        local.toLocalDate().minusDays(local.getDayOfWeek().getValue() - 1L));
        };
    }
}
