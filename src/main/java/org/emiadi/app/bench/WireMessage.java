package org.emiadi.app.bench;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A message of a client to PostgreSQL.
///
/// Source: PostgreSQL documentation, "Message Formats".
final class WireMessage {
    /// The first message of a connection has no letter.
    private static final int NONE = 0;

    private static final int LENGTH_BYTES = Integer.BYTES;

    private final int letter;
    private final byte[] body;

    private WireMessage(int letter, byte[] body) {
        this.letter = letter;
        this.body = body;
    }

    /// The one that opens the connection; null where it was closed instead.
    static @Nullable WireMessage first(DataInputStream in) throws IOException {
        return read(in, NONE);
    }

    /// Null at the end.
    static @Nullable WireMessage next(DataInputStream in) throws IOException {
        int letter = in.read();
        return letter < 0 ? null : read(in, letter);
    }

    private static @Nullable WireMessage read(DataInputStream in, int letter) throws IOException {
        try {
            return new WireMessage(letter, in.readNBytes(in.readInt() - LENGTH_BYTES));
        } catch (EOFException hungUp) {
            return null;
        }
    }

    void write(OutputStream out) throws IOException {
        if (letter != NONE) {
            out.write(letter);
        }
        out.write(ByteBuffer.allocate(LENGTH_BYTES)
                .putInt(body.length + LENGTH_BYTES)
                .array());
        out.write(body);
    }

    char letter() {
        return (char) letter;
    }

    ByteBuffer content() {
        return ByteBuffer.wrap(body);
    }

    /// A text that ends with a zero.
    static String text(ByteBuffer content) {
        int end = content.position();
        while (content.get(end) != 0) {
            end++;
        }
        byte[] text = new byte[end - content.position()];
        content.get(text);
        content.position(end + 1);
        return new String(text, StandardCharsets.UTF_8);
    }
}
