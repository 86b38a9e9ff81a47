package org.emiadi.board;

import java.time.LocalDate;
import java.util.List;
import org.emiadi.people.ProviderId;
import org.jspecify.annotations.Nullable;

/// A provider's day on a board.
///
/// @param day      by the clock of the board
/// @param sessions the hours that are published for the day, by start; one over midnight is in both days
/// @param absences that touch the day, of the provider, the facility and the country, by start
/// @param visits   that are not cancelled, by start
/// @param held     times that are kept for somebody who has not booked yet, by start
public record Column(
        Seeing provider,
        LocalDate day,
        List<Session> sessions,
        List<Away> absences,
        List<Visit> visits,
        List<Held> held) {
    public Column {
        sessions = List.copyOf(sessions);
        absences = List.copyOf(absences);
        visits = List.copyOf(visits);
        held = List.copyOf(held);
    }

    /// The provider by name and calling.
    ///
    /// @param specialization null for none
    public record Seeing(
            ProviderId id,
            String name,
            String cadre,
            @Nullable String specialization) {}
}
