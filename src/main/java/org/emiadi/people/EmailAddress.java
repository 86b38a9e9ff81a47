package org.emiadi.people;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An email address in lower case, so that it is the same one however it was typed.
public record EmailAddress(String value) {
    /// As many as the column holds; mail servers stop at 254.
    public static final int LONGEST = 120;

    // The rule of HTML's email field with a dot in the domain: what browsers accept, we accept.
    private static final Pattern FORM = Pattern.compile(
            "[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+");

    public static Optional<EmailAddress> parse(String written) {
        String address = written.strip().toLowerCase(Locale.ROOT);
        return address.length() <= LONGEST && FORM.matcher(address).matches()
                ? Optional.of(new EmailAddress(address))
                : Optional.empty();
    }
}
