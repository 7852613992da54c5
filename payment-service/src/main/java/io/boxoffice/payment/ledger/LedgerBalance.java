package io.boxoffice.payment.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What the ledger adds up to: {@code boxoffice_ledger_imbalance} is the sum over all currencies, zero for ever. */
@Component
class LedgerBalance {
    private final JdbcClient jdbc;
    private final AtomicReference<Double> imbalance = new AtomicReference<>(0.0);

    LedgerBalance(JdbcClient jdbc, MeterRegistry metrics) {
        this.jdbc = jdbc;
        metrics.gauge("boxoffice.ledger.imbalance", imbalance, AtomicReference::get);
    }

    /** All entries in one currency; the balance is debits less credits. */
    record OfCurrency(String currency, BigDecimal debit, BigDecimal credit, BigDecimal balance) {}

    /** All entries of one account in one currency. */
    record OfAccount(String account, String currency, BigDecimal debit, BigDecimal credit, BigDecimal balance) {}

    List<OfCurrency> currencies() {
        return jdbc.sql("SELECT currency, sum(debit) AS debit, sum(credit) AS credit, sum(debit - credit) AS balance"
                        + " FROM ledger_entries GROUP BY currency ORDER BY currency")
                .query((row, _) -> new OfCurrency(
                        row.getString("currency"),
                        row.getBigDecimal("debit"),
                        row.getBigDecimal("credit"),
                        row.getBigDecimal("balance")))
                .list();
    }

    List<OfAccount> accounts() {
        return jdbc.sql("SELECT account, currency, sum(debit) AS debit, sum(credit) AS credit,"
                        + " sum(debit - credit) AS balance"
                        + " FROM ledger_entries GROUP BY account, currency ORDER BY account, currency")
                .query((row, _) -> new OfAccount(
                        row.getString("account"),
                        row.getString("currency"),
                        row.getBigDecimal("debit"),
                        row.getBigDecimal("credit"),
                        row.getBigDecimal("balance")))
                .list();
    }

    @Scheduled(initialDelayString = "1m", fixedDelayString = "1m")
    void measure() {
        imbalance.set(currencies().stream()
                .mapToDouble(currency -> currency.balance().abs().doubleValue())
                .sum());
    }
}
