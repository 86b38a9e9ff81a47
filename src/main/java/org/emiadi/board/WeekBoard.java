package org.emiadi.board;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// Seven days of a provider, wherever they work.
///
/// @param zone of the clock where they work, by which the days are counted
/// @param days seven columns, the first one first
public record WeekBoard(Column.Seeing provider, ZoneId zone, LocalDate from, List<Column> days) {
    /// How many days a week on the board has.
    public static final int DAYS = 7;

    public WeekBoard {
        days = List.copyOf(days);
    }
}
