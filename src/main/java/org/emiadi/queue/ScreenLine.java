package org.emiadi.queue;

import org.jspecify.annotations.Nullable;

/// A line on the wall of the waiting room, where everybody reads it: nothing of the patient but the ticket.
///
/// @param called whether the patient has been called in
/// @param room   null for none in particular
public record ScreenLine(
        int ticket, boolean called, @Nullable String room, String provider) {}
