package org.emiadi.platform;

import java.lang.reflect.Type;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jspecify.annotations.Nullable;

/// Sends times to PostgreSQL with their types. Those of `java.sql`, which are the custom, the driver sends as of an
/// unknown type, and asks PostgreSQL for it; from then on it waits for nothing at all ahead of each such question
/// that is answered by text, as it cannot tell how long the answer will be.
final class TimeArguments implements ArgumentFactory.Preparable {
    private static final Map<Type, Function<@Nullable Object, Argument>> BY_TYPE = Map.of(
            Instant.class, value -> argument(instant((Instant) value)),
            LocalDate.class, value -> argument(time(value, "date")),
            LocalTime.class, value -> argument(time(value, "time")),
            LocalDateTime.class, value -> argument(time(value, "timestamp")));

    @Override
    public Optional<Function<Object, Argument>> prepare(Type type, ConfigRegistry config) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    static Values.Bound instant(@Nullable Instant value) {
        return time(value == null ? null : utc(value), "timestamptz");
    }

    private static Values.Bound time(@Nullable Object value, String type) {
        return value == null
                ? (statement, place) -> statement.setNull(place, Types.OTHER, type)
                : (statement, place) -> statement.setObject(place, value);
    }

    private static Argument argument(Values.Bound value) {
        return (place, statement, _) -> value.to(statement, place);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
