package org.emiadi.series;

/// The number of a series.
public record SeriesId(int value) {}
