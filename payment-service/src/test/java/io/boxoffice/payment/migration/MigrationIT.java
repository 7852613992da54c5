package io.boxoffice.payment.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.payment.PaymentFixture;
import java.math.BigDecimal;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A database of the version before the ledger. */
class MigrationIT extends PaymentFixture {
    private static final UUID ORDER = newId();

    @Autowired
    private DataSource database;

    @Test
    void ordersSoldBeforeGetItemsAndTheirChargesAreBooked() {
        migrate("1");
        jdbc.sql("""
                        INSERT INTO before.orders (order_id, user_id, event_id, hold_id, status, step, payment_method, expected_total,
                            total_amount, currency, seats, fees, tax, worked_until, confirmed_at)
                        VALUES (?, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'CAPTURED', 'ENDED', 'pm', 34.34,
                            34.34, 'EUR', ?::jsonb, '[{"name":"ticket_fees","amount":2.34},{"name":"order_fee","amount":2.00}]',
                            5.48, now(), now())""")
                .params(ORDER, "[%s,%s,%s]".formatted(seat(1), seat(2), seat(3)))
                .update();
        migrate("2");

        assertThat(jdbc.sql("SELECT price || ' ' || fee || ' ' || status FROM before.order_items ORDER BY seat_number")
                        .query(String.class)
                        .list())
                .hasSize(3)
                .allMatch(item -> item.startsWith("10.00 0.7") && item.endsWith(" ACTIVE"));
        assertThat(sum("SELECT sum(fee) FROM before.order_items")).isEqualByComparingTo("2.34");
        assertThat(sum("SELECT sum(debit - credit) FROM before.ledger_entries")).isEqualByComparingTo("0");
        assertThat(sum("SELECT debit FROM before.ledger_entries WHERE account = 'PROVIDER_RECEIVABLE'"))
                .isEqualByComparingTo("34.34");
        assertThat(sum("SELECT credit FROM before.ledger_entries WHERE account = 'TAX_PAYABLE'"))
                .isEqualByComparingTo("5.48");
    }

    private BigDecimal sum(String sql) {
        return jdbc.sql(sql).query(BigDecimal.class).single();
    }

    private static String seat(int number) {
        return """
                {"seat_id":"%s","section":"Floor","row":"A","seat_number":"%d","price":10.00}""".formatted(newId(), number);
    }

    private void migrate(String version) {
        Flyway.configure()
                .dataSource(database)
                .schemas("before")
                .locations("classpath:db/common", "classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }
}
