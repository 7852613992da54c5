package io.boxoffice.payment.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What a buyer was charged, and for what.
 *
 * @param tickets their prices
 * @param fees on top of them
 * @param tax on both; contained in them where {@code total} is their sum
 * @param resale whether a fan sold the tickets, and not the organiser
 */
public record Charge(BigDecimal tickets, BigDecimal fees, BigDecimal tax, BigDecimal total, boolean resale) {

    /** The charge of an order. */
    public static Charge of(List<Seat> seats, List<Fee> fees, BigDecimal tax, BigDecimal total, boolean resale) {
        var zero = Money.exact(BigDecimal.ZERO);
        return new Charge(
                seats.stream().map(Seat::price).reduce(zero, BigDecimal::add),
                fees.stream().map(Fee::amount).reduce(zero, BigDecimal::add),
                tax,
                total,
                resale);
    }

    /** Whether prices and fees contain the tax already. */
    public boolean taxIncluded() {
        return tickets.add(fees).compareTo(total) == 0;
    }

    /** What the whole of it consists of. */
    public Parts parts() {
        return parts(tickets, fees);
    }

    /**
     * What some of its tickets and fees consist of. Shares are taken of the running sum of all that is given back, so that
     * rounding evens out and the last refund brings every part to zero.
     */
    public Parts parts(BigDecimal someTickets, BigDecimal someFees) {
        var share = share(tax, someTickets.add(someFees), tickets.add(fees));
        if (!taxIncluded()) {
            return new Parts(someTickets, someFees, share);
        }
        var inFees = share(share(tax, fees, tickets.add(fees)), someFees, fees);
        return new Parts(someTickets.subtract(share.subtract(inFees)), someFees.subtract(inFees), share);
    }

    private static BigDecimal share(BigDecimal amount, BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? Money.exact(BigDecimal.ZERO)
                : amount.multiply(part).divide(whole, 2, RoundingMode.HALF_UP);
    }
}
