package io.boxoffice.gateway.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import io.boxoffice.gateway.TestWaitingRoom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Whatever comes as a token is judged; nothing is an error. */
class ForgedTokensTests {
    private static final int MUTATIONS = 5_000;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ é";
    private static final String EVENT = "0198f3a4-7c00-7000-8000-000000000001";
    private static final String FAN = "0198f3a4-7c00-7000-8000-000000000002";

    private final TestWaitingRoom room = new TestWaitingRoom();
    private final ECKey foreign = TestWaitingRoom.newKey();
    private final InstantSource clock = InstantSource.system();
    private final KeySet keys = new KeySet(
            "boxoffice-waiting-room",
            SigningAlgorithm.ES256,
            Mono.fromCallable(() -> JWKSet.parse(room.jwks())),
            new KeyProperties(
                    Duration.ofMinutes(5), Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofSeconds(2)),
            clock);
    private final TokenVerifier verifier =
            new TokenVerifier(keys, "boxoffice-waiting-room", Duration.ofSeconds(5), clock);

    @Test
    void thousandsOfMutationsAreInvalid() {
        var good = room.token(EVENT, FAN, "phone");
        var theirs = TestWaitingRoom.sign(foreign, TestWaitingRoom.claims(EVENT, FAN, "phone", claims -> claims));
        assertThat(verify(good)).isInstanceOf(Verification.Valid.class);
        var random = new Random(20_270_101);
        for (int i = 0; i < MUTATIONS; i++) {
            var mutated = mutated(good, theirs, random);
            // a different spelling of the same signature proves the same thing, so the content is what counts
            if (!content(mutated).equals(content(good))) {
                assertThat(verify(mutated)).as("mutation %s: %s", i, mutated).isInstanceOf(Verification.Invalid.class);
            } else {
                assertThat(verify(mutated)).isNotInstanceOf(Verification.Expired.class);
            }
        }
    }

    @Test
    void headersThatNoLibraryWritesAreInvalid() {
        var rest = content(room.token(EVENT, FAN, "phone")).split("\\.")[1] + "." + "A".repeat(86);
        Stream.of(
                        "",
                        "null",
                        "[]",
                        "{}",
                        "{\"alg\":\"none\"}",
                        "{\"alg\":\"NONE\",\"kid\":\"room\"}",
                        "{\"alg\":null,\"kid\":\"room\"}",
                        "{\"alg\":5,\"kid\":\"room\"}",
                        "{\"alg\":\"ES256\",\"kid\":5}",
                        "{\"alg\":\"ES256\",\"kid\":null}",
                        "{\"alg\":\"ES256\",\"kid\":\"room\",\"crit\":[\"exp\"]}",
                        "{\"alg\":\"ES256\",\"kid\":\"room\",\"b64\":false,\"crit\":[\"b64\"]}",
                        "{\"alg\":\"ES256\",\"kid\":\"room\",\"jku\":\"http://127.0.0.1:1/\"}",
                        "{\"alg\":\"ES256\",\"kid\":\"room\",\"x5c\":[\"AAAA\"]}",
                        "{\"alg\":\"ES256\",\"kid\":\"" + "k".repeat(10_000) + "\"}",
                        "[".repeat(10_000))
                .map(header -> Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(UTF_8)))
                .forEach(header ->
                        assertThat(verify(header + "." + rest)).as(header).isInstanceOf(Verification.Invalid.class));
    }

    private Verification verify(String token) {
        return verifier.verify(token).block();
    }

    private static String content(String token) {
        return token.substring(0, Math.max(0, token.lastIndexOf('.')));
    }

    private static String mutated(String good, String theirs, Random random) {
        int at = random.nextInt(good.length());
        var letter = String.valueOf(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        var mine = good.split("\\.");
        var others = theirs.split("\\.");
        return switch (random.nextInt(6)) {
            case 0 -> good.substring(0, at) + letter + good.substring(at + 1);
            case 1 -> good.substring(0, at) + letter + good.substring(at);
            case 2 -> good.substring(0, at);
            case 3 -> good.substring(at);
            case 4 -> mine[random.nextInt(3)] + "." + mine[random.nextInt(3)] + "." + others[random.nextInt(3)];
            default -> good + letter.repeat(random.nextInt(1, 9_000));
        };
    }
}
