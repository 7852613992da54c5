package io.boxoffice.payment.ledger;

import io.boxoffice.common.Ids;
import io.boxoffice.payment.ledger.Posting.Kind;
import io.boxoffice.payment.ledger.Posting.Refs;
import io.boxoffice.payment.pricing.Charge;
import io.boxoffice.payment.pricing.Parts;
import io.boxoffice.payment.sql.Sql;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Posts what happened to money, in the transaction of the change that made it happen, once for each cause. */
@Component
public class Ledger {
    private static final String POST = Sql.of("ledger/post");
    private static final String CANCEL_PAYOUT = Sql.of("ledger/cancel-payout");

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Ledger(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The provider has taken an order's money. */
    public void captured(UUID orderId, Charge charge, String currency) {
        var parts = charge.parts();
        post(Posting.of(Kind.CAPTURE, "capture:" + orderId, currency, new Refs(orderId, null, null))
                .moving(parts.tickets(), seller(charge), Account.PROVIDER_RECEIVABLE)
                .moving(parts.fees(), Account.FEE_REVENUE, Account.PROVIDER_RECEIVABLE)
                .moving(parts.tax(), Account.TAX_PAYABLE, Account.PROVIDER_RECEIVABLE));
    }

    /** The provider has given back some of an order's money. */
    public void refunded(UUID refundId, UUID orderId, Charge charge, Parts parts, String currency) {
        post(Posting.of(Kind.REFUND, "refund:" + refundId, currency, new Refs(orderId, refundId, null))
                .moving(parts.tickets(), Account.PROVIDER_RECEIVABLE, seller(charge))
                .moving(parts.fees(), Account.PROVIDER_RECEIVABLE, Account.FEE_REVENUE)
                .moving(parts.tax(), Account.PROVIDER_RECEIVABLE, Account.TAX_PAYABLE));
    }

    /** What a fan sold is to be paid out to them, less our fee. */
    void payoutDue(Payout payout) {
        post(Posting.of(
                        Kind.PAYOUT_DUE,
                        "payout-due:" + payout.payoutId(),
                        payout.currency(),
                        new Refs(payout.orderId(), null, payout.payoutId()))
                .moving(payout.amount(), Account.PAYOUTS_DUE, Account.SELLER_PAYABLE)
                .moving(payout.platformFee(), Account.PLATFORM_FEE_REVENUE, Account.SELLER_PAYABLE));
    }

    /** It will not be paid after all; the price is held for the seller again, or for whoever is refunded. */
    void payoutCancelled(Payout payout) {
        jdbc.sql(CANCEL_PAYOUT)
                .param("transaction", Ids.next())
                .param("payout", payout.payoutId())
                .update();
    }

    private void post(Posting posting) {
        jdbc.sql(POST)
                .param("transaction", Ids.next())
                .param("kind", posting.kind().name())
                .param("cause", posting.cause())
                .param("currency", posting.currency())
                .param("order", posting.refs().orderId())
                .param("refund", posting.refs().refundId())
                .param("payout", posting.refs().payoutId())
                .param("lines", json.writeValueAsString(posting.lines()))
                .update();
    }

    private static Account seller(Charge charge) {
        return charge.resale() ? Account.SELLER_PAYABLE : Account.ORGANISER_PAYABLE;
    }
}
