package org.emiadi.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The columns of a row, one after the other in the order in which they were asked for. To look each of them up by its
/// name takes longer than to read it.
public final class Columns {
    private final ResultSet row;
    private int place;

    public Columns(ResultSet row) {
        this.row = row;
    }

    public int number() throws SQLException {
        return row.getInt(++place);
    }

    public @Nullable Integer numberIfAny() throws SQLException {
        int number = number();
        return row.wasNull() ? null : number;
    }

    public boolean flag() throws SQLException {
        return row.getBoolean(++place);
    }

    public String text() throws SQLException {
        return row.getString(++place);
    }

    public @Nullable String textIfAny() throws SQLException {
        return row.getString(++place);
    }

    public Instant instant() throws SQLException {
        return row.getTimestamp(++place).toInstant();
    }

    public @Nullable Instant instantIfAny() throws SQLException {
        var time = row.getTimestamp(++place);
        return time == null ? null : time.toInstant();
    }
}
