package io.boxoffice.payment.provider;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.RefundListParams;
import io.boxoffice.common.web.Problems;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Stripe's lists, page by page. */
@Component
class StripeBooks implements ProviderBooks {
    private static final Logger log = LoggerFactory.getLogger(StripeBooks.class);
    private static final long PAGE = 100;

    private final StripeClient stripe;

    StripeBooks(StripeClient stripe) {
        this.stripe = stripe;
    }

    private interface Reading {
        void run() throws StripeException;
    }

    @Override
    public void eachPayment(Consumer<Payment> consumer) {
        var params = PaymentIntentListParams.builder().setLimit(PAGE).build();
        read(() -> stripe.v1()
                .paymentIntents()
                .list(params)
                .autoPagingIterable()
                .forEach(intent -> consumer.accept(new Payment(intent.getId(), major(intent.getAmountReceived())))));
    }

    @Override
    public Map<String, BigDecimal> refunded() {
        var refunded = new HashMap<String, BigDecimal>();
        var params = RefundListParams.builder().setLimit(PAGE).build();
        read(() -> stripe.v1().refunds().list(params).autoPagingIterable().forEach(refund -> {
            if ("succeeded".equals(refund.getStatus())) {
                refunded.merge(refund.getPaymentIntent(), major(refund.getAmount()), BigDecimal::add);
            }
        }));
        return refunded;
    }

    private static BigDecimal major(long minor) {
        return BigDecimal.valueOf(minor, 2);
    }

    /** The library's own iterators wrap what goes wrong while paging. */
    private static void read(Reading reading) {
        try {
            reading.run();
        } catch (Exception e) {
            log.atWarn().addKeyValue("failure", e.getClass().getSimpleName()).log("provider's books cannot be read");
            throw Problems.unavailable("The provider's books cannot be read now; repeat the request.");
        }
    }
}
