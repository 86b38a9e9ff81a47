package org.emiadi.board;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.emiadi.audit.AuditEvent;
import org.emiadi.audit.AuditLog;
import org.emiadi.board.BoardSql.Frame;
import org.emiadi.facilities.Facilities;
import org.emiadi.facilities.Facility;
import org.emiadi.facilities.FacilityId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Page;
import org.emiadi.platform.Role;
import org.emiadi.platform.Slice;
import org.emiadi.platform.TimeRange;
import org.emiadi.platform.Tx;
import org.jspecify.annotations.Nullable;

/// The boards. The desk sees those of everybody, a provider their own.
public final class Boards {
    /// More than a clinic sees in a day; a board that has more shows these.
    public static final int MOST_VISITS = 5_000;

    private final Facilities facilities;
    private final AuditLog audit;
    private final Clock clock;

    public Boards(Facilities facilities, AuditLog audit, Clock clock) {
        this.facilities = facilities;
        this.audit = audit;
        this.clock = clock;
    }

    /// A day at a facility; empty where there is no such facility.
    ///
    /// @param where null for the first facility
    /// @param when  null for today
    /// @param slice of the providers
    public Optional<DayBoard> day(
            Tx tx, Actor actor, @Nullable FacilityId where, @Nullable LocalDate when, Slice slice) {
        return facility(tx, where).map(facility -> {
            Instant now = clock.instant();
            LocalDate day = when == null ? facility.date(now) : when;
            var frame = new Frame(facility.id(), null, span(day, 1, facility.zone()), now);
            var providers = Sight.of(actor)
                    .map(sight -> BoardSql.providers(tx, frame, sight, slice))
                    .orElseGet(() -> new Page<>(List.of(), Optional.empty()));
            var entries = BoardSql.entries(
                    tx, frame, providers.rows().stream().map(Column.Seeing::id).toList());
            var columns = providers.rows().stream()
                    .map(provider -> entries.column(provider, day, facility.zone()))
                    .toList();
            record(tx, actor, "facility", facility.id().value(), columns);
            return new DayBoard(facility, day, columns, providers.next());
        });
    }

    private Optional<Facility> facility(Tx tx, @Nullable FacilityId where) {
        return where == null ? Optional.of(facilities.first(tx)) : facilities.find(tx, where);
    }

    /// Seven days of a provider; empty where the actor may not see them, or there is no such provider.
    ///
    /// @param when the first day; null for the Monday of this week
    public Optional<WeekBoard> week(Tx tx, Actor actor, ProviderId whose, @Nullable LocalDate when) {
        var found = Sight.of(actor)
                .filter(sight -> sight.includes(whose))
                .flatMap(sight -> BoardSql.provider(tx, whose))
                .map(provider -> week(tx, provider, when));
        if (found.isEmpty()) {
            audit.record(tx, actor, AuditEvent.refused("board.read").on("provider", whose.value()));
        }
        found.ifPresent(board -> record(tx, actor, "provider", whose.value(), board.days()));
        return found;
    }

    private WeekBoard week(Tx tx, BoardSql.Working provider, @Nullable LocalDate when) {
        Instant now = clock.instant();
        LocalDate from = when == null ? thisMonday(provider.zone()) : when;
        var whose = provider.who().id();
        var frame = new Frame(null, whose, span(from, WeekBoard.DAYS, provider.zone()), now);
        var entries = BoardSql.entries(tx, frame, List.of(whose));
        var days = IntStream.range(0, WeekBoard.DAYS)
                .mapToObj(number -> entries.column(provider.who(), from.plusDays(number), provider.zone()))
                .toList();
        return new WeekBoard(provider.who(), provider.zone(), from, days);
    }

    private LocalDate thisMonday(ZoneId zone) {
        LocalDate day = clock.instant().atZone(zone).toLocalDate();
        return day.minusDays(day.getDayOfWeek().getValue() - 1L);
    }

    static TimeRange span(LocalDate from, int days, ZoneId zone) {
        return new TimeRange(
                from.atStartOfDay(zone).toInstant(),
                from.plusDays(days).atStartOfDay(zone).toInstant());
    }

    /// Something that is another as soon as there is anything else to see on the day's board at a facility, and tells
    /// nothing itself: whoever has the board open asks for it often. Empty where there is no such facility.
    ///
    /// @param where null for the first facility
    /// @param when  null for today
    public Optional<String> mark(Tx tx, @Nullable FacilityId where, @Nullable LocalDate when) {
        return facility(tx, where).map(facility -> {
            Instant now = clock.instant();
            LocalDate day = when == null ? facility.date(now) : when;
            return BoardSql.mark(tx, new Frame(facility.id(), null, span(day, 1, facility.zone()), now));
        });
    }

    /// The same of a provider's seven days; empty where there is no such provider.
    public Optional<String> mark(Tx tx, ProviderId whose, LocalDate from) {
        return BoardSql.provider(tx, whose)
                .map(provider -> BoardSql.mark(
                        tx, new Frame(null, whose, span(from, WeekBoard.DAYS, provider.zone()), clock.instant())));
    }

    /// The same of the week that the actor looks at; empty also where they may not see it.
    ///
    /// @param when the first day; null for the Monday of this week
    public Optional<String> mark(Tx tx, Actor actor, ProviderId whose, @Nullable LocalDate when) {
        return Sight.of(actor)
                .filter(sight -> sight.includes(whose))
                .flatMap(sight -> BoardSql.provider(tx, whose))
                .flatMap(provider -> mark(tx, whose, when == null ? thisMonday(provider.zone()) : when));
    }

    private void record(Tx tx, Actor actor, String subject, int id, List<Column> columns) {
        int visits = columns.stream().mapToInt(column -> column.visits().size()).sum();
        audit.record(tx, actor, AuditEvent.done("board.read").on(subject, id).detail(visits + " visits"));
    }

    /// Whose time somebody may see.
    ///
    /// @param only null for everybody's
    record Sight(@Nullable ProviderId only) {

        /// Empty for who sees nobody's.
        static Optional<Sight> of(Actor actor) {
            if (actor.isDesk()) {
                return Optional.of(new Sight(null));
            }
            Integer person = actor.personId();
            return actor.is(Role.PROVIDER) && person != null
                    ? Optional.of(new Sight(new ProviderId(person)))
                    : Optional.empty();
        }

        boolean includes(ProviderId provider) {
            return only == null || only.equals(provider);
        }
    }
}
