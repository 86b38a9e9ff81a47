package org.emiadi.identity;

import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.emiadi.identity.GoodTokens.GoodToken;
import org.emiadi.platform.Role;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/// Access tokens: JWTs of the profile in RFC 9068, signed with ES256, good for a quarter of an hour.
public final class AccessTokens {
    public static final Duration LIFE = Duration.ofMinutes(15);

    private static final String TYPE = "at+jwt";
    private static final String AUDIENCE = "e-miadi";
    private static final String ALGORITHM = AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256;
    private static final int LONGEST = 4096;
    /// Between the clocks of two nodes.
    private static final Duration SKEW = Duration.ofSeconds(5);

    private final SigningKeys own;
    private final PublishedKeys published;
    private final String issuer;
    private final Clock clock;
    private final GoodTokens good = new GoodTokens();

    public AccessTokens(SigningKeys own, PublishedKeys published, String issuer, Clock clock) {
        this.own = own;
        this.published = published;
        this.issuer = issuer;
        this.clock = clock;
    }

    /// What a good token says.
    ///
    /// @param family the sign-in that it belongs to
    public record Claims(
            String jti, int userId, Role role, @Nullable Integer personId, UUID family, boolean mustChangePassword) {}

    String issue(User user, UUID family) {
        Instant now = clock.instant();
        var claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(AUDIENCE);
        claims.setSubject(Integer.toString(user.id()));
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setIssuedAt(NumericDate.fromMilliseconds(now.toEpochMilli()));
        claims.setNotBefore(NumericDate.fromMilliseconds(now.toEpochMilli()));
        claims.setExpirationTime(NumericDate.fromMilliseconds(now.plus(LIFE).toEpochMilli()));
        claims.setClaim("role", user.role().text());
        claims.setClaim("fid", family.toString());
        if (user.personId() != null) {
            claims.setClaim("pid", user.personId());
        }
        if (user.mustChangePassword()) {
            claims.setClaim("mcp", true);
        }
        return sign(claims);
    }

    private String sign(JwtClaims claims) {
        PublicJsonWebKey key = own.signing();
        var token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setKey(key.getPrivateKey());
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setAlgorithmHeaderValue(ALGORITHM);
        token.setHeader("typ", TYPE);
        try {
            return token.getCompactSerialization();
        } catch (JoseException bug) {
            throw new IllegalStateException("cannot sign with the key " + key.getKeyId(), bug);
        }
    }

    /// What the token says; empty where it is not ours, not good yet or no longer, or broken.
    public Optional<Claims> verify(String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return good.find(token)
                .or(() -> verifySignature(token, now))
                .filter(known -> known.isGoodAt(now))
                .map(GoodToken::claims);
    }

    private Optional<GoodToken> verifySignature(String token, Instant now) {
        try {
            var verified = good(consumer(now).processToClaims(token));
            verified.ifPresent(fresh -> good.keep(token, fresh));
            return verified;
        } catch (InvalidJwtException | MalformedClaimException refused) {
            return Optional.empty();
        }
    }

    private static Optional<GoodToken> good(JwtClaims claims) throws MalformedClaimException {
        Instant from = Instant.ofEpochMilli(claims.getNotBefore().getValueInMillis());
        Instant until = Instant.ofEpochMilli(claims.getExpirationTime().getValueInMillis());
        return claims(claims).map(says -> new GoodToken(says, from.minus(SKEW), until.plus(SKEW)));
    }

    private JwtConsumer consumer(Instant now) {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, ALGORITHM)
                .setVerificationKeyResolver((signature, nesting) -> key(signature))
                .setExpectedType(true, TYPE)
                .setExpectedIssuer(issuer)
                .setExpectedAudience(AUDIENCE)
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setRequireNotBefore()
                .setRequireSubject()
                .setRequireJwtId()
                .setAllowedClockSkewInSeconds(Math.toIntExact(SKEW.toSeconds()))
                .setEvaluationTime(NumericDate.fromMilliseconds(now.toEpochMilli()))
                .build();
    }

    private Key key(JsonWebStructure signature) throws UnresolvableKeyException {
        String kid = signature.getKeyIdHeaderValue();
        if (kid == null || kid.length() > 80) {
            throw new UnresolvableKeyException("no usable key id");
        }
        return published
                .find(kid)
                .orElseThrow(() -> new UnresolvableKeyException("unknown key id"))
                .getKey();
    }

    private static Optional<Claims> claims(JwtClaims claims) throws MalformedClaimException {
        try {
            Long person = claims.getClaimValue("pid", Long.class);
            String family = claims.getStringClaimValue("fid");
            var role = Role.ofUser(String.valueOf(claims.getStringClaimValue("role")));
            if (family == null || role.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Claims(
                    claims.getJwtId(),
                    Integer.parseInt(claims.getSubject()),
                    role.get(),
                    person == null ? null : Math.toIntExact(person),
                    UUID.fromString(family),
                    Boolean.TRUE.equals(claims.getClaimValue("mcp", Boolean.class))));
        } catch (IllegalArgumentException | ArithmeticException malformed) {
            return Optional.empty();
        }
    }
}
