package org.emiadi.pages.board;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A board as it is drawn: everything is a word, or a name of the style sheet.
///
/// @param window which hours are shown, and how many lanes, as names of the style sheet
/// @param live   where to ask whether there is something else to see; the answer is compared with `mark`
/// @param now    minutes of the day, if today is on the board; -1 where it is not
record Board(String window, List<Hour> hours, List<Strip> strips, String live, String mark, int now) {

    /// An hour beside the board.
    record Hour(String spot, String text) {}

    /// A provider's day.
    ///
    /// @param head     the provider, or the day
    /// @param link     where the head leads to; null for nowhere
    /// @param under    the head: the hours, in words
    /// @param name     what it is called where something is moved into it
    /// @param width    lanes side by side
    /// @param shades   behind the cards: what is open
    /// @param now      where the line of the present stands; null where this is not today
    record Strip(
            String head,
            @Nullable String link,
            String under,
            String name,
            int provider,
            String day,
            int width,
            boolean today,
            List<Shade> shades,
            List<Card> cards,
            @Nullable String now) {
        public boolean isEmpty() {
            return cards.isEmpty();
        }
    }

    /// Open time.
    record Shade(String spot) {}

    /// Something that stands in a strip: a visit, a held time, an absence.
    ///
    /// @param spot  where
    /// @param from  when
    /// @param to    when
    /// @param title the patient's name, or what it is
    /// @param visit null for what is no visit
    record Card(
            String spot,
            String from,
            String to,
            String title,
            @Nullable Shown visit) {}

    /// A visit.
    ///
    /// @param what    for; empty for nothing in particular
    /// @param colour  of its type; empty for none
    /// @param state   as in the style sheet
    /// @param word    the state in words
    /// @param sign    the state as a sign
    /// @param coming  whether the patient can be checked in
    /// @param late    whether it has begun without them
    /// @param movable whether it can be moved
    /// @param brief   whether there is room for one line only
    /// @param start   minute of the day
    /// @param length  in minutes
    /// @param phone   of the patient; empty where it is not known
    record Shown(
            int id,
            int version,
            String what,
            String colour,
            String state,
            String word,
            String sign,
            boolean coming,
            boolean late,
            boolean movable,
            boolean displaced,
            boolean brief,
            int start,
            long length,
            String phone) {}
}
