package org.emiadi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import org.emiadi.platform.Role;
import org.emiadi.platform.TestClock;
import org.emiadi.platform.TestDatabase;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTokensTest {
    private static final User USER = new User(7, "wanjiku", Role.PROVIDER, 3, false, false);

    private final TestClock clock = TestClock.mondayMorning();
    private final TestIdentity node = new TestIdentity(TestDatabase.fresh(), clock);
    private final String token = node.tokens.issue(USER, UUID.randomUUID());

    @Test
    void a_token_says_who_the_user_is_for_a_quarter_of_an_hour() {
        var claims = node.tokens.verify(token).orElseThrow();
        assertThat(claims.userId()).isEqualTo(7);
        assertThat(claims.role()).isEqualTo(Role.PROVIDER);
        assertThat(claims.personId()).isEqualTo(3);

        clock.advance(Duration.ofMinutes(14).plusSeconds(59));
        assertThat(node.tokens.verify(token)).isPresent();
        clock.advance(Duration.ofSeconds(10));
        assertThat(node.tokens.verify(token)).isEmpty();
    }

    @Test
    void a_token_from_the_future_is_refused() {
        clock.advance(Duration.ofHours(-1));

        assertThat(node.tokens.verify(token)).isEmpty();
    }

    @Test
    void a_token_that_was_good_before_is_looked_at_again() {
        assertThat(node.tokens.verify(token)).isPresent();
        char[] forged = token.toCharArray();
        int inSignature = token.lastIndexOf('.') + 10;
        forged[inSignature] = forged[inSignature] == 'A' ? 'B' : 'A';

        assertThat(node.tokens.verify(new String(forged))).isEmpty();
        assertThat(node.tokens.verify(token)).isPresent();
        clock.advance(Duration.ofHours(-1));
        assertThat(node.tokens.verify(token)).isEmpty();
        clock.advance(Duration.ofHours(2));
        assertThat(node.tokens.verify(token)).isEmpty();
    }

    @Test
    void other_algorithms_keys_types_issuers_and_payloads_are_refused() throws JoseException {
        String payload = payload(token);
        PublicJsonWebKey own = node.keys.signing();
        byte[] publicKey = node.keys.published().getFirst().toJson().getBytes(StandardCharsets.UTF_8);

        assertThat(node.tokens.verify(signed(payload, own, "at+jwt"))).isPresent();
        assertThat(node.tokens.verify(signed(payload, own, "JWT"))).isEmpty();
        assertThat(node.tokens.verify(signed(payload, TestIdentity.newKeys().signing(), "at+jwt")))
                .isEmpty();
        assertThat(node.tokens.verify(signed(payload.replace("http://test", "http://else"), own, "at+jwt")))
                .isEmpty();
        assertThat(node.tokens.verify(signed(payload.replace("\"e-miadi\"", "\"other\""), own, "at+jwt")))
                .isEmpty();
        assertThat(node.tokens.verify(signed(payload.replace("\"provider\"", "\"owner\""), own, "at+jwt")))
                .isEmpty();
        assertThat(node.tokens.verify(tampered(payload.replace("\"provider\"", "\"admin\""))))
                .isEmpty();
        assertThat(node.tokens.verify(unsigned(payload))).isEmpty();
        assertThat(node.tokens.verify(hmac(payload, publicKey, own.getKeyId()))).isEmpty();
    }

    @Test
    void a_token_of_another_node_on_the_same_database_is_good() {
        var other = new TestIdentity(node.database, clock);

        assertThat(node.tokens.verify(other.tokens.issue(USER, UUID.randomUUID())))
                .isPresent();
    }

    @Test
    void garbage_is_refused_and_never_breaks_anything() {
        var random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            assertThat(node.tokens.verify(new String(noise, StandardCharsets.ISO_8859_1)))
                    .isEmpty();
            char[] changed = token.toCharArray();
            // The last character carries bits that no byte uses.
            changed[random.nextInt(changed.length - 1)] = (char) ('A' + random.nextInt(26));
            String text = new String(changed);
            assertThat(text.equals(token) || node.tokens.verify(text).isEmpty())
                    .as(text)
                    .isTrue();
        }
        assertThat(node.tokens.verify("x".repeat(1_000_000))).isEmpty();
    }

    @Test
    void the_key_file_is_for_its_owner_only_and_is_read_again(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("deep").resolve("signing.key");
        var made = SigningKeys.in(file);

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(SigningKeys.in(file).signing().getKeyId())
                .isEqualTo(made.signing().getKeyId());
        assertThat(made.published().getFirst().toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE))
                .doesNotContain("\"d\"");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    private static String payload(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
    }

    private static String signed(String payload, PublicJsonWebKey key, String type) throws JoseException {
        var jws = new JsonWebSignature();
        jws.setPayload(payload);
        jws.setKey(key.getPrivateKey());
        jws.setKeyIdHeaderValue(key.getKeyId());
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        jws.setHeader("typ", type);
        return jws.getCompactSerialization();
    }

    private String tampered(String payload) {
        String[] parts = token.split("\\.", -1);
        return parts[0] + "." + base64(payload) + "." + parts[2];
    }

    private static String unsigned(String payload) {
        return base64("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + "." + base64(payload) + ".";
    }

    private static String hmac(String payload, byte[] secret, String kid) throws JoseException {
        var jws = new JsonWebSignature();
        jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        jws.setPayload(payload);
        jws.setKey(new HmacKey(secret));
        jws.setKeyIdHeaderValue(kid);
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        jws.setHeader("typ", "at+jwt");
        return jws.getCompactSerialization();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
