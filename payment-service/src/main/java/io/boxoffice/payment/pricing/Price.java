package io.boxoffice.payment.pricing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What seats cost in all.
 *
 * @param tickets the seats alone
 * @param fees what comes on top
 * @param tax contained in {@code total}, whether it was added or was in the prices already
 * @param total what is paid
 * @param ticketFees what each seat's ticket costs in fees, by seat
 */
public record Price(
        BigDecimal tickets,
        List<Fee> fees,
        BigDecimal tax,
        BigDecimal total,
        String currency,
        @JsonIgnore Map<UUID, BigDecimal> ticketFees) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Prices seats: ticket fees round half up for each ticket, tax once for the order. */
    public static Price of(List<Seat> seats, FeeTerms terms, String currency) {
        var tickets = seats.stream().map(Seat::price).reduce(Money.exact(BigDecimal.ZERO), BigDecimal::add);
        var ticketFees = new LinkedHashMap<UUID, BigDecimal>();
        seats.forEach(seat -> ticketFees.put(seat.seatId(), ticketFee(seat.price(), terms)));
        var perTickets = ticketFees.values().stream().reduce(Money.exact(BigDecimal.ZERO), BigDecimal::add);
        var fees = new ArrayList<Fee>();
        add(fees, "ticket_fees", perTickets);
        add(fees, "order_fee", Money.rounded(terms.perOrder()));
        var net = fees.stream().map(Fee::amount).reduce(tickets, BigDecimal::add);
        var tax = tax(net, terms);
        return new Price(
                tickets, List.copyOf(fees), tax, terms.taxIncluded() ? net : net.add(tax), currency, ticketFees);
    }

    private static BigDecimal ticketFee(BigDecimal price, FeeTerms terms) {
        return Money.rounded(
                price.multiply(terms.perTicketPercent()).divide(HUNDRED).add(terms.perTicketFixed()));
    }

    private static BigDecimal tax(BigDecimal net, FeeTerms terms) {
        var share = net.multiply(terms.taxPercent());
        var whole = terms.taxIncluded() ? HUNDRED.add(terms.taxPercent()) : HUNDRED;
        return share.divide(whole, 2, RoundingMode.HALF_UP);
    }

    private static void add(List<Fee> fees, String name, BigDecimal amount) {
        if (amount.signum() != 0) {
            fees.add(new Fee(name, amount));
        }
    }
}
