package io.boxoffice.e2e;

import static io.boxoffice.e2e.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.boxoffice.e2e.client.BoxofficeClient;
import io.boxoffice.e2e.client.Person;
import io.boxoffice.e2e.client.http.Answer;
import io.boxoffice.e2e.client.http.Call;
import io.boxoffice.e2e.client.http.Json;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every path times everything that can be wrong with a call: always the problem of the contract, never a 5xx. */
@ExtendWith(FleetExtension.class)
@TestInstance(PER_CLASS)
class BadInputIT {

    private static final int OVER_THE_LIMIT = 300 * 1024;

    private TestFleet fleet;
    private Routes routes;
    private Person gone;

    @BeforeAll
    void anEventIsOnSale(TestFleet fleet) throws Exception {
        this.fleet = fleet;
        this.gone = fleet.fanOfAMoment();
        this.routes = new Routes(fleet);
    }

    // --- bodies

    @ParameterizedTest
    @MethodSource("withBody")
    void malformedJsonIsRefused(Route route) throws Exception {
        for (String body : List.of("{", "{\"a\":}", "not json", "")) {
            assertProblem(send(route, routes.call(route, body)), 400, "malformed-json");
        }
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void anUnknownFieldIsRefused(Route route) throws Exception {
        Map<String, Object> body = new HashMap<>(route.body());
        body.put("surprise", 1);

        var problem = assertProblem(send(route, routes.call(route, Json.write(body))), 400, "validation-failed");
        assertThat(problem.path("errors").path(0).path("pointer").asString("")).isEqualTo("/surprise");
    }

    @ParameterizedTest
    @MethodSource("wrongTypes")
    void aWrongTypeIsRefused(Route route, String field, Object wrong) throws Exception {
        Map<String, Object> body = new HashMap<>(route.body());
        body.put(field, wrong);

        var problem = assertProblem(send(route, routes.call(route, Json.write(body))), 400, "validation-failed");
        assertThat(problem.path("errors").isArray()).isTrue();
        assertThat(problem.path("errors").path(0).path("pointer").asString("")).startsWith("/" + field);
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void aListOrAWordInsteadOfAnObjectIsRefused(Route route) throws Exception {
        for (String body : List.of("[]", "\"word\"", "17", "null")) {
            Answer answer = send(route, routes.call(route, body));
            assertThat(answer.status()).as(body + ": " + answer.body()).isEqualTo(400);
            assertThat(answer.problem().code()).isIn("validation-failed", "malformed-json");
        }
    }

    @ParameterizedTest
    @MethodSource("withFields")
    void anEmptyObjectIsRefused(Route route) throws Exception {
        assertProblem(send(route, routes.call(route, "{}")), 400, "validation-failed");
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void aHugeBodyIsRefused(Route route) throws Exception {
        String huge = Json.write(Map.of("surprise", "x".repeat(OVER_THE_LIMIT)));

        assertProblem(send(route, routes.call(route, huge)), 413, "body-too-large");
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void aHugeBodyOfUnknownLengthIsRefused(Route route) throws Exception {
        String huge = Json.write(Map.of("surprise", "x".repeat(OVER_THE_LIMIT)));
        Call call = routes.call(route, huge).with("Authorization", "Bearer " + routes.bearer(route));

        assertProblem(Chunked.send(fleet.credentials().gateway(), call), 413, "body-too-large");
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void anotherMediaTypeIsRefused(Route route) throws Exception {
        Call call = routes.call(route).with("Content-Type", "text/plain");

        assertProblem(send(route, call), 415, "unsupported-media-type");
    }

    // --- bearers

    @ParameterizedTest
    @MethodSource("withBearer")
    void noBearerIsRefused(Route route) throws Exception {
        assertProblem(routes.fan.client().anonymously(routes.call(route)), 401, "unauthenticated");
    }

    @ParameterizedTest
    @MethodSource("withBearer")
    void garbageAsBearerIsRefused(Route route) throws Exception {
        String forged = routes.bearer(route).substring(0, routes.bearer(route).length() - 8) + "AAAAAAAA";
        for (String bearer : List.of("garbage", "a.b.c", forged)) {
            assertProblem(fleet.client(bearer).send(routes.call(route)), 401, "unauthenticated");
        }
    }

    @ParameterizedTest
    @MethodSource("withBearer")
    void anExpiredBearerIsRefused(Route route) throws Exception {
        BoxofficeClient client = fleet.client(gone);

        // the token's own second, and the leeway for clocks that differ
        Answer answer = await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> client.send(Call.get("orders", "/api/v1/orders")), late -> late.status() == 401);
        assertProblem(answer, 401, "unauthenticated");
        assertProblem(client.send(routes.call(route)), 401, "unauthenticated");
    }

    @ParameterizedTest
    @MethodSource("ofARole")
    void anotherRolesBearerIsForbidden(Route route) throws Exception {
        Person foreign = route.who() == Route.Who.FAN ? routes.organizer : routes.fan.person();

        // an access token is looked at first, and it is its fan's alone
        String code = route.pass() ? "access-token-invalid" : "forbidden";
        assertProblem(fleet.client(foreign).send(routes.call(route)), 403, code);
    }

    // --- ids

    @ParameterizedTest
    @MethodSource("ofOthers")
    void whatIsAnothersIsNotFound(Route route) throws Exception {
        assertProblem(send(route, routes.call(route)), 404, "not-found");
    }

    @ParameterizedTest
    @MethodSource("withEvent")
    void anUnknownEventIsNotFound(Route route) throws Exception {
        Call call = moved(
                routes.call(route),
                routes.show.event().toString(),
                UUID.randomUUID().toString());
        Answer answer = send(route, call);

        if (route.pass()) {
            // the access token is for one event alone
            assertProblem(answer, 403, "access-token-invalid");
        } else if (route.who() == Route.Who.QUEUE) {
            // and so is the queue token
            assertThat(answer.status()).as(answer.body()).isIn(401, 404);
        } else {
            assertThat(answer.status()).as(answer.body()).isEqualTo(404);
            assertProblem(answer, 404, route.path().contains("/queue") ? "event-not-found" : "not-found");
        }
    }

    @ParameterizedTest
    @MethodSource("withEvent")
    void anEventIdThatIsNoUuidIsNotFound(Route route) throws Exception {
        Call call = moved(routes.call(route), routes.show.event().toString(), "no-uuid");
        Answer answer = send(route, call);

        if (route.pass()) {
            assertThat(answer.status()).as(answer.body()).isIn(403, 404);
        } else {
            assertThat(answer.status()).as(answer.body()).isIn(404);
            assertThat(answer.problem().code()).isIn("not-found", "event-not-found");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-uuid", "00000000-0000-0000-0000-000000000000", "%00", "..%2f..%2fvenues", "' OR 1=1"})
    void anUnknownOrImpossibleIdIsNotFound(String id) throws Exception {
        String encoded = id.replace(" ", "%20").replace("'", "%27");
        String event = "/api/v1/events/" + routes.show.event();
        for (Call call : List.of(
                Call.get("hold", event + "/holds/" + encoded),
                Call.delete("hold", event + "/holds/" + encoded),
                routes.fan.shown(Call.get("quote", event + "/holds/" + encoded + "/quote")),
                Call.get("order", "/api/v1/orders/" + encoded))) {
            Answer answer = routes.fan.client().send(call);
            assertThat(answer.status()).as(call.path() + ": " + answer.body()).isIn(400, 404);
        }
    }

    @Test
    void aPathThatDoesNotExistIsNotFound() throws Exception {
        for (String path :
                List.of("/api/v1/nothing", "/api/v1/events/" + routes.show.event() + "/nothing", "/api/v2/events")) {
            Answer answer = routes.fan.client().send(Call.get("nothing", path));
            assertThat(answer.status()).as(path + ": " + answer.body()).isEqualTo(404);
            assertThat(answer.problem().code()).isEqualTo("not-found");
        }
    }

    @Test
    void whatIsInternalIsNotThere() throws Exception {
        String hold = "/internal/events/" + routes.show.event() + "/holds/" + routes.othersHold.holdId();

        assertThat(routes.fan.client().send(Call.get("internal", hold)).status())
                .isEqualTo(404);
        assertThat(routes.fan
                        .client()
                        .send(Call.get("internal", "/actuator/env"))
                        .status())
                .isEqualTo(404);
    }

    // --- methods

    @ParameterizedTest
    @MethodSource("everything")
    void anotherMethodIsRefused(Route route) throws Exception {
        // nothing replaces an event
        String method = route.path().equals("/api/v1/events/" + routes.show.event()) ? "PUT" : "PATCH";
        Call call = new Call("bad-input", method, route.path(), Map.of("Content-Type", "application/json"), "{}");
        Answer answer = send(route, call);

        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.header("Allow"))
                .hasValueSatisfying(allow -> assertThat(allow).contains(route.method()));
    }

    // --- keys

    @ParameterizedTest
    @MethodSource("withKey")
    void noIdempotencyKeyIsRefused(Route route) throws Exception {
        Call call = routes.call(route);
        Map<String, String> headers = new HashMap<>(call.headers());
        headers.remove("Idempotency-Key");

        assertProblem(
                send(route, new Call(call.operation(), call.method(), call.path(), headers, call.body())),
                400,
                "idempotency-key-required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/venues", "/api/v1/events"})
    void aRepeatedKeyIsAnsweredAsBeforeAndAReusedOneRefused(String path) throws Exception {
        Route route = routes.where(
                        candidate -> candidate.keyed() && candidate.path().equals(path))
                .findFirst()
                .orElseThrow();
        Call call = routes.call(route);
        Answer first = send(route, call);
        Answer again = send(route, call);
        Map<String, Object> other = new HashMap<>(route.body());
        other.put("name", "Another name");
        Call reused = new Call(call.operation(), call.method(), call.path(), call.headers(), Json.write(other));

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Idempotency-Replayed")).hasValue("true");
        assertProblem(send(route, reused), 422, "idempotency-key-reused");
    }

    // --- the sources

    Stream<Route> everything() {
        return routes.all().stream();
    }

    Stream<Route> withBody() {
        return routes.where(Route::takesBody);
    }

    Stream<Route> withFields() {
        return routes.where(Route::needsFields);
    }

    Stream<Arguments> wrongTypes() {
        return routes.where(Route::takesBody)
                .flatMap(route -> route.wrongTypes().entrySet().stream()
                        .map(wrong -> arguments(route, wrong.getKey(), wrong.getValue())));
    }

    Stream<Route> withBearer() {
        return routes.where(Route::needsBearer);
    }

    Stream<Route> ofARole() {
        return routes.where(route -> route.needsBearer() && !route.method().equals("GET"));
    }

    Stream<Route> withKey() {
        return routes.where(Route::keyed);
    }

    Stream<Route> withEvent() {
        return routes.where(route -> route.path().contains(routes.show.event().toString()));
    }

    Stream<Route> ofOthers() {
        return routes.where(route -> route.who() == Route.Who.FAN)
                .filter(route -> route.path()
                                .contains(routes.othersHold.holdId().toString())
                        || route.path().contains(routes.othersOrder.toString())
                        || route.path().endsWith("/orders") && route.method().equals("POST"));
    }

    private static Call moved(Call call, String from, String to) {
        return new Call(call.operation(), call.method(), call.path().replace(from, to), call.headers(), call.body());
    }

    private Answer send(Route route, Call call) throws Exception {
        return switch (route.who()) {
            case QUEUE, ANYBODY -> routes.fan.client().anonymously(call);
            case ORGANIZER, SCANNER, OPS, SUPPORT, FAN ->
                fleet.client(routes.bearer(route)).send(call);
        };
    }
}
