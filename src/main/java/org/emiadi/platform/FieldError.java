package org.emiadi.platform;

import java.util.List;

/// What is wrong with one member of the input.
///
/// @param field its name in the JSON; members of members as `insurances[0].expiry_date`
/// @param key   of the sentence in the message files, without its `field.` prefix
/// @param args  put into that sentence
public record FieldError(String field, String key, List<Object> args) {

    public static FieldError of(String field, String key, Object... args) {
        return new FieldError(field, key, List.of(args));
    }
}
