package io.boxoffice.e2e;

import static io.boxoffice.e2e.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.e2e.client.BoxofficeClient;
import io.boxoffice.e2e.client.http.Answer;
import io.boxoffice.e2e.client.http.Call;
import io.boxoffice.e2e.client.http.HttpExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The one public door: limits, what browsers are told, and what is not there. */
@ExtendWith(FleetExtension.class)
class GatewayIT {

    @Test
    void everyAnswerSaysHowMuchIsLeftAndTooMuchIsRefused(TestFleet fleet) throws Exception {
        BoxofficeClient client = fleet.client(fleet.newFan());
        Call call = Call.get("tickets", "/api/v1/tickets");

        Answer first = client.send(call);
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        int left = Integer.parseInt(first.header("RateLimit-Remaining").orElseThrow());
        assertThat(Integer.parseInt(first.header("RateLimit-Limit").orElseThrow()))
                .isGreaterThan(left);
        assertThat(first.header("RateLimit-Reset")).isPresent();

        assertProblem(refused(client, call), 429, "rate-limited");
        assertThat(refused(client, call).header("Retry-After"))
                .hasValueSatisfying(
                        seconds -> assertThat(Integer.parseInt(seconds)).isPositive());
        assertThat(fleet.client(fleet.newFan()).send(call).status()).isEqualTo(200);
    }

    /** Asks until it is too much: each time more at once than the time of a limit lets pass. */
    private static Answer refused(BoxofficeClient client, Call call) throws Exception {
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 10; round++) {
                List<Future<Answer>> answers = new ArrayList<>();
                for (int i = 0; i < 200; i++) {
                    answers.add(crowd.submit(() -> client.send(call)));
                }
                for (Future<Answer> answer : answers) {
                    if (answer.get().status() != 200) {
                        return answer.get();
                    }
                }
            }
        }
        throw new AssertionError("nothing was too much");
    }

    @Test
    void pagesOfOthersMayNotReadAnswersAndBrowsersAreTold(TestFleet fleet) throws Exception {
        var gateway = HttpExchange.to(fleet.credentials().gateway(), 4);
        Call preflight = new Call(
                "preflight",
                "OPTIONS",
                "/api/v1/orders",
                Map.of("Origin", "https://evil.example", "Access-Control-Request-Method", "GET"),
                null);
        Answer answer = gateway.send(preflight);
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();

        Answer events = gateway.send(Call.get("events", "/api/v1/events").with("Origin", "https://evil.example"));
        assertThat(events.status()).isEqualTo(200);
        assertThat(events.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(events.header("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(events.header("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("frame-ancestors 'none'"));
        assertThat(events.header("Referrer-Policy")).hasValue("no-referrer");
        assertThat(events.header("Server")).isEmpty();
        assertThat(events.header("X-Request-Id")).isPresent();
    }

    @Test
    void whatIsYoursIsKeptByNoCache(TestFleet fleet) throws Exception {
        Answer orders = fleet.client(fleet.newFan()).send(Call.get("orders", "/api/v1/orders"));

        assertThat(orders.header("Cache-Control"))
                .hasValueSatisfying(kept -> assertThat(kept).contains("no-store"));
    }

    @Test
    void thePageOfTheApiIsThere(TestFleet fleet) throws Exception {
        var gateway = HttpExchange.to(fleet.credentials().gateway(), 4);

        Answer page = gateway.send(Call.get("docs", "/api/docs"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
    }

    @Test
    void whatIsNotThereIsToldAsAProblem(TestFleet fleet) throws Exception {
        BoxofficeClient client = fleet.client(fleet.newFan());

        assertProblem(client.send(Call.get("nothing", "/api/v1/nothing")), 404, "not-found");
        assertProblem(client.send(Call.get("event", "/api/v1/events/" + UUID.randomUUID())), 404, "not-found");
        Answer wrong = client.send(Call.delete("orders", "/api/v1/orders"));
        assertProblem(wrong, 405, "method-not-allowed");
        assertThat(wrong.header("Allow"))
                .hasValueSatisfying(allow -> assertThat(allow).contains("GET"));
    }
}
