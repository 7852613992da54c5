package io.boxoffice.payment.ledger;

import io.boxoffice.payment.provider.ProviderBooks;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares what we say was taken and given back with what the provider says. Orders under way may differ for a moment. */
@Component
class Reconciliation {
    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    private final JdbcClient jdbc;
    private final ProviderBooks provider;

    Reconciliation(JdbcClient jdbc, ProviderBooks provider) {
        this.jdbc = jdbc;
        this.provider = provider;
    }

    record Amounts(BigDecimal captured, BigDecimal refunded) {
        boolean agreesWith(Amounts other) {
            return captured.compareTo(other.captured) == 0 && refunded.compareTo(other.refunded) == 0;
        }
    }

    record Difference(String paymentIntent, @Nullable UUID orderId, Amounts ours, Amounts provider) {}

    record Report(int checked, List<Difference> differences) {}

    private record Ours(UUID orderId, Amounts amounts) {}

    Report report() {
        var ours = ours();
        var refunded = provider.refunded();
        var differences = new ArrayList<Difference>();
        var checked = new int[1];
        provider.eachPayment(payment -> {
            var known = ours.remove(payment.intent());
            var said = new Amounts(payment.captured(), refunded.getOrDefault(payment.intent(), NOTHING));
            compare(payment.intent(), known, said, differences);
            checked[0]++;
        });
        ours.forEach((intent, known) -> compare(intent, known, new Amounts(NOTHING, NOTHING), differences));
        return new Report(checked[0] + ours.size(), List.copyOf(differences));
    }

    private static void compare(String intent, @Nullable Ours known, Amounts said, List<Difference> differences) {
        var ours = known == null ? new Amounts(NOTHING, NOTHING) : known.amounts();
        if (!ours.agreesWith(said)) {
            differences.add(new Difference(intent, known == null ? null : known.orderId(), ours, said));
        }
    }

    /** By the ledger, not by the orders' states. */
    private Map<String, Ours> ours() {
        var ours = new HashMap<String, Ours>();
        jdbc.sql("SELECT o.payment_intent, o.order_id, coalesce(sum(l.debit), 0.00) AS captured,"
                        + " coalesce(sum(l.credit), 0.00) AS refunded FROM orders o"
                        + " LEFT JOIN ledger_entries l ON l.order_id = o.order_id AND l.account = 'PROVIDER_RECEIVABLE'"
                        + " WHERE o.payment_intent IS NOT NULL GROUP BY o.payment_intent, o.order_id")
                .query(row -> {
                    ours.put(
                            row.getString("payment_intent"),
                            new Ours(
                                    row.getObject("order_id", UUID.class),
                                    new Amounts(row.getBigDecimal("captured"), row.getBigDecimal("refunded"))));
                });
        return ours;
    }
}
