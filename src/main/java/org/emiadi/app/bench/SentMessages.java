package org.emiadi.app.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.emiadi.app.bench.SentStatement.SentValue;
import org.jspecify.annotations.Nullable;

/// Makes statements of the messages of one connection.
final class SentMessages {
    private static final int BOOLEAN = 16;
    private static final int BYTES = 17;
    private static final int BIG = 20;
    private static final int SMALL = 21;
    private static final int INTEGER = 23;
    private static final int UUIDS = 2950;
    private static final int BINARY = 1;
    /// The driver sends it ahead of the first statement, and goes on without waiting for the answer.
    private static final String NOT_WAITED_FOR = "begin";

    private final Map<String, Prepared> prepared = new HashMap<>();
    private List<SentStatement> since = new ArrayList<>();

    private record Prepared(String sql, List<Integer> types) {}

    /// Takes in a message. The driver waits for nothing at all, too, before a question whose answer may be long.
    ///
    /// @return what was sent since the last wait, where this message is a wait; empty otherwise
    Optional<List<SentStatement>> take(WireMessage message) {
        ByteBuffer content = message.content();
        switch (message.letter()) {
            case 'P' -> prepare(content);
            case 'B' -> since.add(bind(content));
            case 'Q' -> {
                String sql = WireMessage.text(content).strip();
                since.add(new SentStatement(sql, List.of()));
                return sql.equalsIgnoreCase(NOT_WAITED_FOR) ? Optional.empty() : Optional.of(taken());
            }
            case 'S' -> {
                return Optional.of(taken());
            }
            default -> {
                // Describing, executing and closing say nothing new.
            }
        }
        return Optional.empty();
    }

    private List<SentStatement> taken() {
        var sent = since;
        since = new ArrayList<>();
        return sent;
    }

    private void prepare(ByteBuffer content) {
        String name = WireMessage.text(content);
        String sql = WireMessage.text(content);
        var types = new ArrayList<Integer>();
        for (int left = content.getShort(); left > 0; left--) {
            types.add(content.getInt());
        }
        prepared.put(name, new Prepared(sql, types));
    }

    private SentStatement bind(ByteBuffer content) {
        WireMessage.text(content);
        var statement = Objects.requireNonNull(prepared.get(WireMessage.text(content)), "never prepared");
        var formats = new ArrayList<Short>();
        for (int left = content.getShort(); left > 0; left--) {
            formats.add(content.getShort());
        }
        var values = new ArrayList<SentValue>();
        int count = content.getShort();
        for (int n = 0; n < count; n++) {
            int type = n < statement.types().size() ? statement.types().get(n) : 0;
            int format = formats.isEmpty() ? 0 : formats.get(formats.size() == 1 ? 0 : n);
            values.add(new SentValue(type, value(content, type, format)));
        }
        return new SentStatement(statement.sql().strip(), values);
    }

    private static @Nullable String value(ByteBuffer content, int type, int format) {
        int length = content.getInt();
        if (length < 0) {
            return null;
        }
        byte[] bytes = new byte[length];
        content.get(bytes);
        return format == BINARY ? binary(bytes, type) : new String(bytes, StandardCharsets.UTF_8);
    }

    private static String binary(byte[] value, int type) {
        var bytes = ByteBuffer.wrap(value);
        return switch (type) {
            case BOOLEAN -> bytes.get() == 0 ? "f" : "t";
            case BYTES -> "\\x" + HexFormat.of().formatHex(value);
            case SMALL -> "" + bytes.getShort();
            case INTEGER -> "" + bytes.getInt();
            case BIG -> "" + bytes.getLong();
            case UUIDS -> new UUID(bytes.getLong(), bytes.getLong()).toString();
            // Such as no request has that is measured; a script with it fails where it is run.
            default -> "(type " + type + " in binary)";
        };
    }
}
