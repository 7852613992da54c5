package io.boxoffice.payment.refund;

import io.boxoffice.payment.order.OrderProperties;
import io.boxoffice.payment.sql.Sql;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The guarded statements on refunds, and the leases of those who work on them. */
@Component
class RefundMoves {
    private static final String MOVE = Sql.of("refund/move-refund");
    private static final String SETTLE = Sql.of("refund/settle-order");
    private static final String LET_GO = Sql.of("refund/let-go");
    private static final String CLAIM_DUE = Sql.of("refund/claim-due");

    private final JdbcClient jdbc;
    private final double lease;

    RefundMoves(JdbcClient jdbc, OrderProperties properties) {
        this.jdbc = jdbc;
        this.lease = properties.lease().toMillis() / 1000.0;
    }

    /** What changes besides the step; null stays as it was. */
    record Change(
            @Nullable RefundStatus status,
            @Nullable String failure,
            @Nullable Boolean withTickets) {
        static final Change NONE = new Change(null, null, null);
    }

    boolean make(Refund refund, RefundStep to, Change change) {
        return jdbc.sql(MOVE)
                        .param("refund", refund.id())
                        .param("from", refund.step().name())
                        .param("to", to.name())
                        .param(
                                "status",
                                change.status() == null ? null : change.status().name())
                        .param("failure", change.failure())
                        .param("withTickets", change.withTickets())
                        .param("lease", lease)
                        .update()
                == 1;
    }

    /** Writes a refund that succeeded into its order, and says whether nothing of the order is left. */
    boolean settle(Refund refund) {
        lockOrder(refund);
        return jdbc.sql(SETTLE)
                .param("refund", refund.id())
                .param("order", refund.orderId())
                .param("amount", refund.amount())
                .param("cause", refund.cause().wire())
                .query(String.class)
                .single()
                .equals("REFUNDED");
    }

    /** Gives back to its order what a failed refund had claimed. */
    void letGo(Refund refund) {
        lockOrder(refund);
        jdbc.sql(LET_GO)
                .param("refund", refund.id())
                .param("order", refund.orderId())
                .param("amount", refund.amount())
                .update();
    }

    /** Before its items, always in this order: nobody waits for somebody who waits for them. */
    private void lockOrder(Refund refund) {
        jdbc.sql("SELECT 1 FROM orders WHERE order_id = ? FOR UPDATE")
                .param(refund.orderId())
                .query(Integer.class)
                .single();
    }

    /** Takes the lease of an unfinished refund that nobody works on. */
    boolean claim(UUID refundId) {
        return jdbc.sql("UPDATE refunds SET worked_until = clock_timestamp() + make_interval(secs => ?)"
                                + " WHERE refund_id = ? AND step <> 'ENDED' AND worked_until < clock_timestamp()")
                        .params(lease, refundId)
                        .update()
                == 1;
    }

    /** Takes the leases of refunds that nobody has worked on since {@code before}. */
    List<UUID> claimDue(Instant before, int batch) {
        return jdbc.sql(CLAIM_DUE)
                .param("lease", lease)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("batch", batch)
                .query((row, _) -> row.getObject("refund_id", UUID.class))
                .list();
    }

    /** Gives the lease back: nobody works on the refund until the next round, or until something is heard. */
    void release(UUID refundId) {
        jdbc.sql("UPDATE refunds SET worked_until = clock_timestamp() WHERE refund_id = ? AND step <> 'ENDED'")
                .param(refundId)
                .update();
    }

    /** The database's clock, which all leases go by. */
    Instant now() {
        return jdbc.sql("SELECT clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
