package org.emiadi.platform;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;

/// A telephone number that can exist, in E.164: `+254712345678`.
public record PhoneNumber(String e164) {
    /// Numbers without a country code are read as Kenyan.
    private static final String DEFAULT_REGION = "KE";

    /// What E.164 has in front of them.
    public static final String DEFAULT_COUNTRY_CODE = "+254";

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    /// Reads `0712 345 678`, `+254712345678`, `254712345678` and the like; empty where no such number can exist.
    public static Optional<PhoneNumber> parse(String written) {
        try {
            var number = NUMBERS.parse(written, DEFAULT_REGION);
            boolean hasLetters = written.chars().anyMatch(Character::isLetter);
            return NUMBERS.isValidNumber(number) && !number.hasExtension() && !hasLetters
                    ? Optional.of(new PhoneNumber(NUMBERS.format(number, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    /// As it is dialled in Kenya, 0712 345 678; with the country in front for numbers of elsewhere.
    public String readable() {
        try {
            var number = NUMBERS.parse(e164, DEFAULT_REGION);
            boolean atHome = DEFAULT_REGION.equals(NUMBERS.getRegionCodeForNumber(number));
            return NUMBERS.format(number, atHome ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException impossible) {
            throw new IllegalStateException("checked when it was made", impossible);
        }
    }
}
