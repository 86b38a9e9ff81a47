package org.emiadi.slots;

import java.time.LocalDate;

/// A day with free slots, by the calendar on the facility's wall.
///
/// @param free how many
public record FreeDay(LocalDate date, int free) {}
