package io.boxoffice.analytics.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.analytics.Messages;
import io.boxoffice.analytics.Messages.Message;
import io.boxoffice.analytics.figure.Fact;
import io.boxoffice.common.test.GoldenFiles;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireTests {
    private final Set<UUID> resale = new HashSet<>();

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            waiting-room-service | EntryJoined            | JOINED 1234
            waiting-room-service | EntryAdmitted          | ADMITTED 1, WAIT_MILLIS 86401376, WAIT_BUCKET/22 1
            waiting-room-service | EntryAbandoned         | QUEUE_ABANDONED 1
            waiting-room-service | EntryExpired           | QUEUE_EXPIRED 1
            inventory-service    | SeatsHeld              | HELD 1
            payment-service      | OrderPlaced            | PLACED 1, FUNNEL_ORDERED 1
            payment-service      | OrderConfirmed         | CONFIRMED 1, FUNNEL_CONFIRMED 1, TICKETS 2, REVENUE/EUR 1105.00
            payment-service      | OrderDeclined          | DECLINED 1
            payment-service      | OrderExpired           | EXPIRED 1
            payment-service      | OrderVoided            | VOIDED 1
            payment-service      | PaymentCaptured        | FUNNEL_CAPTURED 1
            payment-service      | OrderRefunded          | REFUNDS 1, REFUND_AMOUNT/EUR 551.50, REVENUE/EUR -551.50
            resale-service       | TicketListed           | LISTED 2
            resale-service       | ListingSold            | RESOLD 2
            fraud-service        | ChallengeIssued        | CHALLENGED 1
            fraud-service        | ChallengeSolved        | SOLVED 1
            fraud-service        | AccountFlagged         | BLOCKED 1
            """)
    void isCountedAsItsProducerWritesIt(String service, String name, String facts) {
        assertThat(read(service, name, name))
                .isInstanceOfSatisfying(
                        Reading.Counts.class,
                        counts -> assertThat(counts.facts().stream()
                                        .map(WireTests::text)
                                        .collect(Collectors.joining(", ")))
                                .isEqualTo(facts));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            event-service        | EventPublished,EventUpdated,SalePhaseChanged,EventPostponed,EventCancelled
            waiting-room-service | SessionEnded,SessionSuperseded,AdmissionRateChanged
            inventory-service    | SeatsProvisioned,SeatsProvisioningFailed,SeatsReleased,SeatsPurchased,SaleSoldOut,SaleReopened
            inventory-service    | TicketIssued,TicketRevoked,TicketTransferred,TicketScanned
            payment-service      | CaptureFailed,OrderStuck,RefundFailed
            resale-service       | ListingCancelled,PayoutDue,PayoutCancelled
            fraud-service        | RiskScored,ChallengeFailed
            gateway-service      | RequestObserved
            """)
    void theRestIsKnownAndAddsNothing(String service, String names) {
        assertThat(Arrays.stream(names.split(",")).map(name -> read(service, name, name)))
                .allMatch(Reading.Ignored.class::isInstance);
    }

    @Test
    void anOrderFromAFanIsNoRevenueOfTheBoxOffice() {
        assertThat(read("payment-service", "OrderConfirmed", "OrderConfirmedResale"))
                .isInstanceOfSatisfying(
                        Reading.Counts.class,
                        counts -> assertThat(counts.facts())
                                .extracting(WireTests::text)
                                .containsExactly("CONFIRMED 1"));
    }

    private Reading read(String service, String name, String file) {
        var kebab = file.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase();
        var sent =
                new Message("t", UUID.randomUUID(), UUID.randomUUID(), name, GoldenFiles.read(service, kebab)).record();
        var heard = new ConsumerRecord<>("t", 0, 0, sent.key(), sent.value());
        sent.headers().forEach(header -> heard.headers().add(header));
        return Facts.of(Messages.reader().read(heard).orElseThrow(), new ResaleOrders() {
            @Override
            public void add(UUID orderId) {
                resale.add(orderId);
            }

            @Override
            public boolean contains(UUID orderId) {
                return resale.contains(orderId);
            }
        });
    }

    private static String text(Fact fact) {
        return fact.metric() + (fact.label().isEmpty() ? "" : "/" + fact.label()) + " " + fact.value();
    }
}
