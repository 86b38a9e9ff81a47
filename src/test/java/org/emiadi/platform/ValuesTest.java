package org.emiadi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/// The small values that check themselves.
class ValuesTest {
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

    @Example
    void one_phone_number_is_the_same_however_it_is_written() {
        for (String written :
                List.of("0712345678", "+254712345678", "254712345678", "0712 345 678", "+254 (0)712-345678")) {
            assertThat(PhoneNumber.parse(written)).as(written).contains(new PhoneNumber("+254712345678"));
        }
        assertThat(PhoneNumber.parse("0112345678")).contains(new PhoneNumber("+254112345678"));
        assertThat(PhoneNumber.parse("+256 772 123456")).contains(new PhoneNumber("+256772123456"));
        assertThat(PhoneNumber.parse("020 2345678")).contains(new PhoneNumber("+254202345678"));
    }

    @Example
    void what_cannot_be_a_phone_number_is_none() {
        for (String written : List.of(
                "", "12", "07123", "phone", "0712345678 ext. 5", "071234567a", "0812345678999", "+999123456789")) {
            assertThat(PhoneNumber.parse(written)).as(written).isEmpty();
        }
    }

    @Property(tries = 2_000)
    void no_text_breaks_the_reading_of_phones_times_and_cursors(@ForAll String text) {
        PhoneNumber.parse(text);
        new ClinicTime(ZoneId.of("Africa/Nairobi")).parse(text);
        Cursor.parse(text, 2);
    }

    @Property
    void a_cursor_is_read_as_it_was_written(
            @ForAll @Size(min = 1, max = 3) List<@NotBlank @StringLength(max = 60) String> keys) {
        var cursor = new Cursor(keys.stream()
                .map(key -> key.replaceAll("[\u0000\u001f]|\\p{Cs}", "x"))
                .toList());

        assertThat(Cursor.parse(cursor.text(), keys.size())).contains(cursor);
        assertThat(Cursor.parse(cursor.text(), keys.size() + 1)).isEmpty();
    }

    @Example
    void keys_that_somebody_tampered_with_are_refused_by_name() {
        var cursor = Cursor.of("x");
        for (Runnable read :
                List.<Runnable>of(() -> cursor.number(0), () -> cursor.decimal(0), () -> cursor.instant(0))) {
            assertThatThrownBy(read::run).isInstanceOf(ProblemException.class);
        }
    }

    @Property
    void ranges_that_touch_do_not_overlap(
            @ForAll @IntRange(min = 1, max = 10_000) int before, @ForAll @IntRange(min = 1, max = 10_000) int after) {
        var first = new TimeRange(NOON.minusSeconds(before), NOON);
        var second = new TimeRange(NOON, NOON.plusSeconds(after));

        assertThat(first.overlaps(second)).isFalse();
        assertThat(second.overlaps(first)).isFalse();
        assertThat(first.overlaps(new TimeRange(NOON.minusSeconds(1), NOON.plusSeconds(1))))
                .isTrue();
        assertThat(first.length().plus(second.length())).isEqualTo(new TimeRange(first.start(), second.end()).length());
    }

    @Example
    void a_range_is_never_empty_or_reversed() {
        assertThatThrownBy(() -> new TimeRange(NOON, NOON)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TimeRange(NOON, NOON.minusNanos(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    void faults_that_pass_are_told_from_bugs() {
        for (String passing : List.of("08006", "53100", "57P01", "57014", "40P01", "25006")) {
            assertThat(Faults.isPassing(new IllegalStateException(new SQLException("x", passing))))
                    .as(passing)
                    .isTrue();
        }
        for (String bug : List.of("23505", "42601", "22003")) {
            assertThat(Faults.isPassing(new SQLException("x", bug))).as(bug).isFalse();
        }
        assertThat(Faults.isPassing(new IllegalStateException("x"))).isFalse();
        assertThat(Faults.rootKind(new IllegalStateException(new SQLException("Wanjiku", "08006"))))
                .isEqualTo("SQLException");
    }
}
