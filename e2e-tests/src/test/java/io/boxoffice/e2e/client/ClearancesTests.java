package io.boxoffice.e2e.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.e2e.client.http.Answer;
import io.boxoffice.e2e.client.http.Call;
import io.boxoffice.e2e.client.http.Json;
import io.boxoffice.e2e.client.http.Reply;
import io.boxoffice.e2e.client.model.Entry;
import java.math.BigDecimal;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClearancesTests {
    private static final UUID EVENT = UUID.randomUUID();
    private static final Device DEVICE = new Device("phone", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    private static final AccessPass PASS = new AccessPass("jwt", "phone");
    private static final String SALT = "0a1b2c?expires=1811930400&";
    private static final long NUMBER = 1_234;

    private final List<Call> sent = new ArrayList<>();
    private final BoxofficeClient client = new BoxofficeClient(this::answered, "bearer", "10.1.2.3");
    private boolean challenging = true;

    @Test
    void theNumberIsFoundWhereThereIsOne() throws Exception {
        assertThat(ProofOfWork.solve(SALT, hash(SALT + 0), 10)).hasValue(0);
        assertThat(ProofOfWork.solve(SALT, hash(SALT + NUMBER), NUMBER)).hasValue(NUMBER);
        assertThat(ProofOfWork.solve(SALT, hash(SALT + NUMBER), NUMBER - 1)).isEmpty();
    }

    @Test
    void aChallengedCallIsRepeatedWithTheClearanceThatItsWorkEarned() throws Exception {
        var body = client.order(EVENT, PASS, UUID.randomUUID(), "pm_card_visa", BigDecimal.TEN, "key-1");

        assertThat(body.answer().status()).isEqualTo(201);
        assertThat(sent.stream().map(Call::operation)).containsExactly("order", "challenge", "solution", "order");
        assertThat(Json.tree(sent.get(1).body()))
                .isEqualTo(Json.tree(Json.write(
                        Map.of("purpose", "order", "event_id", EVENT, "device_id", "phone", "type", "pow"))));
        assertThat(sent.get(1).headers()).containsEntry("Authorization", "Bearer bearer");
        assertThat(sent.getLast().headers())
                .containsEntry("X-Clearance", "cleared-order")
                .containsEntry("Idempotency-Key", "key-1");
    }

    @Test
    void aClearanceIsKeptForItsPurposeAlone() throws Exception {
        client.hold(EVENT, PASS, List.of("s1"), "key-1");
        client.hold(EVENT, PASS, List.of("s1"), "key-2");
        client.order(EVENT, PASS, UUID.randomUUID(), "pm_card_visa", BigDecimal.TEN, "key-3");

        assertThat(sent.stream().map(Call::operation))
                .containsExactly(
                        "hold", "challenge", "solution", "hold", "hold", "order", "challenge", "solution", "order");
        assertThat(sent.get(4).headers()).containsEntry("X-Clearance", "cleared-hold");
        assertThat(sent.get(5).headers()).doesNotContainKey("X-Clearance");
    }

    @Test
    void aJoinIsClearedForTheDeviceThatJoins() throws Exception {
        var joined = client.join(EVENT, DEVICE);

        assertThat(joined.answer().status()).isEqualTo(201);
        assertThat(Json.tree(sent.get(1).body()).path("device_id").asString()).isEqualTo("phone");
    }

    @Test
    void anAdmissionThatWaitsForAChallengeIsClaimedBySolvingIt() throws Exception {
        var reply = client.place(EVENT, "queue-token", DEVICE);

        assertThat(reply)
                .isInstanceOfSatisfying(
                        Reply.Got.class,
                        got -> assertThat(((Entry) got.value()).accessToken()).isEqualTo("access"));
        assertThat(sent.stream().map(Call::operation)).containsExactly("poll", "challenge", "solution", "poll");
        assertThat(sent.getLast().headers()).doesNotContainKey("Authorization");
    }

    @Test
    void whoIsRefusedAChallengeSeesTheFirstAnswer() throws Exception {
        challenging = false;

        assertThat(client.hold(EVENT, PASS, List.of("s1"), "key-1")
                        .answer()
                        .problem()
                        .code())
                .isEqualTo("challenge-required");
    }

    private Answer answered(Call call) {
        sent.add(call);
        boolean cleared = call.headers().containsKey("X-Clearance");
        return switch (call.operation()) {
            case "challenge" ->
                challenging
                        ? answer(
                                201,
                                Map.of(
                                        "challenge_id",
                                        Json.tree(call.body()).path("purpose").asString(),
                                        "pow",
                                        Map.of("salt", SALT, "challenge", hash(SALT + NUMBER), "maxnumber", 50_000)))
                        : answer(503, Map.of("code", "service-unavailable"));
            case "solution" -> {
                assertThat(Json.tree(call.body()).path("number").asLong()).isEqualTo(NUMBER);
                yield answer(200, Map.of("clearance", "cleared-" + call.path().split("/")[4]));
            }
            case "poll" -> answer(200, cleared ? entry("access_token", "access") : entry("challenge_required", true));
            default ->
                cleared
                        ? answer(201, entry("reason", "none"))
                        : answer(403, Map.of("code", "challenge-required", "purpose", "x", "types", List.of("pow")));
        };
    }

    private static Map<String, Object> entry(String name, Object value) {
        Map<String, Object> entry = new HashMap<>(Map.of(
                "entry_id", EVENT, "queue_token", "t", "state", "ADMITTED", "join_number", 1, "poll_after_seconds", 1));
        entry.put(name, value);
        return entry;
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Answer answer(int status, Map<String, ?> body) {
        return new Answer(status, HttpHeaders.of(Map.of(), (_, _) -> true), Json.write(body), 0, 0);
    }
}
