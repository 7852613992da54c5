package io.boxoffice.payment.remote;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/** Has opinions of accounts as fraud-service does; of those it knows nothing of, a good one. */
public final class FraudDouble extends RemoteParty {
    private final Map<UUID, String> decisions = new ConcurrentHashMap<>();
    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();

    /** From now on this is what it says of that account. */
    public void says(UUID userId, String decision) {
        decisions.put(userId, decision);
    }

    /** What it was asked of that account. */
    public List<JsonNode> askedOf(UUID userId) {
        return asked.stream()
                .filter(question -> question.get("user_id").asString().equals(userId.toString()))
                .toList();
    }

    @Override
    String operation(Request request) {
        return "assess";
    }

    @Override
    Reply decide(String operation, Request request) {
        if (!request.headers().getOrDefault("authorization", "").startsWith("Bearer ")) {
            return new Reply(401, Map.of("code", "unauthenticated"));
        }
        var question = JSON.readTree(request.body());
        asked.add(question);
        var decision =
                decisions.getOrDefault(UUID.fromString(question.get("user_id").asString()), "ALLOW");
        return new Reply(200, Map.of("decision", decision, "score", 42, "reasons", List.of("new-account")));
    }
}
