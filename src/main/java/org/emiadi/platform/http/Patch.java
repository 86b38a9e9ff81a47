package org.emiadi.platform.http;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Members of a change, which know three states: not sent, sent as null, sent with a value. [Optional] is a component
/// of wire records for that alone (JSON Merge Patch, RFC 7396).
public final class Patch {
    private Patch() {}

    /// What stands after the change where `before` stood.
    public static <T> @Nullable T or(@Nullable Optional<T> sent, @Nullable T before) {
        return sent == null ? before : sent.orElse(null);
    }

    /// The same for what may be changed and never cleared.
    public static <T> T kept(@Nullable Optional<T> sent, T before) {
        return sent == null ? before : sent.orElse(before);
    }
}
