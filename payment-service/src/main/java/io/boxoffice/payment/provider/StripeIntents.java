package io.boxoffice.payment.provider;

import com.stripe.exception.CardException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import org.jspecify.annotations.Nullable;

/** Reads Stripe's words into ours. */
final class StripeIntents {
    private static final String SOME_DECLINE = "generic_decline";

    private StripeIntents() {}

    static Answer read(PaymentIntent intent) {
        var failure = intent.getLastPaymentError();
        return switch (String.valueOf(intent.getStatus())) {
            case "requires_payment_method" ->
                failure == null
                        ? intent(intent, Answer.State.UNCONFIRMED)
                        : new Answer.Intent(intent.getId(), Answer.State.DECLINED, declineCode(failure));
            case "requires_confirmation" -> intent(intent, Answer.State.UNCONFIRMED);
            case "requires_action" -> intent(intent, Answer.State.ACTION_REQUIRED);
            case "processing" -> intent(intent, Answer.State.PROCESSING);
            case "requires_capture" -> intent(intent, Answer.State.AUTHORIZED);
            case "succeeded" -> intent(intent, Answer.State.CAPTURED);
            case "canceled" -> intent(intent, Answer.State.CANCELED);
            default -> new Answer.Unknown();
        };
    }

    /** A refusal by the bank is an answer about the intent, not about the request. */
    static Answer declined(CardException declined) {
        var error = declined.getStripeError();
        var intent = error == null ? null : error.getPaymentIntent();
        var code = declined.getDeclineCode() != null ? declined.getDeclineCode() : declined.getCode();
        return new Answer.Intent(
                intent == null ? "" : intent.getId(), Answer.State.DECLINED, code == null ? SOME_DECLINE : code);
    }

    private static Answer intent(PaymentIntent intent, Answer.State state) {
        return new Answer.Intent(intent.getId(), state, null);
    }

    private static String declineCode(StripeError failure) {
        return first(failure.getDeclineCode(), failure.getCode());
    }

    private static String first(@Nullable String declineCode, @Nullable String code) {
        return declineCode != null ? declineCode : code != null ? code : SOME_DECLINE;
    }
}
