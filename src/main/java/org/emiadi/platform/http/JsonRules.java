package org.emiadi.platform.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.emiadi.platform.ClinicTime;

/// How JSON is read and written: strictly, in snake_case, with times in the clinic's zone.
@Singleton
public final class JsonRules implements ObjectMapperCustomizer {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;

    private final ClinicTime time;

    JsonRules(ClinicTime time) {
        this.time = time;
    }

    /// After the customizers of the framework, so that ours stand.
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        for (var type : List.of(LogicalType.Integer, LogicalType.Boolean)) {
            mapper.coercionConfigFor(type)
                    .setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        }
        mapper.coercionConfigFor(LogicalType.Boolean).setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
        mapper.getFactory().configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), true);
        mapper.registerModule(texts());
        // A member that is absent leaves a change alone, one that is null clears it: `Optional` tells them apart.
        mapper.registerModule(new AbsentStaysNull());
    }

    private SimpleModule texts() {
        return new SimpleModule("e-miadi")
                .addDeserializer(String.class, new FromText<>(String.class, JsonRules::storable))
                .addDeserializer(Instant.class, new FromText<>(Instant.class, time::parse))
                .addDeserializer(LocalDate.class, new FromText<>(LocalDate.class, JsonRules::date))
                .addSerializer(Instant.class, new ClinicInstant(time));
    }

    /// PostgreSQL stores no NUL, and half of a surrogate pair is no character.
    static Optional<String> storable(String text) {
        boolean broken = text.codePoints()
                .anyMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
        return broken ? Optional.empty() : Optional.of(text);
    }

    static Optional<LocalDate> date(String text) {
        try {
            LocalDate date = LocalDate.parse(text.strip());
            return date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR ? Optional.of(date) : Optional.empty();
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    // A class of its own, because the framework has registered the plain module, and a second one of the same class
    // would be left out without a word: then every change would clear whatever it does not name.
    private static final class AbsentStaysNull extends Jdk8Module {
        AbsentStaysNull() {
            configureReadAbsentAsNull(true);
        }
    }

    /// Takes JSON strings only, and of these only what `parse` can read.
    private static final class FromText<T> extends StdDeserializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<String, Optional<T>> parse;
        private final Class<T> type;

        FromText(Class<T> type, Function<String, Optional<T>> parse) {
            super(type);
            this.type = type;
            this.parse = parse;
        }

        @Override
        @SuppressWarnings("unchecked") // Jackson gives the value back as Object after reporting the wrong token
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(type, parser);
            }
            String text = parser.getText();
            var value = parse.apply(text);
            if (value.isEmpty()) {
                throw context.weirdStringException(text, type, "not such a text");
            }
            return value.get();
        }
    }

    private static final class ClinicInstant extends StdSerializer<Instant> {
        private static final long serialVersionUID = 1L;
        private final transient ClinicTime time;

        ClinicInstant(ClinicTime time) {
            super(Instant.class);
            this.time = time;
        }

        @Override
        public void serialize(Instant value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(time.text(value));
        }
    }
}
