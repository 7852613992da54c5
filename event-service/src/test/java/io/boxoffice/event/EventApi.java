package io.boxoffice.event;

import io.boxoffice.common.test.TestIssuer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The service as a client sees it: HTTP, JSON and nothing else. */
@TestComponent
public class EventApi {
    public static final String VENUES = "/api/v1/venues";
    public static final String EVENTS = "/api/v1/events";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private final Environment environment;

    EventApi(Environment environment) {
        this.environment = environment;
    }

    /** Status, headers and body of an answer. */
    public record Answer(int status, Map<String, List<String>> headers, JsonNode body) {
        public String code() {
            return body.path("code").asString("");
        }

        public List<String> pointers() {
            return body.path("errors")
                    .valueStream()
                    .map(error -> error.path("pointer").asString())
                    .toList();
        }

        public @Nullable String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().getFirst())
                    .findFirst()
                    .orElse(null);
        }

        public UUID id(String field) {
            return UUID.fromString(body.path(field).asString());
        }
    }

    public static String organizer(UUID sub) {
        return TestIssuer.token(sub, "FAN", "ORGANIZER");
    }

    public Answer get(String path, @Nullable String token) {
        return call(HttpMethod.GET, path, token, null, null);
    }

    public Answer post(String path, @Nullable String token, String body) {
        return call(HttpMethod.POST, path, token, UUID.randomUUID().toString(), body);
    }

    public Answer publish(UUID eventId, @Nullable String token) {
        return call(HttpMethod.POST, EVENTS + "/" + eventId + "/publish", token, null, null);
    }

    public Answer patch(UUID eventId, @Nullable String token, String body) {
        return call(HttpMethod.PATCH, EVENTS + "/" + eventId, token, null, body);
    }

    public Answer cancel(UUID eventId, @Nullable String token, @Nullable String body) {
        return call(HttpMethod.POST, EVENTS + "/" + eventId + "/cancel", token, null, body);
    }

    public Answer postpone(UUID eventId, @Nullable String token, @Nullable String body) {
        return call(HttpMethod.POST, EVENTS + "/" + eventId + "/postpone", token, null, body);
    }

    public Answer getUnlessMatches(String path, @Nullable String token, @Nullable String entityTag) {
        return send(HttpMethod.GET, path, token, Map.of("If-None-Match", String.valueOf(entityTag)), null);
    }

    public Answer call(
            HttpMethod method, String path, @Nullable String token, @Nullable String key, @Nullable String body) {
        return send(
                method,
                path,
                token,
                key == null ? Map.of() : Map.of("Idempotency-Key", key),
                body == null ? null : body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    public Answer send(
            HttpMethod method,
            String path,
            @Nullable String token,
            Map<String, String> headers,
            byte @Nullable [] body) {
        var request = RestClient.create("http://localhost:" + environment.getProperty("local.server.port"))
                .method(method)
                .uri(java.net.URI.create("http://localhost:" + environment.getProperty("local.server.port") + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        headers.forEach(request::header);
        if (body != null) {
            if (!headers.containsKey("Content-Type")) {
                request.contentType(MediaType.APPLICATION_JSON);
            }
            request.body(body);
        }
        return request.exchange((_, response) -> {
            var bytes = response.getBody().readAllBytes();
            var received = new java.util.HashMap<String, List<String>>();
            response.getHeaders().forEach(received::put);
            var type = response.getHeaders().getContentType();
            boolean isJson = type != null && type.getSubtype().endsWith("json");
            var node = isJson ? JSON.readTree(bytes) : JSON.getNodeFactory().binaryNode(bytes);
            return new Answer(response.getStatusCode().value(), received, node);
        });
    }

    /** A venue of {@code Floor} (A 1-4, B 1-4) and {@code Balcony} (A 1-2). */
    public static ObjectNode venueBody() {
        return (ObjectNode) JSON.readTree("""
                {"name":"Arena","address":{"street":"Platz 1","city":"Berlin","postal_code":"10243","country":"DE"},
                 "time_zone":"Europe/Berlin","sections":[
                  {"section":"Floor","kind":"SEATED","focal_point":{"x":0,"y":0},"gate":"A","rows":[
                   {"row":"A","from":1,"to":4,"origin":{"x":-2,"y":5},"step":{"x":1,"y":0},"accessible":[1],"companion":[2],"restricted_view":[4]},
                   {"row":"B","from":1,"to":4,"origin":{"x":-2,"y":6},"step":{"x":1,"y":0}}]},
                  {"section":"Balcony","kind":"SEATED","focal_point":{"x":0,"y":0},"rows":[
                   {"row":"A","from":1,"to":2,"origin":{"x":-1,"y":20},"step":{"x":1,"y":0}}]}]}
                """);
    }

    /** An event in that venue, on sale from 2027-06-03, with nothing but what is required. */
    public static ObjectNode eventBody(UUID venueId) {
        return (ObjectNode) JSON.readTree("""
                {"name":"Summer Night","venue_id":"%s","date":"2027-08-15T19:00:00Z","currency":"EUR",
                 "pricing_tiers":[{"section":"Floor","price":500.00},{"section":"Balcony","price":150}],
                 "sale_dates":{"presale":null,"general":"2027-06-03T10:00:00Z"}}
                """.formatted(venueId));
    }

    public UUID venue(String token) {
        return post(VENUES, token, venueBody().toString()).id("venue_id");
    }

    public UUID draft(String token) {
        return post(EVENTS, token, eventBody(venue(token)).toString()).id("event_id");
    }
}
