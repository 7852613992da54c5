package io.boxoffice.analytics.stream;

import static io.boxoffice.analytics.Messages.OPENING;
import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.analytics.Messages;
import io.boxoffice.analytics.Messages.Message;
import io.boxoffice.analytics.figure.Figure;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountingTests {
    private static final UUID EVENT = UUID.randomUUID();

    private final Messages fleet = new Messages(EVENT);
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private TopologyTestDriver driver;

    @BeforeEach
    void start(@TempDir Path stateDir) {
        var settings = new Properties();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, FrugalRocks.class);
        var properties =
                new StreamProperties(stateDir, Duration.ofMillis(500), Duration.ofHours(24), Duration.ofSeconds(1));
        driver = new TopologyTestDriver(
                new Counting(Messages.reader(), metrics, properties).topology(), settings, OPENING);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void aMessageToldTwiceIsCountedOnce() {
        var joined = fleet.joined(7, OPENING);
        tell(joined, joined);
        assertThat(total("JOINED")).isEqualTo("7");
        assertThat(told("boxoffice.queue", "duplicate")).isEqualTo(1);
    }

    @Test
    void aFactToldByTwoMessagesIsCountedOnce() {
        var held = fleet.held(UUID.randomUUID(), OPENING);
        var confirmed = fleet.confirmed(UUID.randomUUID(), "PRIMARY", "200.00", "EUR", OPENING);
        tell(held, held.again(), confirmed, confirmed.again());
        assertThat(total("HELD")).isEqualTo("1");
        assertThat(total("TICKETS")).isEqualTo("2");
        assertThat(total("REVENUE|EUR")).isEqualTo("200.00");
    }

    @Test
    void aRepetitionIsKnownForADayAndNotForever() {
        var joined = fleet.joined(7, OPENING);
        tell(OPENING, joined);
        tell(OPENING.plus(Duration.ofHours(23)), joined);
        assertThat(total("JOINED")).isEqualTo("7");
        tell(OPENING.plus(Duration.ofDays(3)), joined);
        assertThat(total("JOINED")).isEqualTo("14");
    }

    @Test
    void whatIsHeardLateFallsInTheMinuteInWhichItHappened() {
        tell(
                fleet.joined(1, OPENING.plusSeconds(125)),
                fleet.joined(2, OPENING.plusSeconds(59)),
                fleet.joined(4, OPENING));
        assertThat(minute("JOINED", OPENING)).isEqualTo("6");
        assertThat(minute("JOINED", OPENING.plusSeconds(120))).isEqualTo("1");
        assertThat(total("JOINED")).isEqualTo("7");
    }

    @Test
    void moneyOfAnotherCurrencyIsCountedApart() {
        tell(
                fleet.confirmed(UUID.randomUUID(), "PRIMARY", "200.00", "EUR", OPENING),
                fleet.confirmed(UUID.randomUUID(), "PRIMARY", "300", "USD", OPENING));
        assertThat(total("REVENUE|EUR")).isEqualTo("200.00");
        assertThat(total("REVENUE|USD")).isEqualTo("300.00");
    }

    @Test
    void aRefundTakesItsMoneyOutOfTheRevenueInItsOwnMinute() {
        var order = UUID.randomUUID();
        tell(
                fleet.confirmed(order, "PRIMARY", "200.00", "EUR", OPENING),
                fleet.refunded(order, "50.00", false, OPENING.plusSeconds(60)),
                fleet.refunded(order, "150.00", true, OPENING.plusSeconds(60)));
        assertThat(total("REVENUE|EUR")).isEqualTo("0.00");
        assertThat(minute("REVENUE|EUR", OPENING)).isEqualTo("200.00");
        assertThat(minute("REVENUE|EUR", OPENING.plusSeconds(60))).isEqualTo("-200.00");
        assertThat(total("REFUNDS")).isEqualTo("2");
        assertThat(total("REFUNDED")).isEqualTo("1");
    }

    @Test
    void whatFollowsAResaleOrderLeavesTheBoxOfficesRevenueAlone() {
        var order = UUID.randomUUID();
        tell(
                fleet.placed(order, "RESALE", OPENING),
                fleet.confirmed(order, "RESALE", "90.00", "EUR", OPENING),
                fleet.moved("PaymentCaptured", order, OPENING),
                fleet.refunded(order, "90.00", true, OPENING));
        assertThat(total("PLACED")).isEqualTo("1");
        assertThat(total("REFUND_AMOUNT|EUR")).isEqualTo("90.00");
        assertThat(total("REVENUE|EUR")).isNull();
        assertThat(total("TICKETS")).isNull();
        assertThat(total("FUNNEL_CAPTURED")).isNull();
    }

    @Test
    void aTicketIsScannedInOnceAndADeniedOneNot() {
        var ticket = UUID.randomUUID();
        tell(
                fleet.scanned(ticket, "ADMITTED", OPENING),
                fleet.scanned(ticket, "ADMITTED", OPENING.plusSeconds(600)),
                fleet.scanned(UUID.randomUUID(), "DENIED", OPENING));
        assertThat(total("SCANNED")).isEqualTo("1");
    }

    @Test
    void anAccountIsBlockedOnceHoweverItIsTold() {
        var user = UUID.randomUUID();
        tell(
                fleet.judged("RiskScored", user, "BLOCK", OPENING),
                fleet.judged("AccountFlagged", user, "BLOCK", OPENING),
                fleet.judged("RiskScored", UUID.randomUUID(), "CHALLENGE", OPENING));
        assertThat(total("BLOCKED")).isEqualTo("1");
    }

    @Test
    void aClockThatStepsBackMakesNoNegativeWait() {
        tell(fleet.admitted(-5, OPENING), fleet.admitted(25, OPENING));
        assertThat(total("WAIT_MILLIS")).isEqualTo("25000");
        assertThat(total("WAIT_BUCKET|0")).isEqualTo("1");
    }

    @Test
    void whatCannotBeReadIsPassedOverAndCounted() {
        var order = UUID.randomUUID();
        tell(
                fleet.message("orders", "OrderConfirmed", OPENING, "'order_id':'" + order + "'"),
                new Message("boxoffice.orders", EVENT, UUID.randomUUID(), "OrderPlaced", "{"),
                fleet.confirmed(order, "PRIMARY", "1e999999999", "EUR", OPENING),
                fleet.confirmed(order, "PRIMARY", "1.005", "EUR", OPENING),
                fleet.confirmed(order, "PRIMARY", "-1.00", "EUR", OPENING),
                fleet.confirmed(order, "PRIMARY", "1.00", "euro|x", OPENING),
                fleet.confirmed(order, "GIFT", "1.00", "EUR", OPENING),
                fleet.placed(order, "PRIMARY", Instant.parse("+100000-01-01T00:00:00Z")),
                fleet.message("orders", "OrderTeleported", OPENING, ""));
        assertThat(told("boxoffice.orders", "undecodable")).isEqualTo(8);
        assertThat(told("boxoffice.orders", "unknown")).isEqualTo(1);

        tell(fleet.confirmed(order, "PRIMARY", "1.00", "EUR", OPENING));
        assertThat(total("REVENUE|EUR")).isEqualTo("1.00");
    }

    @Test
    void aRecordThatIsNoMessageOfOursIsPassedOver() {
        driver.createInputTopic("boxoffice.risk", new StringSerializer(), new ByteArraySerializer())
                .pipeInput(null, "hello".getBytes(StandardCharsets.UTF_8), OPENING);
        assertThat(told("boxoffice.risk", "foreign")).isEqualTo(1);
    }

    private void tell(Message... messages) {
        for (var message : messages) {
            tell(OPENING, message);
        }
    }

    private void tell(Instant when, Message message) {
        var record = message.record();
        driver.createInputTopic(message.topic(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(record.key(), record.value(), new RecordHeaders(record.headers()), when));
    }

    private String total(String what) {
        return value(Counting.TOTALS, EVENT + "|" + (what.contains("|") ? what : what + "|") + "|");
    }

    private String minute(String what, Instant minute) {
        return value(Counting.MINUTES, EVENT + "|" + (what.contains("|") ? what : what + "|") + "|" + minute);
    }

    private String value(String store, String key) {
        var text = driver.<String, String>getKeyValueStore(store).get(key);
        return text == null ? null : Figure.parse(text).value().toPlainString();
    }

    private double told(String topic, String result) {
        return metrics.counter("boxoffice.analytics.messages", "topic", topic, "result", result)
                .count();
    }
}
