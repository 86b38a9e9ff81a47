package org.emiadi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0712345678",
                "+254712345678",
                "254712345678",
                "712345678",
                "0712 345 678",
                "0712-345-678",
                "(0712) 345678",
                " +254 712 345678 ",
                "+254 (0)712 345678"
            })
    void one_phone_has_one_number_however_it_is_written(String written) {
        assertThat(PhoneNumber.parse(written)).contains(new PhoneNumber("+254712345678"));
    }

    @ParameterizedTest
    @CsvSource({"+256 772 123456, +256772123456", "+44 20 7946 0958, +442079460958", "020 2723101, +254202723101"})
    void other_countries_and_landlines_have_numbers_too(String written, String e164) {
        assertThat(PhoneNumber.parse(written)).contains(new PhoneNumber(e164));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "0",
                "12345",
                "07123456789012345678",
                "+999712345678",
                "0712345678 ext. 5",
                "0712 FLOWER",
                "tel:+254712345678",
                "0712345678;ext=5",
                "+254",
                "0712345678/0722345678",
                "--",
                "\u0000"
            })
    void what_no_phone_can_have_is_refused(String written) {
        assertThat(PhoneNumber.parse(written)).isEmpty();
    }

    @Property
    void what_is_taken_is_short_international_and_stays_what_it_is(@ForAll String written) {
        PhoneNumber.parse(written).ifPresent(phone -> {
            assertThat(phone.e164()).matches("\\+[0-9]{7,15}");
            assertThat(PhoneNumber.parse(phone.e164())).contains(phone);
        });
    }
}
