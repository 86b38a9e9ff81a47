package org.emiadi.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the next page says of what was just done, once, with the way to undo it where there is one.
///
/// @param text in the reader's language
/// @param undo null where it cannot be undone
public record Notice(String text, @Nullable Undo undo) {

    /// The form that undoes it.
    ///
    /// @param action path of a page
    /// @param fields of the form, without its token
    public record Undo(String action, Map<String, String> fields) {}

    /// Whether nothing is missing that a forged one may lack.
    @SuppressWarnings("ConstantValue") // JSON knows no types
    boolean isWhole() {
        return text != null && (undo == null || (undo.action() != null && undo.fields() != null));
    }

    public static Notice of(String text) {
        return new Notice(text, null);
    }

    public static Notice undoable(String text, String action, Map<String, String> fields) {
        return new Notice(text, new Undo(action, fields));
    }
}
