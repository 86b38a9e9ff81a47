package org.emiadi.platform;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.NamedArgumentFinder;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// Values for the names in a statement, apart from the statement: for one that is sent later, and for several that
/// share them. PostgreSQL is told the type of each, also where it is null.
public final class Values implements NamedArgumentFinder {
    private final Map<String, Bound> byName = new HashMap<>();

    /// A value on its way.
    @FunctionalInterface
    interface Bound {
        void to(PreparedStatement statement, int place) throws SQLException;
    }

    public Values with(String name, @Nullable Integer value) {
        return with(name, Types.INTEGER, value);
    }

    public Values with(String name, @Nullable Long value) {
        return with(name, Types.BIGINT, value);
    }

    public Values with(String name, @Nullable String value) {
        return with(name, Types.VARCHAR, value);
    }

    public Values with(String name, @Nullable Instant value) {
        return with(name, TimeArguments.instant(value));
    }

    public Values with(String name, boolean value) {
        return with(name, Types.BOOLEAN, value);
    }

    public Values with(String name, byte[] value) {
        return with(name, Types.BINARY, value);
    }

    public Values with(String name, Integer[] values) {
        return array(name, "integer", values);
    }

    public Values with(String name, String[] values) {
        return array(name, "varchar", values);
    }

    /// All of `others` besides.
    public Values with(Values others) {
        byName.putAll(others.byName);
        return this;
    }

    private Values with(String name, int type, @Nullable Object value) {
        return with(name, (statement, place) -> statement.setObject(place, value, type));
    }

    private Values array(String name, String type, Object[] values) {
        return with(
                name,
                (statement, place) ->
                        statement.setArray(place, statement.getConnection().createArrayOf(type, values)));
    }

    private Values with(String name, Bound value) {
        byName.put(name, value);
        return this;
    }

    /// What is bound to that name; empty where nothing is.
    Optional<Bound> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    @Override
    public Optional<Argument> find(String name, StatementContext context) {
        return find(name).map(bound -> (place, statement, _) -> bound.to(statement, place));
    }

    @Override
    public Collection<String> getNames() {
        return byName.keySet();
    }
}
