package org.emiadi.board;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.emiadi.facilities.Facility;
import org.emiadi.platform.Cursor;

/// A day at a facility: its providers side by side, by name.
///
/// @param day     by the facility's clock
/// @param columns of those who have hours or visits there on that day
/// @param next    where the further providers begin; empty where these are all
public record DayBoard(Facility facility, LocalDate day, List<Column> columns, Optional<Cursor> next) {
    public DayBoard {
        columns = List.copyOf(columns);
    }
}
