package io.boxoffice.e2e;

import static io.boxoffice.e2e.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.boxoffice.e2e.client.BoxofficeClient;
import io.boxoffice.e2e.client.http.Call;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** An organiser's figures are what really happened, and nobody else's business. */
@ExtendWith(FleetExtension.class)
@TestInstance(PER_CLASS)
class AnalyticsIT {

    private TestFleet fleet;
    private Season season;
    private BoxofficeClient organizer;

    @BeforeAll
    void aSaleWasPlayed(TestFleet fleet, Season season) throws Exception {
        this.fleet = fleet;
        this.season = season;
        this.organizer = fleet.client(fleet.organizer(1));
    }

    @Test
    void theSummaryIsWhatWasSold() throws Exception {
        JsonNode summary = settled();

        assertThat(summary.path("tickets_sold").asInt()).isEqualTo(5);
        // Bob's money went back
        assertThat(summary.path("revenue").decimalValue())
                .isEqualByComparingTo(
                        season.anns().totalAmount().add(season.cats().totalAmount()));
        assertThat(summary.path("currency").asString()).isEqualTo("EUR");
        JsonNode orders = summary.path("orders");
        // Bob's declined one is an order of its own
        assertThat(orders.path("placed").asInt()).isEqualTo(5);
        assertThat(orders.path("confirmed").asInt()).isEqualTo(4);
        assertThat(orders.path("declined").asInt()).isEqualTo(1);
        assertThat(orders.path("refunded").asInt()).isEqualTo(1);
        assertThat(summary.path("refunds").path("count").asInt()).isEqualTo(2);
        assertThat(summary.path("refunds").path("amount").decimalValue())
                .isEqualByComparingTo(season.bobs().totalAmount());
        assertThat(summary.path("resale").path("listed").asInt()).isEqualTo(1);
        assertThat(summary.path("resale").path("sold").asInt()).isEqualTo(1);
        assertThat(summary.path("funnel").path("joined").asInt()).isEqualTo(4);
        assertThat(summary.path("funnel").path("admitted").asInt()).isEqualTo(4);
    }

    @Test
    void theMinutesAddUpToTheSummary() throws Exception {
        settled();

        assertThat(sum("tickets")).isEqualByComparingTo("5");
        assertThat(sum("revenue"))
                .isEqualByComparingTo(
                        season.anns().totalAmount().add(season.cats().totalAmount()));
    }

    @Test
    void aForeignOrganiserSeesNothingAndAFanNeither() throws Exception {
        assertProblem(fleet.client(fleet.organizer(2)).send(call("summary")), 404, "not-found");
        assertThat(season.ann().client().send(call("summary")).status()).isIn(403, 404);
        assertThat(fleet.client(fleet.operator()).send(call("summary")).status())
                .isEqualTo(200);
    }

    /** The summary, once the last thing that happened is in it: Cat's walk through the gate, and Bob's money. */
    private JsonNode settled() {
        return await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> organizer.send(call("summary")).json(),
                        summary -> summary.path("funnel").path("scanned").asInt() == 1
                                && summary.path("refunds").path("count").asInt() == 2
                                && summary.path("resale").path("sold").asInt() == 1
                                && summary.path("orders").path("confirmed").asInt() == 4
                                && summary.path("funnel").path("joined").asInt() == 4);
    }

    private BigDecimal sum(String metric) throws Exception {
        return organizer
                .send(call("timeseries?metric=" + metric + "&step=1m"))
                .json()
                .path("points")
                .valueStream()
                .map(point -> point.path("value").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Call call(String what) {
        return Call.get("analytics", "/api/v1/analytics/events/" + season.event() + "/" + what);
    }
}
