package org.emiadi.identity;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;

/// A hash with all that is needed to make it again, in the form of the reference implementation of Argon2, a PHC
/// string:
/// `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`, the last two in Base64 without padding.
final class PasswordHash {
    private static final String BASE64 = "([A-Za-z0-9+/]+)";
    private static final Pattern FORM =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$" + BASE64 + "\\$" + BASE64);

    private final Argon2 function;
    private final byte[] salt;
    private final byte[] hash;

    private PasswordHash(Argon2 function, byte[] salt, byte[] hash) {
        this.function = function;
        this.salt = salt;
        this.hash = hash;
    }

    static PasswordHash of(Argon2 function, byte[] salt, byte[] hash) {
        return new PasswordHash(function, salt.clone(), hash.clone());
    }

    /// Throws IllegalArgumentException where `phc` is something else.
    static PasswordHash read(String phc) {
        Matcher parts = FORM.matcher(phc);
        if (!parts.matches()) {
            // What it is stays untold: it may be a hash of another kind.
            throw new IllegalArgumentException("not a hash by Argon2id");
        }
        byte[] salt = Base64.getDecoder().decode(parts.group(4));
        byte[] hash = Base64.getDecoder().decode(parts.group(5));
        return new PasswordHash(
                new Argon2(number(parts, 1), number(parts, 2), number(parts, 3), hash.length), salt, hash);
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    /// How it was made.
    Argon2 function() {
        return function;
    }

    /// In a time that does not tell how much of it is right.
    boolean isOf(String secret, BlockPool pool) {
        return MessageDigest.isEqual(function.hash(secret, salt, pool), hash);
    }

    String phc() {
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=" + Argon2.VERSION + "$m=" + function.memory() + ",t=" + function.iterations() + ",p="
                + function.lanes() + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }
}
