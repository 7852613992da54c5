package io.boxoffice.inventory.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The published test vectors are what the code does. */
class TicketCodeTests {
    private static final TicketKey KEY = TicketKey.stored(
            "test-1",
            HexFormat.of().parseHex("302e020100300506032b657004220420" + vector("secret")),
            HexFormat.of().parseHex("302a300506032b6570032100" + vector("public")),
            HexFormat.of().parseHex(vector("proof-key")));

    @Test
    void theVectorIsSignedAsPublished() {
        assertThat(TicketCodes.sign(KEY, TicketCode.Mode.S, vector("payload").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(vector("code"));
        assertThat(KEY.x()).isEqualTo(vector("x"));
    }

    @Test
    void thePayloadIsWrittenAsPublished() {
        var facts = new TicketFacts(
                "test-1",
                UUID.fromString("0198f3a4-7c00-7000-8000-000000000001"),
                UUID.fromString("0198f3a4-7c00-7000-8000-000000000002"),
                1,
                "Floor/A/1",
                1818442800);
        assertThat(JsonMapper.shared().writeValueAsString(facts)).isEqualTo(vector("payload"));
    }

    @Test
    void theRotatingVectorIsMadeAsPublished() {
        var ticket = UUID.fromString("0198f3a4-7c00-7000-8000-000000000002");
        var secret = RotatingProof.secret(KEY.proofSecret(), ticket, 1);
        assertThat(HexFormat.of().formatHex(secret.getEncoded())).isEqualTo(vector("r-secret"));
        var time = Instant.parse(vector("r-time"));
        var proof = RotatingProof.at(secret, time.getEpochSecond() / 15);
        assertThat(proof).isEqualTo(vector("r-proof"));
        assertThat(TicketCodes.sign(KEY, TicketCode.Mode.R, vector("payload").getBytes(StandardCharsets.UTF_8)) + "."
                        + proof)
                .isEqualTo(vector("r-code"));
    }

    @Test
    void aChangedTextDoesNotVerify() {
        var parts = vector("code").split("\\.");
        var text = ("BX1.S." + parts[2]).getBytes(StandardCharsets.US_ASCII);
        var signature = Base64.getUrlDecoder().decode(parts[3]);
        assertThat(KEY.verifies(text, signature)).isTrue();
        text[10]++;
        assertThat(KEY.verifies(text, signature)).isFalse();
        assertThat(KEY.verifies(text, new byte[3])).isFalse();
        assertThat(TicketKey.generate().kid()).hasSize(12);
    }

    private static String vector(String name) {
        try (var lines = Files.lines(Path.of("..", "docs", "ticket-codes.md"))) {
            return lines.filter(line -> line.startsWith(name + " "))
                    .map(line -> line.substring(name.length()).strip())
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
