package org.emiadi.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/// The keys with which this node signs access tokens: a JWK set in a file that only its owner reads. The first key of
/// the file signs; to rotate, put a new one before it and take the old one out after a day.
public final class SigningKeys {
    private final List<PublicJsonWebKey> keys;

    private SigningKeys(List<PublicJsonWebKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /// Reads the file, or makes it with a new key where there is none.
    public static SigningKeys in(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            var keys = new JsonWebKeySet(Files.readString(file))
                    .getJsonWebKeys().stream().map(PublicJsonWebKey.class::cast).toList();
            if (keys.isEmpty() || keys.stream().anyMatch(key -> key.getPrivateKey() == null)) {
                throw new IllegalStateException(file + " holds no private key");
            }
            return new SigningKeys(keys);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the signing keys in " + file, unreadable);
        } catch (JoseException broken) {
            throw new IllegalStateException(file + " is not a JWK set", broken);
        }
    }

    private static void create(Path file) throws IOException, JoseException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file stands in a folder");
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "signing-keys", ".new", ownerOnly(folder));
        Files.writeString(
                fresh,
                new JsonWebKeySet(newKey()).toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE),
                StandardOpenOption.TRUNCATE_EXISTING);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static PublicJsonWebKey newKey() throws JoseException {
        PublicJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId(UUID.randomUUID().toString());
        key.setUse("sig");
        key.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        return key;
    }

    /// The key that signs.
    PublicJsonWebKey signing() {
        return keys.getFirst();
    }

    /// The public halves of all keys.
    public List<JsonWebKey> published() {
        return keys.stream().map(SigningKeys::publicHalf).toList();
    }

    private static JsonWebKey publicHalf(PublicJsonWebKey key) {
        try {
            return JsonWebKey.Factory.newJwk(key.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
        } catch (JoseException bug) {
            throw new IllegalStateException("a key of ours cannot be read", bug);
        }
    }
}
