package io.boxoffice.e2e.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.auditor.rule.Notes;
import io.boxoffice.e2e.check.SaleNotes;
import io.boxoffice.e2e.client.BoxofficeClient;
import io.boxoffice.e2e.client.Mailbox;
import io.boxoffice.e2e.client.Person;
import io.boxoffice.e2e.client.SupportClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AftermathTests {

    private static final int SEATS = 40;
    private static final DemoOptions OPTIONS = new DemoOptions(60, SEATS, 7, 0, 0.3, 0.3, false, false, false, false);

    private final FakeBoxoffice boxoffice = new FakeBoxoffice(SEATS);
    private final Tally tally = new Tally();
    private final SaleNotes notes =
            new SaleNotes(boxoffice.event, Instant.now().minusSeconds(60), 4, Map.of("Floor", SEATS));
    private final Sale sale = new Sale(
            boxoffice.event,
            Instant.now(),
            Map.of("Floor", "A"),
            new MeasuredExchange(boxoffice, tally),
            new Mailbox(boxoffice::mail),
            Duration.ofSeconds(10),
            tally,
            notes,
            2);
    private final BoxofficeClient staff = new BoxofficeClient(sale.gateway(), "staff", "10.0.0.1");
    private final Gate gate = new Gate(sale, List.of(staff), 7);

    @BeforeEach
    void theSaleIsOver() throws Exception {
        new Crowd(sale, people("fan-", 60), OPTIONS, Rush.within(Duration.ofMillis(500), 2), 0.02).come(List.of());
    }

    @Test
    void ticketsChangeHandsOnceMoneyGoesBackAndTheGateKnowsWhichCodesAreDead() throws Exception {
        play();

        assertThat(notes.gaveUp()).isEmpty();
        assertThat(notes.surprises()).isEmpty();
        assertThat(tally.listed.sum()).isPositive().isEqualTo(tally.resold.sum());
        assertThat(tally.refunds.sum()).isPositive();
        assertThat(notes.codes()).extracting(Notes.Code::why).contains("sold on", "refunded");
        assertThat(notes.codes()).allMatch(code -> code.answered().equals(code.expected()));
        assertThat(tally.reached(Tally.Stop.SCANNED)).isPositive();
        assertThat(notes.admittances()).doesNotHaveDuplicates();
    }

    @Test
    void aGateThatLetsASellerInIsNoticed() throws Exception {
        boxoffice.afterwards.gateForgets = true;

        play();

        assertThat(notes.codes())
                .filteredOn(code -> !code.answered().equals(code.expected()))
                .isNotEmpty()
                .allMatch(code -> code.expected().equals("transferred"));
    }

    private void play() throws Exception {
        var aftermath = new Aftermath(sale, gate, new SupportClient(staff), OPTIONS);
        aftermath.play(people("late-", aftermath.buyersWanted()));
        gate.open();
    }

    private static List<Person> people(String prefix, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(fan -> new Person(prefix + fan, UUID.randomUUID(), "bearer-" + prefix + fan, Instant.MAX))
                .toList();
    }
}
