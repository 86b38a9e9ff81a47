package org.emiadi.pages.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.emiadi.board.Column;
import org.emiadi.board.Session;
import org.emiadi.facilities.FacilityId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.TimeRange;
import org.junit.jupiter.api.Test;

class GridTest {
    private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final Grid wholeDay = new Grid(NAIROBI, 0, 24);

    @Test
    void a_time_stands_in_rows_of_five_minutes_by_the_clock_on_the_wall() {
        assertThat(wholeDay.spot(range("09:30", "10:15"), DAY, 2).classes()).isEqualTo("h9 m6 dh0 dm9 l2");
        assertThat(wholeDay.spot(range("09:32", "09:33"), DAY, 1).classes())
                .as("it is never less than a row")
                .isEqualTo("h9 m6 dh0 dm1 l1");
    }

    @Test
    void what_reaches_over_midnight_is_cut_off_on_both_days() {
        var night = new TimeRange(at("22:00"), at("22:00").plusSeconds(8 * 3600));

        assertThat(wholeDay.spot(night, DAY, 1).classes()).isEqualTo("h22 m0 dh2 dm0 l1");
        assertThat(wholeDay.spot(night, DAY.plusDays(1), 1).classes()).isEqualTo("h0 m0 dh6 dm0 l1");
    }

    @Test
    void the_hours_shown_are_those_in_which_something_is() {
        var session =
                new Session(new ProviderId(1), new FacilityId(1), "Main clinic", range("08:30", "12:10"), 1, List.of());
        var column = new Column(
                new Column.Seeing(new ProviderId(1), "A B", "Nurse", null),
                DAY,
                List.of(session),
                List.of(),
                List.of(),
                List.of());

        assertThat(Grid.around(List.of(column), NAIROBI)).isEqualTo(new Grid(NAIROBI, 8, 13));
        assertThat(Grid.around(List.of(), NAIROBI)).isEqualTo(new Grid(NAIROBI, 8, 17));
        var shown = new Grid(NAIROBI, 8, 13);
        assertThat(shown.shown(range("06:00", "09:00"), DAY).map(Grid.Spot::classes))
                .contains("h8 m0 dh1 dm0 l1");
        assertThat(shown.shown(range("06:00", "08:00"), DAY)).isEmpty();
    }

    @Test
    void what_overlaps_stands_side_by_side() {
        var lanes = new Grid.Lanes();

        assertThat(lanes.next(spot("09:00", "10:00"))).isEqualTo(1);
        assertThat(lanes.next(spot("09:30", "10:30"))).isEqualTo(2);
        assertThat(lanes.next(spot("10:00", "11:00"))).isEqualTo(1);
        assertThat(lanes.width()).isEqualTo(2);
        assertThat(new Grid.Lanes().width()).isEqualTo(1);
    }

    @Test
    void when_the_clock_is_put_back_a_visit_is_still_there() {
        var berlin = new Grid(ZoneId.of("Europe/Berlin"), 0, 24);
        // From 02:50 in summer to 02:10 in winter.
        var during = new TimeRange(Instant.parse("2027-10-31T00:50:00Z"), Instant.parse("2027-10-31T01:10:00Z"));

        assertThat(berlin.spot(during, LocalDate.of(2027, 10, 31), 1).classes()).isEqualTo("h2 m10 dh0 dm1 l1");
    }

    private Grid.Spot spot(String from, String to) {
        return wholeDay.spot(range(from, to), DAY, 1);
    }

    private static TimeRange range(String from, String to) {
        return new TimeRange(at(from), at(to));
    }

    private static Instant at(String time) {
        return DAY.atTime(java.time.LocalTime.parse(time)).atZone(NAIROBI).toInstant();
    }
}
