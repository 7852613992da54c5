package io.boxoffice.payment.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTests {

    @Test
    void taxThatIsIncludedIsShownAndNotAdded() {
        var price = Price.of(seats("500.00", "500.00"), terms("10", "1.50", "2.00", "19", true), "EUR");
        assertThat(price.tickets()).isEqualTo("1000.00");
        assertThat(price.fees())
                .containsExactly(
                        new Fee("ticket_fees", new BigDecimal("103.00")), new Fee("order_fee", new BigDecimal("2.00")));
        assertThat(price.tax()).isEqualTo("176.43");
        assertThat(price.total()).isEqualTo("1105.00");
    }

    @Test
    void taxThatIsNotIncludedIsAddedOnce() {
        var price = Price.of(seats("10.00"), terms("0", "0", "0.05", "19", false), "EUR");
        assertThat(price.tax()).isEqualTo("1.91");
        assertThat(price.total()).isEqualTo("11.96");
    }

    @Test
    void feesRoundHalfUpForEachTicket() {
        var price = Price.of(seats("0.05", "0.05", "0.05"), terms("10", "0", "0", "0", true), "EUR");
        assertThat(price.fees()).containsExactly(new Fee("ticket_fees", new BigDecimal("0.03")));
    }

    @Test
    void withoutFeesThereAreNoLines() {
        var price = Price.of(seats("20"), FeeTerms.NONE, "EUR");
        assertThat(price.fees()).isEmpty();
        assertThat(price.total()).isEqualTo("20.00");
        assertThat(price.tax()).isEqualTo("0.00");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 42, 2026})
    void whateverTheTermsTheSumIsExact(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            var seats = randomSeats(random);
            var terms = terms(
                    random.nextInt(3000) / 100.0 + "",
                    random.nextInt(500) / 100.0 + "",
                    random.nextInt(500) / 100.0 + "",
                    random.nextInt(3000) / 100.0 + "",
                    random.nextBoolean());
            var price = Price.of(seats, terms, "EUR");

            var net = price.fees().stream().map(Fee::amount).reduce(price.tickets(), BigDecimal::add);
            var added = terms.taxIncluded() ? BigDecimal.ZERO : price.tax();
            assertThat(price.total()).as("seed %d, round %d", seed, round).isEqualTo(net.add(added));
            assertThat(price.total().scale()).isEqualTo(2);
            var single = seats.stream()
                    .map(seat -> Price.of(List.of(seat), feesOnly(terms), "EUR").total())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(net.subtract(Money.rounded(terms.perOrder()))).isEqualTo(single);
        }
    }

    @Test
    void onlyCurrenciesWithTwoDecimalsAreTaken() {
        assertThat(List.of("EUR", "USD", "GBP")).allMatch(Money::isSupported);
        assertThat(List.of("JPY", "KWD", "XXX", "nonsense")).noneMatch(Money::isSupported);
    }

    private static List<Seat> randomSeats(Random random) {
        var seats = new ArrayList<Seat>();
        for (int i = 0; i <= random.nextInt(8); i++) {
            seats.add(seat(BigDecimal.valueOf(random.nextInt(1, 100_000), 2)));
        }
        return seats;
    }

    private static FeeTerms feesOnly(FeeTerms terms) {
        return new FeeTerms(
                terms.perTicketPercent(), terms.perTicketFixed(), BigDecimal.ZERO, terms.taxPercent(), true);
    }

    private static List<Seat> seats(String... prices) {
        return java.util.Arrays.stream(prices)
                .map(price -> seat(new BigDecimal(price)))
                .toList();
    }

    private static Seat seat(BigDecimal price) {
        return new Seat(UUID.randomUUID(), "Floor", "A", "1", price);
    }

    private static FeeTerms terms(String percent, String fixed, String order, String tax, boolean included) {
        return new FeeTerms(
                new BigDecimal(percent), new BigDecimal(fixed), new BigDecimal(order), new BigDecimal(tax), included);
    }
}
