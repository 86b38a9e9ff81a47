package org.emiadi.pages.desk;

import org.jspecify.annotations.Nullable;

/// An entry of the waiting list in words.
///
/// @param with  whom; null for anybody
/// @param until the last day that would do
/// @param offer what is offered at the moment; null for nothing
/// @param offerUntil when somebody else is asked
record WaitCard(
        int id,
        String type,
        @Nullable String with,
        String since,
        @Nullable String until,
        @Nullable String offer,
        @Nullable String offerUntil) {}
