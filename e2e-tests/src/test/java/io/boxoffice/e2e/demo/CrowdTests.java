package io.boxoffice.e2e.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.e2e.check.SaleNotes;
import io.boxoffice.e2e.client.Mailbox;
import io.boxoffice.e2e.client.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CrowdTests {

    private static final int SEATS = 40;

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

    @Test
    void aCrowdBuysEverythingAndKnowsWhatItBought() throws Exception {
        come(120, 0);

        assertThat(tally.fansDone.sum()).isEqualTo(120);
        assertThat(notes.surprises()).isEmpty();
        assertThat(notes.gaveUp()).isEmpty();
        assertThat(notes.wrongPictures()).isEmpty();
        assertThat(notes.joins()).hasSize(120);
        assertThat(notes.purchases()).hasSameSizeAs(boxoffice.orders);
        long sold = boxoffice.seats.values().stream().filter("P"::equals).count();
        assertThat(tally.soldSeats.sum()).isEqualTo(sold).isGreaterThan(SEATS * 3 / 4);
        assertThat(tally.mails.sum()).isEqualTo(tally.orders.sum());
        assertThat(sale.codes()).hasSize((int) sold);
        assertThat(notes.walkedAway()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void botsTryWhatIsNotTheirsAndWinNothingByIt() throws Exception {
        come(60, 0.5);

        assertThat(notes.surprises()).isEmpty();
        assertThat(notes.gaveUp()).isEmpty();
        assertThat(tally.errors()).doesNotContainKey("gave-up");
        assertThat(notes.joins()).as("only people's joins are judged").hasSize(30);
    }

    private void come(int fans, double bots) throws Exception {
        List<Person> people = IntStream.rangeClosed(1, fans)
                .mapToObj(fan -> new Person("fan-" + fan, UUID.randomUUID(), "bearer-" + fan, Instant.MAX))
                .toList();
        new Crowd(
                        sale,
                        people,
                        new DemoOptions(fans, SEATS, 7, bots, 0, 0, false, false, false, false),
                        Rush.within(Duration.ofMillis(500), 2),
                        0.02)
                .come(List.of());
    }
}
