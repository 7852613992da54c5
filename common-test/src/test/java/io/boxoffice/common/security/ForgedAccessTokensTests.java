package io.boxoffice.common.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.boxoffice.common.test.MovableClock;
import io.boxoffice.common.web.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Whatever is shown, the answer is a session or the contract's refusal: never another person's session, never an error. */
class ForgedAccessTokensTests {
    private static final int MUTATIONS = 5_000;
    private static final String ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ \u00e9\u0000";
    private static final ECKey KEY = newKey("room");
    private static final ECKey OTHER = newKey("other");

    private final UUID event = UUID.randomUUID();
    private final UUID fan = UUID.randomUUID();
    private final UUID session = UUID.randomUUID();
    private final MovableClock clock = new MovableClock(Instant.parse("2027-01-01T00:00:00Z"));
    private final AccessTokens tokens = new AccessTokens(
            BearerTokens.processor(
                    new PublishedKeys("test", () -> new JWKSet(KEY.toPublicJWK()), clock), JWSAlgorithm.ES256),
            new EndedSessions(clock),
            clock);

    @Test
    void thousandsOfMutationsAreRefused() {
        var good = signed(KEY, "room", claims -> claims);
        var foreign = signed(OTHER, "room", claims -> claims);
        assertThat(verify(good).id()).isEqualTo(session);
        var random = new Random(20_270_101);
        for (int i = 0; i < MUTATIONS; i++) {
            var mutated = mutated(good, foreign, random);
            // a different spelling of the same signature proves the same thing, so the content is what counts
            if (!content(mutated).equals(content(good))) {
                assertRefused("mutation " + i, mutated);
            } else {
                assertSameOrRefused(mutated);
            }
        }
        assertThat(verify(good).id()).isEqualTo(session);
    }

    @Test
    void noOtherAlgorithmAndNoOtherKeyIsBelieved() throws Exception {
        assertRefused("unsigned", new PlainJWT(claims(c -> c)).serialize());
        assertRefused("HMAC with the public key", mac(KEY.toECPublicKey().getEncoded()));
        assertRefused(
                "HMAC with the published set",
                mac(KEY.toPublicJWK().toJSONString().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertRefused("another key under our id", signed(OTHER, "room", c -> c));
        assertRefused("another key under its own id", signed(OTHER, "other", c -> c));
        assertRefused("our key under another's id", signed(KEY, "other", c -> c));
        var own = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .jwk(OTHER.toPublicJWK())
                        .keyID("mine")
                        .build(),
                claims(c -> c));
        own.sign(new ECDSASigner(OTHER));
        assertRefused("a key that comes with the token", own.serialize());
    }

    @Test
    void headersThatNoLibraryWritesAreRefused() {
        var rest = content(signed(c -> c)).split("\\.")[1] + "." + "A".repeat(86);
        for (var header : new String[] {
            "",
            "null",
            "[]",
            "{}",
            "{\"alg\":\"NONE\",\"kid\":\"room\"}",
            "{\"alg\":5,\"kid\":\"room\"}",
            "{\"alg\":\"ES256\",\"kid\":5}",
            "{\"alg\":\"ES256\",\"kid\":null}",
            "{\"alg\":\"ES256\",\"kid\":\"room\",\"crit\":[\"exp\"]}",
            "{\"alg\":\"ES256\",\"kid\":\"room\",\"jku\":\"http://127.0.0.1:1/\"}",
            "[".repeat(10_000)
        }) {
            var written = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(header.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertRefused(header, written + "." + rest);
        }
    }

    @Test
    void whatAGoodKeySignedForSomethingElseIsRefused() {
        assertRefused("another event", signed(c -> c.audience(UUID.randomUUID().toString())));
        assertRefused("no event", signed(c -> c.audience((String) null)));
        assertRefused("another fan", signed(c -> c.subject(UUID.randomUUID().toString())));
        assertRefused("another issuer", signed(c -> c.issuer("boxoffice-fraud")));
        assertRefused("no end", signed(c -> c.expirationTime(null)));
        assertRefused(
                "of the future",
                signed(c -> c.issueTime(Date.from(clock.instant().plusSeconds(6)))));
        assertRefused("a session that is no id", signed(c -> c.jwtID("me")));
        assertRefused("no session", signed(c -> c.jwtID(null)));
        assertRefused("claims of other types", signed(c -> c.claim("dev", 7)));
        assertThat(verify(signed(c -> c.issueTime(Date.from(clock.instant().plusSeconds(4)))))
                        .id())
                .as("our clocks may differ a little")
                .isEqualTo(session);
    }

    @Test
    void anExpiredOneIsToldApartOnlyByItsOwner() {
        var good = signed(c -> c);
        clock.advance(Duration.ofSeconds(606));

        assertThat(verify(good).expired()).isTrue();
        assertThat(code(() -> tokens.verify(good, event, UUID.randomUUID(), "phone")))
                .isEqualTo("access-token-invalid");
    }

    @Test
    void sizeDoesNotMatter() {
        assertRefused("a megabyte", "A".repeat(1_000_000));
        assertRefused("a megabyte of dots", ".".repeat(1_000_000));
        assertRefused("a long key id", signed(KEY, "k".repeat(5_000), c -> c));
    }

    private void assertSameOrRefused(String token) {
        try {
            assertThat(verify(token).id()).isEqualTo(session);
        } catch (ProblemException refused) {
            assertThat(refused.code()).isEqualTo("access-token-invalid");
        }
    }

    private void assertRefused(String what, String token) {
        assertThat(code(() -> verify(token))).as(what).isIn("access-token-invalid", "access-token-required");
    }

    private static String code(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).code();
    }

    private AccessTokens.Session verify(String token) {
        return tokens.verify(token, event, fan, "phone");
    }

    private static String content(String token) {
        return token.substring(0, Math.max(0, token.lastIndexOf('.')));
    }

    private static String mutated(String good, String foreign, Random random) {
        int at = random.nextInt(good.length());
        var letter = String.valueOf(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        var mine = good.split("\\.");
        var others = foreign.split("\\.");
        return switch (random.nextInt(7)) {
            case 0 -> good.substring(0, at) + letter + good.substring(at + 1);
            case 1 -> good.substring(0, at) + letter + good.substring(at);
            case 2 -> good.substring(0, at);
            case 3 -> good.substring(at);
            case 4 -> mine[random.nextInt(3)] + "." + mine[random.nextInt(3)] + "." + others[random.nextInt(3)];
            case 5 -> good + letter.repeat(random.nextInt(1, 9_000));
            default -> flipped(mine, random);
        };
    }

    /** One bit of one part. */
    private static String flipped(String[] parts, Random random) {
        var changed = parts.clone();
        int part = random.nextInt(3);
        var bytes = Base64.getUrlDecoder().decode(changed[part]);
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        changed[part] = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return String.join(".", changed);
    }

    private String mac(byte[] secret) throws JOSEException {
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("room").build(), claims(c -> c));
        jwt.sign((JWSSigner) new MACSigner(secret));
        return jwt.serialize();
    }

    private String signed(UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(KEY, "room", change);
    }

    private String signed(ECKey key, String id, UnaryOperator<JWTClaimsSet.Builder> change) {
        try {
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(id).build(), claims(change));
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
        return change.apply(new JWTClaimsSet.Builder()
                        .issuer("boxoffice-waiting-room")
                        .audience(event.toString())
                        .subject(fan.toString())
                        .claim("dev", DeviceHash.of("phone"))
                        .claim("limit_key", fan.toString())
                        .jwtID(session.toString())
                        .issueTime(Date.from(clock.instant()))
                        .expirationTime(Date.from(clock.instant().plusSeconds(600))))
                .build();
    }

    private static ECKey newKey(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
