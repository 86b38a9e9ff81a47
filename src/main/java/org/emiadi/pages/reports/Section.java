package org.emiadi.pages.reports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A report on the page.
///
/// @param kind  its name in the address of its file
/// @param hints what to know when reading it
/// @param cut   said where there are more lines than are shown; null elsewhere
public record Section(
        String kind,
        String title,
        List<String> hints,
        List<Plot> plots,
        Table table,
        @Nullable String cut) {

    /// Whether there is something to tell.
    public boolean isEmpty() {
        return table.lines().isEmpty();
    }
}
