package io.boxoffice.payment.provider;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.model.Refund;
import com.stripe.model.StripeCollection;
import com.stripe.net.RequestOptions;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.service.RefundService;
import io.boxoffice.payment.guard.RemoteGuard;
import io.boxoffice.payment.guard.RemoteGuards;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Stripe's Refunds. */
@Component
class StripeRefunds implements RefundProvider {
    private static final Logger log = LoggerFactory.getLogger(StripeRefunds.class);
    private static final String REFUND_ID = "refund_id";
    private static final long PAGE = 100;

    private final RefundService refunds;
    private final RemoteGuard guard;

    StripeRefunds(StripeClient stripe, RemoteGuards guards) {
        this.refunds = stripe.v1().refunds();
        this.guard = guards.named("provider");
    }

    @Override
    public RefundAnswer refund(NewRefund wanted) {
        var params = RefundCreateParams.builder()
                .setPaymentIntent(wanted.intent())
                .setAmount(wanted.amount().movePointRight(2).longValueExact())
                .putMetadata(REFUND_ID, wanted.refundId().toString())
                .putMetadata("order_id", wanted.orderId().toString())
                .build();
        var key = RequestOptions.builder()
                .setIdempotencyKey(wanted.refundId().toString())
                .build();
        return ask("refund", wanted.refundId(), () -> read(refunds.create(params, key)), RefundAnswer.Refused::new);
    }

    @Override
    public RefundAnswer look(String intent, UUID refundId) {
        var params = RefundListParams.builder()
                .setPaymentIntent(intent)
                .setLimit(PAGE)
                .build();
        return ask("look", refundId, () -> find(refunds.list(params), refundId), _ -> new RefundAnswer.Unknown());
    }

    private static RefundAnswer find(StripeCollection<Refund> known, UUID refundId) {
        for (var refund : known.autoPagingIterable()) {
            if (refundId.toString().equals(refund.getMetadata().get(REFUND_ID))) {
                return read(refund);
            }
        }
        return new RefundAnswer.Missing();
    }

    private static RefundAnswer read(Refund refund) {
        return switch (String.valueOf(refund.getStatus())) {
            case "succeeded" -> new RefundAnswer.Done();
            case "failed", "canceled" ->
                new RefundAnswer.Refused(refund.getFailureReason() == null ? "failed" : refund.getFailureReason());
            default -> new RefundAnswer.Unknown();
        };
    }

    private RefundAnswer ask(
            String operation, UUID refundId, Callable<RefundAnswer> call, Function<String, RefundAnswer> refusal) {
        try {
            return guard.call(call);
        } catch (InvalidRequestException | CardException refused) {
            log.atWarn()
                    .addKeyValue("operation", operation)
                    .addKeyValue("refund_id", refundId)
                    .addKeyValue("code", refused.getCode())
                    .log("provider refused the refund");
            return refusal.apply(String.valueOf(refused.getCode()));
        } catch (Exception e) {
            log.atWarn()
                    .addKeyValue("operation", operation)
                    .addKeyValue("refund_id", refundId)
                    .addKeyValue("failure", e.getClass().getSimpleName())
                    .log("provider gave no answer");
            return new RefundAnswer.Unknown();
        }
    }
}
