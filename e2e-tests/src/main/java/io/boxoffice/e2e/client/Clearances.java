package io.boxoffice.e2e.client;

import io.boxoffice.e2e.client.http.Answer;
import io.boxoffice.e2e.client.http.Call;
import io.boxoffice.e2e.client.http.Exchange;
import io.boxoffice.e2e.client.http.Json;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One person's clearances: earned by work when a call is refused without one, kept and shown again for the same purpose. */
final class Clearances {
    private static final String HEADER = "X-Clearance";
    private static final Pattern ASKED_AT = Pattern.compile("/api/v1/events/([^/]+)/(queue/entries|holds|orders)");
    private static final Map<String, String> PURPOSES =
            Map.of("queue/entries", "join", "holds", "hold", "orders", "order");

    private final Exchange self;
    private final Map<Need, String> kept = new ConcurrentHashMap<>();

    /** What a clearance is good for. */
    record Need(String purpose, String event, @Nullable String device) {}

    /** Clearances of whoever sends through this exchange. */
    Clearances(Exchange self) {
        this.self = self;
    }

    /** Sends a call; where it is challenged, solves the challenge and sends it once more. */
    Answer send(Call call) throws IOException, InterruptedException {
        Need need = need(call);
        if (need == null) {
            return self.send(call);
        }
        Answer answer = self.send(call.with(HEADER, kept.get(need)));
        if (answer.status() != 403 || !answer.problem().code().equals("challenge-required")) {
            return answer;
        }
        Optional<String> clearance = earn(need);
        return clearance.isPresent() ? self.send(call.with(HEADER, clearance.get())) : answer;
    }

    /** Does the work for a new clearance; empty where the platform gave none. */
    Optional<String> earn(Need need) throws IOException, InterruptedException {
        Map<String, Object> wish =
                new HashMap<>(Map.of("purpose", need.purpose(), "event_id", need.event(), "type", "pow"));
        if (need.device() != null) {
            wish.put("device_id", need.device());
        }
        Answer challenge = self.send(Call.post("challenge", "/api/v1/challenges", wish));
        if (!challenge.ok()) {
            return Optional.empty();
        }
        JsonNode pow = challenge.json().path("pow");
        var number = ProofOfWork.solve(
                pow.path("salt").asString(),
                pow.path("challenge").asString(),
                pow.path("maxnumber").asLong());
        if (number.isEmpty()) {
            return Optional.empty();
        }
        String id = challenge.json().path("challenge_id").asString();
        Answer solved = self.send(
                Call.post("solution", "/api/v1/challenges/" + id + "/solutions", Map.of("number", number.getAsLong())));
        if (!solved.ok()) {
            return Optional.empty();
        }
        String clearance = solved.json().path("clearance").asString();
        kept.put(need, clearance);
        return Optional.of(clearance);
    }

    /** What a call may be challenged for; null for calls that never are. */
    private static @Nullable Need need(Call call) {
        var asked = ASKED_AT.matcher(call.path());
        if (!call.method().equals("POST") || call.headers().containsKey(HEADER) || !asked.matches()) {
            return null;
        }
        String purpose = PURPOSES.getOrDefault(asked.group(2), "");
        String device =
                purpose.equals("join") ? joining(call.body()) : call.headers().get("X-Device-Id");
        return new Need(purpose, asked.group(1), device);
    }

    private static @Nullable String joining(@Nullable String body) {
        try {
            return Json.tree(body == null ? "{}" : body)
                    .path("device_id")
                    .asStringOpt()
                    .orElse(null);
        } catch (RuntimeException _) {
            // a test's own bad input is not ours to understand
            return null;
        }
    }
}
