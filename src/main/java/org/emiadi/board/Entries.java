package org.emiadi.board;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.TimeRange;

/// All that is on a board, before it is dealt out to its columns; each list by start.
record Entries(List<Session> sessions, List<Away> absences, List<Visit> visits, List<Held> held) {

    /// What of it belongs to a provider's day. Whatever reaches over midnight is in two of them.
    Column column(Column.Seeing provider, LocalDate day, ZoneId zone) {
        var whose = provider.id();
        var span = Boards.span(day, 1, zone);
        return new Column(
                provider,
                day,
                among(sessions, Session::provider, Session::during, whose, span),
                absences.stream()
                        .filter(away -> away.concerns(whose) && away.during().overlaps(span))
                        .toList(),
                among(visits, Visit::provider, Visit::during, whose, span),
                among(held, Held::provider, Held::during, whose, span));
    }

    private static <T> List<T> among(
            List<T> all,
            Function<T, ProviderId> provider,
            Function<T, TimeRange> during,
            ProviderId whose,
            TimeRange span) {
        return all.stream()
                .filter(entry -> provider.apply(entry).equals(whose)
                        && during.apply(entry).overlaps(span))
                .toList();
    }
}
