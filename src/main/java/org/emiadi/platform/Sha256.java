package org.emiadi.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The digest of texts (FIPS 180-4), in UTF-8. For what is drawn at random or only compared; passwords are hashed
/// slowly.
public final class Sha256 {
    private Sha256() {}

    /// 32 bytes.
    public static byte[] of(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /// The same as 64 small hexadecimal digits.
    public static String inHex(String text) {
        return HexFormat.of().formatHex(of(text));
    }
}
