package org.emiadi.pages.reports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a report says at a glance.
///
/// @param figures  of the whole, beside what they were before
/// @param findings what stands out; empty for nothing
/// @param warning  why the figures may not be relied on; null for no reason
public record Overview(
        List<KeyFigure> figures,
        List<Finding> findings,
        @Nullable String warning) {

    /// A figure of the whole.
    ///
    /// @param of     what it is a figure of; empty where it speaks for itself
    /// @param before the same of the days before
    /// @param change said where it is clearly another; null elsewhere
    public record KeyFigure(
            String name,
            String figure,
            String of,
            String before,
            @Nullable Change change) {}

    /// How a figure differs from what it was before.
    ///
    /// @param good whether that is what one would wish
    public record Change(String words, boolean more, boolean good) {}

    /// Something that differs from the whole.
    ///
    /// @param what the group that differs
    public record Finding(String what, String sentence) {}
}
