package org.emiadi.platform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Why something was refused, before it is put into words (RFC 9457, problem details). Immutable.
///
/// @param reason  picks a more specific sentence than the type's own; empty for the type's own
/// @param members further members of the document; they also fill `{name}` in the sentence
public record Problem(ProblemType type, String reason, Map<String, Object> members, List<FieldError> fields) {

    public Problem {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        fields = List.copyOf(fields);
    }

    public static Problem of(ProblemType type) {
        return new Problem(type, "", Map.of(), List.of());
    }

    public static Problem invalid(FieldError... fields) {
        return new Problem(ProblemType.INVALID_INPUT, "", Map.of(), List.of(fields));
    }

    public static Problem invalid(String field, String key, Object... args) {
        return invalid(FieldError.of(field, key, args));
    }

    /// The sentence `problem.<type>.<reason>` instead of `problem.<type>.detail`.
    public Problem because(String reason) {
        return new Problem(type, reason, members, fields);
    }

    public Problem with(String name, Object value) {
        var more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new Problem(type, reason, more, fields);
    }

    public Problem field(String field, String key, Object... args) {
        var more = new ArrayList<>(fields);
        more.add(FieldError.of(field, key, args));
        return new Problem(type, reason, members, more);
    }
}
