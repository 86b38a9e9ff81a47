package org.emiadi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Property
    void what_was_written_is_read_again(@ForAll long id, @ForAll int seconds) {
        var start = Instant.ofEpochSecond(seconds);

        var read = Cursor.parse(Cursor.of(start, id).text(), 2).orElseThrow();

        assertThat(read.instant(0)).isEqualTo(start);
        assertThat(read.number(1)).isEqualTo(id);
    }

    @Property
    void it_fits_into_an_address_as_it_is(@ForAll @Size(max = 3) List<@StringLength(max = 50) String> keys) {
        assertThat(new Cursor(keys).text()).matches("[A-Za-z0-9_-]*");
    }

    @Property
    void garbage_is_refused_and_nothing_else(@ForAll String garbage) {
        assertRefusedOrRead(garbage);
    }

    @Property
    void garbage_in_the_right_clothes_is_refused_and_nothing_else(@ForAll String garbage) {
        assertRefusedOrRead(
                Base64.getUrlEncoder().withoutPadding().encodeToString(garbage.getBytes(StandardCharsets.UTF_8)));
    }

    private static void assertRefusedOrRead(String text) {
        Cursor.parse(text, 1).ifPresent(cursor -> {
            readOrRefuse(() -> cursor.number(0));
            readOrRefuse(() -> cursor.decimal(0));
            readOrRefuse(() -> cursor.instant(0));
        });
    }

    private static void readOrRefuse(Runnable read) {
        try {
            read.run();
        } catch (ProblemException refused) {
            assertThat(refused.problem().type()).isEqualTo(ProblemType.INVALID_INPUT);
        }
    }

    @Test
    void one_of_another_list_is_refused() {
        assertThat(Cursor.parse(Cursor.of(1, 2).text(), 1)).isEmpty();
        assertThat(Cursor.parse(Cursor.of(1).text(), 2)).isEmpty();
        assertThat(Cursor.parse("x".repeat(1001), 1)).isEmpty();
        assertThat(Cursor.parse(Cursor.of("a\0b").text(), 1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1e5", "9223372036854775808", "0x1", "1 "})
    void a_number_that_is_none_is_refused(String key) {
        assertThatThrownBy(() -> Cursor.of(key).number(0)).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "1e999999999", "1E-999999999", "NaN", "123456789012345678901234567890123456789012"})
    void a_decimal_that_the_database_could_not_hold_is_refused(String key) {
        assertThatThrownBy(() -> Cursor.of(key).decimal(0)).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "+1000000000-12-31T23:59:59.999999999Z", "-1000000000-01-01T00:00:00Z"})
    void an_instant_that_the_database_could_not_hold_is_refused(String key) {
        assertThatThrownBy(() -> Cursor.of(key).instant(0)).isInstanceOf(ProblemException.class);
    }
}
