package io.boxoffice.resale.payout;

import io.boxoffice.common.Ids;
import io.boxoffice.resale.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What sellers are owed. When it is due follows the event's date, until it is. */
@Repository
public class Payouts {
    private static final String FALL_DUE = Sql.of("payout/fall-due");
    private static final String CANCEL = Sql.of("payout/cancel");

    private final JdbcClient jdbc;
    private final PayoutProperties properties;
    private final Clock clock;

    Payouts(JdbcClient jdbc, PayoutProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    /** Notes what the seller gets; call it in the transaction of the sale. */
    public void owe(Sale sale) {
        var fee = Payout.fee(sale.total(), properties.platformFeePercent());
        jdbc.sql("""
                        INSERT INTO payouts (payout_id, listing_id, order_id, event_id, seller_id, amount, platform_fee,
                            currency, immediate, created_at)
                        SELECT :payout, :listing, :order, event_id, :seller, :amount, :fee, :currency, payout_immediate,
                            :now
                        FROM events WHERE event_id = :event
                        """)
                .param("payout", Ids.next())
                .param("listing", sale.listingId())
                .param("order", sale.orderId())
                .param("seller", sale.sellerId())
                .param("amount", sale.total().subtract(fee))
                .param("fee", fee)
                .param("currency", sale.currency())
                .param("now", Sql.at(clock.instant()))
                .param("event", sale.eventId())
                .update();
    }

    /** What the seller of a listing may know. */
    public Optional<PayoutFacts> of(UUID listingId) {
        return jdbc.sql("""
                        SELECT p.amount, p.platform_fee, p.status, coalesce(p.due_at,
                            CASE WHEN p.immediate THEN p.created_at ELSE e.date + make_interval(secs => ?) END) AS due_at
                        FROM payouts p JOIN events e USING (event_id) WHERE p.listing_id = ?
                        """)
                .params(delaySeconds(), listingId)
                .query((row, _) -> new PayoutFacts(
                        row.getBigDecimal("amount"),
                        row.getBigDecimal("platform_fee"),
                        row.getString("status"),
                        Sql.instant(row, "due_at")))
                .optional();
    }

    List<Payout> fallDue() {
        return jdbc.sql(FALL_DUE)
                .param("delay", delaySeconds())
                .param("now", Sql.at(clock.instant()))
                .query((row, _) -> payout(row))
                .list();
    }

    List<Payout> cancel() {
        return jdbc.sql(CANCEL)
                .param("delay", delaySeconds())
                .query((row, _) -> payout(row))
                .list();
    }

    private double delaySeconds() {
        return properties.payoutDelay().toMillis() / 1000.0;
    }

    private static Payout payout(ResultSet row) throws SQLException {
        return new Payout(
                Sql.uuid(row, "payout_id"),
                Sql.uuid(row, "listing_id"),
                Sql.uuid(row, "order_id"),
                Sql.uuid(row, "event_id"),
                Sql.uuid(row, "seller_id"),
                row.getBigDecimal("amount"),
                row.getBigDecimal("platform_fee"),
                row.getString("currency"),
                Payout.Status.valueOf(row.getString("status")),
                Sql.instant(row, "due_at"));
    }
}
