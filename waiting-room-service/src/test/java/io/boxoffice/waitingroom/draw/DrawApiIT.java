package io.boxoffice.waitingroom.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.draw.Draw;
import io.boxoffice.draw.verify.DrawVerifier;
import io.boxoffice.draw.verify.Expectations;
import io.boxoffice.draw.verify.Verdict;
import io.boxoffice.waitingroom.EventServiceStub;
import io.boxoffice.waitingroom.QueueClient;
import io.boxoffice.waitingroom.QueueClient.Fan;
import io.boxoffice.waitingroom.WaitingRoom;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

class DrawApiIT extends WaitingRoom {
    private final Instant closes = Instant.now().plusSeconds(86_400);
    private UUID event;

    @BeforeEach
    void lobbyIsOpen() {
        event = event("LOBBY", Instant.now().plusSeconds(600), closes);
    }

    private void open() {
        var opens = Instant.now().minusMillis(1);
        var update =
                eventJson(event, "LOBBY", opens, closes).replace("\"aggregate_version\":1", "\"aggregate_version\":2");
        EventServiceStub.publish(event, update);
        hear("boxoffice.catalog", "EventUpdated", event, update);
        await().until(() -> QueueClient.body(draw("")).get("state").asString().equals("DRAWN"));
    }

    private ResponseSpec draw(String rest) {
        return client().http()
                .get()
                .uri("/api/v1/events/" + event + "/queue/draw" + rest)
                .exchange();
    }

    private static byte[] bytes(ResponseSpec answer) {
        return answer.expectStatus().isOk().expectBody().returnResult().getResponseBody();
    }

    private static Verdict verify(byte[] file, Expectations expected) throws IOException {
        return DrawVerifier.verify(new ByteArrayInputStream(file), expected);
    }

    private Expectations receipt(JsonNode entry, JsonNode promised) {
        var hex = HexFormat.of();
        return new Expectations(
                new Expectations.Entry(
                        entry.get("draw").get("join_index").asLong(),
                        hex.parseHex(entry.get("draw").get("leaf").asString())),
                hex.parseHex(promised.get("commitment").asString()));
    }

    @Test
    void aDrawIsPromisedBeforeHeldAtTheOpeningAndProvenAfterwards() throws IOException {
        var promised =
                QueueClient.body(draw("").expectHeader().valueEquals(HttpHeaders.CACHE_CONTROL, "max-age=1, public"));
        assertThat(promised.get("state").asString()).isEqualTo("COMMITTED");
        assertThat(promised.has("seed") || promised.has("draw_key")).isFalse();
        draw("/participants").expectStatus().isEqualTo(409);
        var fans = Stream.generate(Fan::create).limit(5).toList();
        var entries = fans.stream().map(fan -> client().joined(event, fan)).toList();

        open();

        var file = bytes(draw("/participants"));
        var drawn = QueueClient.body(draw(""));
        assertThat(drawn.get("participants").asLong()).isEqualTo(5);
        assertThat(drawn.get("commitment")).isEqualTo(promised.get("commitment"));
        for (int i = 0; i < fans.size(); i++) {
            var entry = entries.get(i);
            assertThat(entry.get("draw").get("leaf").asString())
                    .isEqualTo(HexFormat.of()
                            .formatHex(Draw.leaf(event, i, fans.get(i).sub())));
            assertThat(verify(file, receipt(entry, promised))).isInstanceOf(Verdict.Good.class);
            assertThat(verify(bytes(draw("?join_index=" + i)), receipt(entry, promised)))
                    .isInstanceOf(Verdict.Good.class);
        }
        var forged = new String(file, StandardCharsets.UTF_8)
                .replace(entries.get(1).get("draw").get("leaf").asString(), "0".repeat(64));
        assertThat(verify(forged.getBytes(StandardCharsets.UTF_8), Expectations.NONE))
                .isInstanceOf(Verdict.Refused.class);
        everybodyStandsAsDrawn(fans, entries, drawn);
    }

    private void everybodyStandsAsDrawn(List<Fan> fans, List<JsonNode> entries, JsonNode drawn) {
        for (int i = 0; i < fans.size(); i++) {
            var position =
                    QueueClient.body(draw("?join_index=" + i)).get("proof").get("position");
            var again = client().joined(event, fans.get(i));
            assertThat(again.get("queue_token")).isEqualTo(entries.get(i).get("queue_token"));
            assertThat(again.get("draw")).isEqualTo(entries.get(i).get("draw"));
            var fan = fans.get(i);
            await().until(() -> position.equals(client().joined(event, fan).get("position")));
        }
        assertThat(drawn.get("opened_at").asString())
                .isGreaterThanOrEqualTo(drawn.get("opens_at").asString());
    }

    @Test
    void aHeldDrawIsKeptByCaches() {
        client().joined(event, Fan.create());
        open();

        for (var path : List.of("", "?join_index=0", "/participants")) {
            var tag = draw(path)
                    .expectHeader()
                    .valueEquals(HttpHeaders.CACHE_CONTROL, "max-age=86400, public")
                    .expectBody()
                    .returnResult()
                    .getResponseHeaders()
                    .getETag();
            client().http()
                    .get()
                    .uri("/api/v1/events/" + event + "/queue/draw" + path)
                    .header(HttpHeaders.IF_NONE_MATCH, tag)
                    .exchange()
                    .expectStatus()
                    .isNotModified();
        }
    }

    @Test
    void whoLeavesTheLobbyAndComesAgainIsAnotherParticipant() {
        var fan = Fan.create();
        var first = client().joined(event, fan);
        client().leave(event, first, fan).expectStatus().isNoContent();

        var second = client().joined(event, fan);

        assertThat(second.get("draw").get("join_index").asLong())
                .isEqualTo(first.get("draw").get("join_index").asLong() + 1);
        assertThat(second.get("draw").get("leaf"))
                .isNotEqualTo(first.get("draw").get("leaf"));
    }

    @Test
    void aSecondDeviceTakesOverThePlaceInTheLobby() {
        var phone = Fan.create();
        var laptop = phone.on("laptop");
        var onPhone = client().joined(event, phone);
        var onLaptop = client().joined(event, laptop);

        assertThat(onLaptop.get("state").asString()).isEqualTo("LOBBY");
        assertThat(onLaptop.get("draw")).isEqualTo(onPhone.get("draw"));
        assertThat(client().polled(event, onPhone, phone).get("state").asString())
                .isEqualTo("SUPERSEDED");
    }

    @Test
    void badInputIsRefusedByItsName() {
        client().joined(event, Fan.create());
        draw("?join_index=-1").expectStatus().isNotFound();
        draw("?join_index=x").expectStatus().is4xxClientError();
        draw("?join_index=99999999999999999999").expectStatus().is4xxClientError();
        open();
        assertThat(QueueClient.body(draw("?join_index=1").expectStatus().isNotFound())
                        .get("code")
                        .asString())
                .isEqualTo("draw-entry-not-found");

        event = eventOnSale();
        assertThat(QueueClient.body(draw("").expectStatus().isNotFound())
                        .get("code")
                        .asString())
                .isEqualTo("draw-not-found");
        draw("/participants").expectStatus().isNotFound();
        event = UUID.randomUUID();
        assertThat(QueueClient.body(draw("").expectStatus().isNotFound())
                        .get("code")
                        .asString())
                .isEqualTo("event-not-found");
    }
}
