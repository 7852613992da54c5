package io.boxoffice.waitingroom.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.waitingroom.Bytes;
import io.boxoffice.waitingroom.QueueClient.Fan;
import io.boxoffice.waitingroom.WaitingRoom;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever is shown as a queue token: it is one of ours, unchanged, or 401. */
class ForgedQueueTokensIT extends WaitingRoom {
    private static final int MUTATIONS = 5_000;
    private static final int BY_HTTP = 200;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/";

    @Autowired
    QueueTokens tokens;

    @Autowired
    KeyRing<SecretKey> sessionKeys;

    @Test
    void thousandsOfMutationsAreRefused() {
        var event = eventOnSale();
        var fan = Fan.create();
        var good = token(event, fan);
        var foreign = token(eventOnSale(), Fan.create());
        var random = new Random(20_270_101);
        for (int i = 0; i < MUTATIONS; i++) {
            var mutated = mutated(good, foreign, random);
            if (!mutated.equals(good)) {
                assertThat(tokens.read(mutated))
                        .as("mutation %s: %s", i, mutated)
                        .isEmpty();
            }
            if (i < BY_HTTP && !mutated.isBlank() && !mutated.equals(good)) {
                assertRefused(event, mutated, fan);
            }
        }
        assertThat(tokens.read(good)).isPresent();
    }

    @Test
    void tokensOfOtherKindsEventsAndKeysAreRefused() {
        var event = eventOnSale();
        var fan = Fan.create();
        var good = token(event, fan);
        var parts = good.split("\\.");
        var other = sessionKeys.signing();
        Stream.of(
                        token(eventOnSale(), fan),
                        fan.bearer(),
                        "eyJhbGciOiJub25lIn0." + parts[1] + ".",
                        "." + parts[1] + "." + parts[2],
                        parts[0] + "." + parts[1] + ".",
                        parts[0] + ".." + "A".repeat(43),
                        other.id() + "." + parts[1] + "." + signed(other, other.id() + "." + parts[1]),
                        parts[0] + "." + parts[1] + "." + signed(other, parts[0] + "." + parts[1]),
                        good + ".",
                        good + "=",
                        good + "." + parts[2],
                        "A".repeat(7_000))
                .forEach(forged -> assertRefused(event, forged, fan));
        client().poll(event, null, fan.secret()).expectStatus().isUnauthorized();
    }

    private static String signed(SecretKey key, String text) {
        return Bytes.toBase64(key.sign(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private String token(UUID event, Fan fan) {
        return client().joined(event, fan).get("queue_token").asString();
    }

    private void assertRefused(UUID event, String token, Fan fan) {
        client().poll(event, token, fan.secret())
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("queue-token-invalid");
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
            case 4 -> mine[random.nextInt(3)] + "." + others[random.nextInt(3)] + "." + mine[random.nextInt(3)];
            case 5 -> good + letter.repeat(random.nextInt(1, 600));
            default -> flipped(mine, random);
        };
    }

    /** One bit of the content or of the MAC. */
    private static String flipped(String[] parts, Random random) {
        var changed = parts.clone();
        int part = random.nextInt(1, 3);
        var bytes = Bytes.fromBase64(changed[part]).orElseThrow();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        changed[part] = Bytes.toBase64(bytes);
        return String.join(".", changed);
    }
}
