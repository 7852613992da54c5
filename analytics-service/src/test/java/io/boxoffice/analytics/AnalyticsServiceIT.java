package io.boxoffice.analytics;

import static io.boxoffice.analytics.Messages.OPENING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.analytics.Messages.Message;
import io.boxoffice.analytics.figure.FigureRows;
import io.boxoffice.common.test.TestIssuer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class AnalyticsServiceIT {
    private static final String SERIES = "timeseries?metric=%s&from=2027-06-03T10:00:00Z&to=2027-06-03T10:03:00Z";
    private static Instance service;

    private final Messages sale = new Messages(UUID.randomUUID());

    @BeforeAll
    static void start(@TempDir Path stateDir) {
        service = new Instance(stateDir);
        service.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void isReadyOnceItsDatabaseIsMigrated() {
        service.at("local.management.port")
                .get()
                .uri("/actuator/health/readiness")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void aSaleIsSummedUp() throws Exception {
        service.hear(wholeSale());
        eventually(sale, """
                {"event_id":"%s","name":"Summer Night","currency":"EUR","tickets_sold":4,"revenue":300.00,
                 "orders":{"placed":5,"confirmed":3,"declined":2,"expired":1,"voided":0,"refunded":0},
                 "checkout_success_rate":0.6000,
                 "funnel":{"joined":10,"admitted":2,"held":2,"ordered":4,"confirmed":2,"captured":2,"scanned":1},
                 "wait":{"average_seconds":37.500,"p50_seconds":30.000,"p95_seconds":57.000},
                 "queue":{"abandoned":1,"expired":1},"bots":{"challenged":2,"solved":1,"blocked":1},
                 "refunds":{"count":1,"amount":100.00},"resale":{"listed":4,"sold":2}}
                """.formatted(sale.eventId()));
        assertThat(points("tickets")).containsExactly("2", "2", "0");
        assertThat(points("revenue")).containsExactly("200", "200", "-100");
        assertThat(points("joins")).containsExactly("10", "0", "0");
        assertThat(points("resale")).containsExactly("0", "2", "0");
    }

    @Test
    void figuresOutliveARestartEvenWithoutTheLocalState() throws Exception {
        var first = sale.joined(3, OPENING);
        service.hear(sale.published(Instance.ORGANIZER, 1, "Summer Night"), first);
        joined(3);
        leaveAnOldCount();

        service.stop();
        service.loseState();
        service.hear(first, sale.joined(4, OPENING));
        service.start();

        joined(7);
        assertThat(service.rowsOf(0)).as("left by a dead instance").isZero();
    }

    private static void leaveAnOldCount() {
        var jdbc = service.bean(JdbcClient.class);
        jdbc.sql("INSERT INTO generations (generation, application_id, state) VALUES (0, 'analytics-0', 'RETIRED')")
                .update();
        jdbc.sql("INSERT INTO totals VALUES (0, gen_random_uuid(), 'TICKETS', '', 0, 1, 1)")
                .update();
    }

    @Test
    void aRebuildComesToTheSameFigures() throws Exception {
        service.hear(wholeSale());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> service.summary(sale).at("/resale/sold").asInt() == 2
                        && service.summary(sale).at("/funnel/captured").asInt() == 2
                        && service.summary(sale).at("/queue/expired").asInt() == 1
                        && service.summary(sale).at("/bots/blocked").asInt() == 1
                        && service.summary(sale).at("/funnel/scanned").asInt() == 1
                        && service.summary(sale).at("/funnel/held").asInt() == 2);
        var before = service.summary(sale);
        var series = service.read(sale, SERIES.formatted("revenue"));
        var shown = service.generation();
        spoil();
        assertThat(service.summary(sale)).isNotEqualTo(before);

        service.rebuild(TestIssuer.internalToken()).expectStatus().isAccepted();
        service.rebuild(TestIssuer.internalToken()).expectStatus().isAccepted();

        await().atMost(Duration.ofSeconds(90)).until(() -> service.generation() == shown + 1);
        assertThat(service.summary(sale)).isEqualTo(before);
        assertThat(service.read(sale, SERIES.formatted("revenue"))).isEqualTo(series);
        await().atMost(Duration.ofSeconds(60)).until(() -> service.rowsOf(shown) == 0);

        service.hear(sale.joined(5, OPENING));
        joined(15);
    }

    @Test
    void anOlderStateOfAFigureChangesNothing() {
        var key = sale.eventId() + "|JOINED||";
        write(key, "2:9");
        write(key, "2:9");
        write(key, "1:4");
        assertThat(service.bean(JdbcClient.class)
                        .sql("SELECT value FROM totals WHERE event_id = ?")
                        .param(sale.eventId())
                        .query(Integer.class)
                        .single())
                .isEqualTo(9);
    }

    @Test
    void anEventOfWhichNothingWasHeardIsAllZeros() throws Exception {
        service.hear(
                sale.published(Instance.ORGANIZER, 2, "Winter Night"),
                sale.published(Instance.ORGANIZER, 1, "Summer Night"));
        eventually(sale, """
                {"event_id":"%s","name":"Winter Night","currency":"EUR","tickets_sold":0,"revenue":0.00,
                 "orders":{"placed":0,"confirmed":0,"declined":0,"expired":0,"voided":0,"refunded":0},
                 "checkout_success_rate":0.0000,
                 "funnel":{"joined":0,"admitted":0,"held":0,"ordered":0,"confirmed":0,"captured":0,"scanned":0},
                 "wait":{"average_seconds":0.000,"p50_seconds":0.000,"p95_seconds":0.000},
                 "queue":{"abandoned":0,"expired":0},"bots":{"challenged":0,"solved":0,"blocked":0},
                 "refunds":{"count":0,"amount":0.00},"resale":{"listed":0,"sold":0}}
                """.formatted(sale.eventId()));
        assertThat(service.read(sale, "timeseries?metric=tickets").at("/points"))
                .hasSizeBetween(60, 61);
    }

    @Test
    void organisersSeeTheirOwnEventsOnly() throws Exception {
        service.hear(sale.published(Instance.ORGANIZER, 1, "Summer Night"));
        await().atMost(Duration.ofSeconds(60)).until(() -> status(Instance.OPS) == 200);
        assertThat(status(TestIssuer.token(Instance.ORGANIZER, "ORGANIZER"))).isEqualTo(200);
        assertThat(status(TestIssuer.token(UUID.randomUUID(), "ORGANIZER"))).isEqualTo(404);
        assertThat(status(TestIssuer.token(Instance.ORGANIZER, "FAN"))).isEqualTo(403);
        assertThat(status(TestIssuer.token(UUID.randomUUID(), "SUPPORT"))).isEqualTo(403);
        assertThat(status("nonsense")).isEqualTo(401);
        service.rebuild(Instance.OPS).expectStatus().isForbidden();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nothing", "/api/v1/analytics/events/nonsense/summary"})
    void anUnknownPathOrEventIsAProblem(String path) {
        service.get(path, Instance.OPS)
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("not-found");
        service.get("/api/v1/analytics/events/" + UUID.randomUUID() + "/summary", Instance.OPS)
                .expectStatus()
                .isNotFound();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?metric=applause",
                "?metric=tickets&step=1d",
                "?metric=tickets&from=soon",
                "?metric=tickets&from=2027-06-03T10:00:00Z&to=2027-06-05T10:00:00Z",
                "?metric=tickets&from=2027-06-03T10:00:00Z&to=2027-06-03T09:00:00Z"
            })
    void aQuestionThatMakesNoSenseIsRefused(String query) {
        service.get("/api/v1/analytics/events/" + sale.eventId() + "/timeseries" + query, Instance.OPS)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("validation-failed");
    }

    @Test
    void theApiDescriptionNamesFieldsAsTheyAreOnTheWire() {
        service.get("/v3/api-docs", Instance.OPS)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.components.schemas.Summary.properties.checkout_success_rate")
                .exists()
                .jsonPath("$.components.schemas.Summary.properties.wait")
                .exists();
    }

    private Message[] wholeSale() {
        var order = UUID.randomUUID();
        var later = UUID.randomUUID();
        var resale = UUID.randomUUID();
        var hold = sale.held(UUID.randomUUID(), OPENING);
        var minute = OPENING.plusSeconds(60);
        return List.of(
                        sale.published(Instance.ORGANIZER, 1, "Summer Night"),
                        sale.joined(10, OPENING),
                        sale.admitted(25, OPENING),
                        sale.admitted(50, OPENING),
                        sale.message("queue", "EntryAbandoned", OPENING, ""),
                        sale.message("queue", "EntryExpired", OPENING, ""),
                        hold,
                        hold,
                        sale.held(UUID.randomUUID(), OPENING),
                        sale.placed(order, "PRIMARY", OPENING),
                        sale.confirmed(order, "PRIMARY", "200.00", "EUR", OPENING),
                        sale.moved("PaymentCaptured", order, OPENING),
                        sale.placed(UUID.randomUUID(), "PRIMARY", OPENING),
                        sale.declined(UUID.randomUUID(), true, OPENING),
                        sale.declined(UUID.randomUUID(), false, OPENING),
                        sale.placed(UUID.randomUUID(), "PRIMARY", minute),
                        sale.moved("OrderExpired", UUID.randomUUID(), minute),
                        sale.placed(later, "PRIMARY", minute),
                        sale.confirmed(later, "PRIMARY", "200.00", "EUR", minute),
                        sale.moved("PaymentCaptured", later, minute),
                        sale.refunded(later, "100.00", false, minute.plusSeconds(60)),
                        sale.message("risk", "ChallengeIssued", OPENING, ""),
                        sale.message("risk", "ChallengeIssued", OPENING, ""),
                        sale.message("risk", "ChallengeSolved", OPENING, ""),
                        sale.judged("AccountFlagged", UUID.randomUUID(), "BLOCK", OPENING),
                        sale.listing("TicketListed", UUID.randomUUID(), OPENING),
                        sale.listing("TicketListed", UUID.randomUUID(), OPENING),
                        sale.placed(resale, "RESALE", minute),
                        sale.confirmed(resale, "RESALE", "90.00", "EUR", minute),
                        sale.listing("ListingSold", UUID.randomUUID(), minute),
                        sale.scanned(UUID.randomUUID(), "ADMITTED", minute),
                        sale.scanned(UUID.randomUUID(), "DENIED", minute))
                .toArray(Message[]::new);
    }

    private static void eventually(Messages event, String expected) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(service.summary(event))
                        .isEqualTo(JsonMapper.shared().readTree(expected)));
    }

    private void joined(int fans) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> service.summary(sale).at("/funnel/joined").asInt() == fans);
    }

    private List<String> points(String metric) {
        return service.read(sale, SERIES.formatted(metric))
                .at("/points")
                .valueStream()
                .map(point -> point.get("value"))
                .map(value -> value.decimalValue().setScale(0).toPlainString())
                .toList();
    }

    private int status(String token) {
        return service.get("/api/v1/analytics/events/" + sale.eventId() + "/summary", token)
                .returnResult()
                .getStatus()
                .value();
    }

    private void spoil() {
        service.bean(JdbcClient.class)
                .sql("UPDATE totals SET value = value + 1000 WHERE event_id = ? AND metric = 'TICKETS'")
                .param(sale.eventId())
                .update();
    }

    private static void write(String key, String figure) {
        service.bean(FigureRows.class)
                .write(
                        service.generation(),
                        List.of(new ConsumerRecord<>("changelog", 0, 0, key, figure.getBytes(StandardCharsets.UTF_8))));
    }
}
