package org.emiadi.web;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The token that proves that a form was drawn for this very sign-in (OWASP: HMAC-based token pattern). It is derived
/// from the secret in the cookie, which no page and no script can read, and masked anew for each page, so that the size
/// of compressed pages tells nothing about it.
final class FormToken {
    /// The field of each form.
    static final String FIELD = "csrf";
    /// The header that scripts send in its place.
    static final String HEADER = "X-Csrf-Token";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private FormToken() {}

    static String of(String secret) {
        byte[] mask = new byte[BYTES];
        RANDOM.nextBytes(mask);
        byte[] both = new byte[2 * BYTES];
        System.arraycopy(mask, 0, both, 0, BYTES);
        System.arraycopy(mixed(mask, derived(secret)), 0, both, BYTES, BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
    }

    static boolean isGood(String token, String secret) {
        byte[] both = decoded(token);
        if (both.length != 2 * BYTES) {
            return false;
        }
        byte[] mask = Arrays.copyOf(both, BYTES);
        byte[] mixed = Arrays.copyOfRange(both, BYTES, 2 * BYTES);
        return MessageDigest.isEqual(mixed(mask, mixed), derived(secret));
    }

    /// Proves that `text` was written for the sign-in with this secret.
    static String seal(String secret, String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(secret, "notice:" + text));
    }

    static boolean isSealed(String secret, String text, String seal) {
        return MessageDigest.isEqual(decoded(seal), mac(secret, "notice:" + text));
    }

    private static byte[] decoded(String token) {
        try {
            return Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private static byte[] mixed(byte[] one, byte[] other) {
        byte[] mixed = new byte[BYTES];
        for (int i = 0; i < BYTES; i++) {
            mixed[i] = (byte) (one[i] ^ other[i]);
        }
        return mixed;
    }

    private static byte[] derived(String secret) {
        return mac(secret, "form");
    }

    private static byte[] mac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every Java has HMAC with SHA-256", impossible);
        }
    }
}
