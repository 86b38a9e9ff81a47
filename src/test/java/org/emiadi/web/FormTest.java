package org.emiadi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"5/3/1990", "05/03/1990", "05 03 1990", "5.3.1990", "5-3-1990", " 5 / 3 / 1990 ", "1990-03-05"})
    void dates_are_read_as_people_write_them(String typed) {
        assertThat(Form.empty().with("birth", typed).date("birth")).contains(LocalDate.of(1990, 3, 5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "30/2/1990",
                "5/13/1990",
                "5/3/90",
                "yesterday",
                "99999999999999/1/1990",
                "5/3/19900",
                "+999999999-12-31",
                "1/1/1899"
            })
    void what_is_no_date_is_none(String typed) {
        assertThat(Form.empty().with("birth", typed).date("birth")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9:30", "09:30", "0930", "9.30"})
    void times_are_read_as_people_write_them(String typed) {
        assertThat(Form.empty().with("start", typed).time("start")).contains(LocalTime.of(9, 30));
    }

    @Test
    void a_field_keeps_what_was_typed_beside_what_is_wrong_with_it() {
        var form = Form.empty().with("phone", "07");
        form.wrong("phone", "Enter a phone number");

        assertThat(form.isGood()).isFalse();
        assertThat(form.text("phone")).isEqualTo("07");
        assertThat(form.error("phone")).isEqualTo("Enter a phone number");
        assertThat(form.error("name")).isNull();
    }

    @Test
    void a_date_comes_back_as_it_would_be_typed() {
        assertThat(Form.empty().with("birth", LocalDate.of(1990, 3, 5)).text("birth"))
                .isEqualTo("5/3/1990");
    }
}
