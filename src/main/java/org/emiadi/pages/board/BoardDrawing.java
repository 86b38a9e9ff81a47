package org.emiadi.pages.board;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emiadi.absences.Reason;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.board.Away;
import org.emiadi.board.Column;
import org.emiadi.board.Held;
import org.emiadi.board.Visit;
import org.emiadi.pages.board.Board.Card;
import org.emiadi.pages.board.Board.Shade;
import org.emiadi.pages.board.Board.Shown;
import org.emiadi.pages.board.Board.Strip;
import org.emiadi.platform.PhoneNumber;
import org.emiadi.platform.TimeRange;
import org.emiadi.web.When;
import org.jspecify.annotations.Nullable;

/// Draws columns of a board: where each thing stands, and what is said of it.
final class BoardDrawing {
    /// From so many minutes on a card has room for more than one line.
    private static final int ROOMY = 25;
    /// The style sheet knows no more, and no screen has room for so many.
    private static final int MOST_LANES = 40;

    private final BoardWords words;
    private final When when;
    private final ZoneId zone;
    private final Instant now;

    BoardDrawing(BoardWords words, When when, ZoneId zone, Instant now) {
        this.words = words;
        this.when = when;
        this.zone = zone;
        this.now = now;
    }

    /// What stands over a column.
    ///
    /// @param named whether it is the provider, whose calling then stands there as well
    record Head(String text, @Nullable String link, String name, boolean named) {}

    Board draw(List<Column> columns, Function<Column, Head> head, String live, String mark) {
        var grid = Grid.around(columns, zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        boolean present = columns.stream().anyMatch(column -> column.day().equals(today));
        var hours = grid.hours().stream()
                .map(hour -> new Board.Hour("h" + hour + " m0 dh1 dm0", "%02d:00".formatted(hour)))
                .toList();
        var strips = columns.stream()
                .map(column -> strip(grid, column, head.apply(column), today))
                .toList();
        return new Board(
                "f%d n%d c%d".formatted(grid.first(), grid.last() - grid.first(), lanes(strips)),
                hours,
                strips,
                live,
                mark,
                present ? grid.minute(now, today) : -1);
    }

    private static int lanes(List<Strip> strips) {
        return Math.min(strips.stream().mapToInt(Strip::width).sum(), MOST_LANES);
    }

    private Strip strip(Grid grid, Column column, Head head, LocalDate today) {
        var lanes = new Grid.Lanes();
        var cards = Stream.concat(
                        column.absences().stream().flatMap(away -> away(grid, column, away)), busy(grid, column, lanes))
                .toList();
        boolean isToday = column.day().equals(today);
        return new Strip(
                head.text(),
                head.link(),
                under(column, head.named()),
                head.name(),
                column.provider().id().value(),
                column.day().toString(),
                lanes.width(),
                isToday,
                column.sessions().stream()
                        .flatMap(session -> session.open().stream())
                        .flatMap(open -> grid.shown(open, column.day()).stream())
                        .map(spot -> new Shade(spot.classes()))
                        .toList(),
                cards,
                isToday ? nowLine(grid, today) : null);
    }

    private @Nullable String nowLine(Grid grid, LocalDate today) {
        return grid.shown(new TimeRange(now, now.plusSeconds(1)), today)
                .map(Grid.Spot::classes)
                .orElse(null);
    }

    // Paediatrics · 08:00–13:00, 14:00–17:00 (2 at a time)
    private String under(Column column, boolean named) {
        String calling = column.provider().specialization();
        String hours = hours(column);
        if (!named) {
            return hours;
        }
        String known = calling == null ? column.provider().cadre() : calling;
        return hours.isEmpty() ? known : known + " · " + hours;
    }

    private String hours(Column column) {
        return column.sessions().stream()
                .filter(session -> !session.open().isEmpty())
                .map(session -> session.open().stream().map(this::span).collect(Collectors.joining(", "))
                        + (session.capacity() > 1 ? " (" + words.atATime(session.capacity()) + ")" : ""))
                .collect(Collectors.joining(", "));
    }

    private String span(TimeRange range) {
        return time(range.start()) + "–" + time(range.end());
    }

    private String time(Instant instant) {
        return when.time(instant, zone);
    }

    private Stream<Card> away(Grid grid, Column column, Away away) {
        boolean whole = grid.isWhole(away.during(), column.day());
        return grid.shown(away.during(), column.day()).stream()
                .map(spot -> new Card(
                        (whole ? "away whole " : "away ") + spot.classes(),
                        time(away.during().start()),
                        time(away.during().end()),
                        words(away.why()),
                        null));
    }

    private String words(Reason why) {
        if (why.absence() != Reason.Absence.TIME_OFF) {
            return why.name();
        }
        return switch (why.name()) {
            case "leave" -> words.leave();
            case "sick" -> words.sick();
            case "meeting" -> words.meeting();
            default -> words.away();
        };
    }

    /// A visit or a hold, which share the lanes.
    private record Busy(TimeRange during, @Nullable Visit visit) {}

    private Stream<Card> busy(Grid grid, Column column, Grid.Lanes lanes) {
        var all = new ArrayList<Busy>();
        column.visits().forEach(visit -> all.add(new Busy(visit.during(), visit)));
        column.held().stream().map(Held::during).forEach(during -> all.add(new Busy(during, null)));
        return all.stream()
                .sorted(Comparator.comparing(busy -> busy.during().start()))
                .map(busy -> card(grid, column, busy, lanes));
    }

    private Card card(Grid grid, Column column, Busy busy, Grid.Lanes lanes) {
        var bare = grid.spot(busy.during(), column.day(), 1);
        var spot = new Grid.Spot(bare.start(), bare.end(), lanes.next(bare));
        Visit visit = busy.visit();
        String from = time(busy.during().start());
        String to = time(busy.during().end());
        return visit == null
                ? new Card("held " + spot.classes(), from, to, words.held(), null)
                : new Card(spot.classes(), from, to, visit.patient().name(), shown(visit, spot));
    }

    private Shown shown(Visit visit, Grid.Spot spot) {
        var type = visit.type();
        boolean coming = AppointmentStatus.COMING.contains(visit.status());
        boolean today = visit.during()
                .start()
                .atZone(zone)
                .toLocalDate()
                .equals(now.atZone(zone).toLocalDate());
        String phone = visit.patient().phone();
        return new Shown(
                visit.id().value(),
                visit.version(),
                type == null ? "" : type.name(),
                type == null ? "" : type.colour(),
                visit.status().text(),
                word(words, visit.status()),
                sign(visit.status()),
                coming && today,
                coming && !now.isBefore(visit.during().start()),
                visit.status().next().contains(AppointmentStatus.RESCHEDULED),
                visit.displaced(),
                spot.end() - spot.start() < ROOMY,
                spot.start(),
                visit.during().length().toMinutes(),
                phone == null ? "" : readable(phone));
    }

    private static String readable(String phone) {
        return PhoneNumber.parse(phone).map(PhoneNumber::readable).orElse(phone);
    }

    static String word(BoardWords words, AppointmentStatus status) {
        return switch (status) {
            case SCHEDULED -> words.scheduled();
            case CONFIRMED -> words.confirmed();
            case RESCHEDULED -> words.moved();
            case CHECKED_IN -> words.arrived();
            case IN_PROGRESS -> words.inside();
            case COMPLETED -> words.completed();
            case CANCELLED -> words.cancelled();
            case NO_SHOW -> words.noShow();
        };
    }

    /// So that nobody has to tell states by their colours.
    private static String sign(AppointmentStatus status) {
        return switch (status) {
            case SCHEDULED, RESCHEDULED -> "";
            case CONFIRMED -> "☑";
            case CHECKED_IN -> "●";
            case IN_PROGRESS -> "▶";
            case COMPLETED -> "✔";
            case CANCELLED, NO_SHOW -> "✖";
        };
    }
}
