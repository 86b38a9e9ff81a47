package org.emiadi.platform;

import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.Arguments;
import org.jdbi.v3.core.argument.NamedArgumentFinder;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// Values for the names in a statement, apart from the statement: for one that is sent later, and for several that
/// share
/// them. PostgreSQL is told the type of each, also where it is null.
public final class Values implements NamedArgumentFinder {
    private final Map<String, Typed> byName = new HashMap<>();

    private record Typed(Type type, @Nullable Object value) {}

    public Values with(String name, @Nullable Integer value) {
        return with(name, Integer.class, value);
    }

    public Values with(String name, @Nullable Long value) {
        return with(name, Long.class, value);
    }

    public Values with(String name, @Nullable String value) {
        return with(name, String.class, value);
    }

    public Values with(String name, @Nullable Instant value) {
        return with(name, Instant.class, value);
    }

    public Values with(String name, boolean value) {
        return with(name, Boolean.class, value);
    }

    public Values with(String name, byte[] value) {
        return with(name, byte[].class, value);
    }

    public Values with(String name, Integer[] values) {
        return with(name, Integer[].class, values);
    }

    public Values with(String name, String[] values) {
        return with(name, String[].class, values);
    }

    /// All of `others` besides.
    public Values with(Values others) {
        byName.putAll(others.byName);
        return this;
    }

    private Values with(String name, Type type, @Nullable Object value) {
        byName.put(name, new Typed(type, value));
        return this;
    }

    @Override
    public Optional<Argument> find(String name, StatementContext context) {
        return Optional.ofNullable(byName.get(name))
                .flatMap(typed -> context.getConfig(Arguments.class).findFor(typed.type(), typed.value()));
    }

    @Override
    public Collection<String> getNames() {
        return byName.keySet();
    }
}
