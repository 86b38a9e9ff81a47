package org.emiadi.identity;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A password in the clear, for as long as it takes to hash it. Never printed.
///
/// The rules are those of NIST SP 800-63B: length counts, composition does not, and what everybody uses is refused.
public record Password(String text) {
    /// In characters.
    public static final int SHORTEST = 10;
    /// In characters; bounds the work of hashing.
    public static final int LONGEST = 128;

    private static final Set<String> COMMON = common();
    private static final SecureRandom RANDOM = new SecureRandom();

    /// One that nobody guesses: 96 random bits.
    public static Password random() {
        byte[] secret = new byte[12];
        RANDOM.nextBytes(secret);
        return new Password(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /// What is wrong with it as the password of `username`, as the key of a field error; empty where nothing is.
    public Optional<String> fault(String username) {
        if (!hasGoodLength()) {
            return Optional.of("password-length");
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains(username.toLowerCase(Locale.ROOT))) {
            return Optional.of("password-is-username");
        }
        return COMMON.contains(lower) ? Optional.of("password-too-common") : Optional.empty();
    }

    /// Whether it is neither too short nor too long.
    public boolean hasGoodLength() {
        int length = text.codePointCount(0, text.length());
        return length >= SHORTEST && length <= LONGEST;
    }

    // Passwords too short to be accepted need not be known as common ones.
    private static Set<String> common() {
        try {
            return StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().stream()
                    .filter(word -> word.length() >= SHORTEST)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException missing) {
            throw new UncheckedIOException("the list of common passwords is not in the package", missing);
        }
    }

    @Override
    public String toString() {
        return "Password[…]";
    }
}
