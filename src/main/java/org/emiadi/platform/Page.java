package org.emiadi.platform;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Some rows of a list, and where the next ones start.
public record Page<T>(List<T> rows, Optional<Cursor> next) {

    /// A page of at most `limit` out of `rows`, which were asked with one more than the limit.
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, Cursor> cursor) {
        return rows.size() <= limit
                ? new Page<>(rows, Optional.empty())
                : new Page<>(rows.subList(0, limit), Optional.of(cursor.apply(rows.get(limit - 1))));
    }

    public <U> Page<U> map(Function<T, U> change) {
        return new Page<>(rows.stream().map(change).toList(), next);
    }
}
