package org.emiadi.app.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A statement as PostgreSQL was asked to execute it.
///
/// @param sql with `$1`, `$2`, … for the values
public record SentStatement(String sql, List<SentValue> values) {

    /// A value of it.
    ///
    /// @param type its object id in PostgreSQL's catalogue; 0 where PostgreSQL is to find out
    /// @param text as PostgreSQL writes it; null for null
    public record SentValue(int type, @Nullable String text) {}
}
