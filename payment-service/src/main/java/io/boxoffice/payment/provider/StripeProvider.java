package io.boxoffice.payment.provider;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.model.PaymentIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.service.PaymentIntentService;
import io.boxoffice.payment.guard.RemoteGuard;
import io.boxoffice.payment.guard.RemoteGuards;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Stripe's PaymentIntents. */
@Component
class StripeProvider implements PaymentProvider {
    private static final Logger log = LoggerFactory.getLogger(StripeProvider.class);
    private static final String NOT_IN_THAT_STATE = "payment_intent_unexpected_state";

    private final PaymentIntentService intents;
    private final RemoteGuard guard;

    StripeProvider(StripeClient stripe, RemoteGuards guards) {
        this.intents = stripe.v1().paymentIntents();
        this.guard = guards.named("provider");
    }

    @Override
    public Answer create(NewIntent wanted) {
        var params = PaymentIntentCreateParams.builder()
                .setAmount(wanted.amount().movePointRight(2).longValueExact())
                .setCurrency(wanted.currency().toLowerCase(Locale.ROOT))
                .setCaptureMethod(PaymentIntentCreateParams.CaptureMethod.MANUAL)
                .addPaymentMethodType("card")
                .setPaymentMethod(wanted.paymentMethod())
                .putMetadata("order_id", wanted.orderId().toString())
                .putMetadata("event_id", wanted.eventId().toString())
                .putMetadata("hold_id", wanted.holdId().toString())
                .putMetadata("user_id", wanted.userId().toString())
                .build();
        return ask("create", wanted.orderId(), () -> intents.create(params, key(wanted.orderId(), "create")));
    }

    @Override
    public Answer confirm(UUID orderId, String intent) {
        var params = PaymentIntentConfirmParams.builder().build();
        return change("confirm", orderId, intent, () -> intents.confirm(intent, params, key(orderId, "confirm")));
    }

    @Override
    public Answer capture(UUID orderId, String intent) {
        var params = PaymentIntentCaptureParams.builder().build();
        return change("capture", orderId, intent, () -> intents.capture(intent, params, key(orderId, "capture")));
    }

    @Override
    public Answer cancel(UUID orderId, String intent) {
        var params = PaymentIntentCancelParams.builder().build();
        return change("cancel", orderId, intent, () -> intents.cancel(intent, params, key(orderId, "cancel")));
    }

    @Override
    public Answer retrieve(String intent) {
        return ask("retrieve", intent, () -> intents.retrieve(intent));
    }

    /** An intent that is not in the state for a change may have had it before: a look tells. */
    private Answer change(String operation, UUID orderId, String intent, Callable<PaymentIntent> call) {
        var answer = ask(operation, orderId, call);
        return answer instanceof Answer.Refused refused && refused.code().equals(NOT_IN_THAT_STATE)
                ? retrieve(intent)
                : answer;
    }

    private Answer ask(String operation, Object subject, Callable<PaymentIntent> call) {
        try {
            return StripeIntents.read(guard.call(call));
        } catch (CardException declined) {
            return StripeIntents.declined(declined);
        } catch (InvalidRequestException refused) {
            log.atWarn()
                    .addKeyValue("operation", operation)
                    .addKeyValue("subject", subject)
                    .addKeyValue("code", refused.getCode())
                    .addKeyValue("param", refused.getParam())
                    .log("provider refused the request");
            return new Answer.Refused(String.valueOf(refused.getCode()), "payment_method".equals(refused.getParam()));
        } catch (Exception e) {
            log.atWarn()
                    .addKeyValue("operation", operation)
                    .addKeyValue("subject", subject)
                    .addKeyValue("failure", e.getClass().getSimpleName())
                    .log("provider gave no answer");
            return new Answer.Unknown();
        }
    }

    private static RequestOptions key(UUID orderId, String operation) {
        return RequestOptions.builder()
                .setIdempotencyKey(orderId + ":" + operation)
                .build();
    }
}
