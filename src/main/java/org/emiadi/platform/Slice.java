package org.emiadi.platform;

import java.util.Optional;

/// Which part of a list is asked for.
///
/// @param limit rows at most, 1 to [#MOST]
/// @param after the last row that was seen before; empty for the start of the list
public record Slice(int limit, Optional<Cursor> after) {
    public static final int USUAL = 50;
    public static final int MOST = 200;

    public Slice {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit is not between 1 and " + MOST);
        }
    }

    /// The start of a list.
    public static Slice first(int limit) {
        return new Slice(limit, Optional.empty());
    }

    /// What to ask the database for: one row more than is shown tells whether there is a next page.
    public int rows() {
        return limit + 1;
    }
}
