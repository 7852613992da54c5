package io.boxoffice.fleet.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.ApiException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import io.boxoffice.fleet.standalone.Http;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stripe's library talks to the simulator as it would to Stripe. */
class PaymentSimulatorIT {
    @TempDir
    static Path data;

    private static Receiver receiver;
    private static Simulator simulator;

    private final String order = UUID.randomUUID().toString();

    @BeforeAll
    static void start() throws Exception {
        receiver = new Receiver(0);
        simulator = Simulator.start(data, receiver.url());
    }

    @AfterAll
    static void stop() {
        simulator.close();
        receiver.close();
    }

    @AfterEach
    void takeFaultsBack() throws Exception {
        simulator.control("DELETE", "/_control/faults", "");
    }

    @Test
    void anIntentIsConfirmedThenCapturedAndEachStepIsTold() throws Exception {
        var created = simulator.create(order);
        assertThat(created.getStatus()).isEqualTo("requires_payment_method");
        var confirmed = simulator.confirm(created, "pm_card_visa");
        assertThat(confirmed.getStatus()).isEqualTo("requires_capture");
        assertThat(confirmed.getAmountCapturable()).isEqualTo(110_500L);
        var captured = simulator.capture(confirmed);
        assertThat(captured.getStatus()).isEqualTo("succeeded");
        assertThat(captured.getAmountReceived()).isEqualTo(110_500L);
        assertThat(simulator.retrieve(created).getMetadata()).containsEntry("order_id", order);
        Awaitility.await()
                .untilAsserted(() -> assertThat(receiver.heardOf(created.getId()))
                        .containsExactlyInAnyOrder(
                                "payment_intent.amount_capturable_updated", "payment_intent.succeeded"));
    }

    @Test
    void anAutomaticIntentIsPaidByItsConfirmation() throws Exception {
        var terms = PaymentIntentCreateParams.builder()
                .setAmount(500L)
                .setCurrency("eur")
                .setPaymentMethod("pm_card_mastercard")
                .setConfirm(true)
                .build();
        assertThat(simulator.stripe.v1().paymentIntents().create(terms).getStatus())
                .isEqualTo("succeeded");
    }

    @Test
    void aCancelledIntentCanNeitherBeConfirmedNorCaptured() throws Exception {
        var intent = simulator.confirm(simulator.create(order), "pm_card_visa");
        var cancelled = simulator.stripe.v1().paymentIntents().cancel(intent.getId());
        assertThat(cancelled.getStatus()).isEqualTo("canceled");
        assertUnexpectedState(() -> simulator.capture(intent));
        assertUnexpectedState(() -> simulator.confirm(intent, "pm_card_visa"));
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(receiver.heardOf(intent.getId())).contains("payment_intent.canceled"));
    }

    @Test
    void aCapturedIntentIsNotCapturedTwice() throws Exception {
        var intent = simulator.confirm(simulator.create(order), "pm_card_visa");
        simulator.capture(intent);
        assertUnexpectedState(() -> simulator.capture(intent));
    }

    @Test
    void notMoreThanWasReservedIsCaptured() throws Exception {
        var intent = simulator.confirm(simulator.create(order), "pm_card_visa");
        var tooMuch = PaymentIntentCaptureParams.builder()
                .setAmountToCapture(110_501L)
                .build();
        assertThatThrownBy(() -> simulator.stripe.v1().paymentIntents().capture(intent.getId(), tooMuch))
                .isInstanceOf(InvalidRequestException.class);
        var part = PaymentIntentCaptureParams.builder()
                .setAmountToCapture(100_000L)
                .build();
        assertThat(simulator
                        .stripe
                        .v1()
                        .paymentIntents()
                        .capture(intent.getId(), part)
                        .getAmountReceived())
                .isEqualTo(100_000L);
    }

    @ParameterizedTest
    @CsvSource({
        "pm_card_chargeDeclined, generic_decline",
        "pm_card_chargeDeclinedInsufficientFunds, insufficient_funds",
        "pm_card_chargeDeclinedStolenCard, stolen_card"
    })
    void aRefusedCardLeavesTheIntentOpenForAnother(String method, String code) throws Exception {
        var intent = simulator.create(order);
        var refused = catchThrowableOfType(CardException.class, () -> simulator.confirm(intent, method));
        assertThat(refused.getStatusCode()).isEqualTo(402);
        assertThat(refused.getCode()).isEqualTo("card_declined");
        assertThat(refused.getDeclineCode()).isEqualTo(code);
        assertThat(refused.getStripeError().getPaymentIntent().getStatus()).isEqualTo("requires_payment_method");
        assertThat(simulator.retrieve(intent).getLastPaymentError().getDeclineCode())
                .isEqualTo(code);
        assertThat(simulator.confirm(intent, "pm_card_visa").getStatus()).isEqualTo("requires_capture");
    }

    @ParameterizedTest
    @CsvSource({
        "4242 4242 4242 4242,",
        "4000000000000002, generic_decline",
        "4000000000009995, insufficient_funds",
        "4000000000009979, stolen_card"
    })
    void aCardTypedInTheBrowserBehavesLikeItsNumber(String number, String declineCode) throws Exception {
        var answer = newCard(number, "pk_test");
        assertThat(answer.statusCode()).isEqualTo(200);
        var method = Http.json(answer).get("id").asString();
        var again = Http.json(newCard(number, "pk_test"));
        assertThat(again.get("card").get("fingerprint"))
                .isEqualTo(Http.json(answer).get("card").get("fingerprint"));
        var intent = simulator.create(order);
        if (declineCode == null) {
            assertThat(simulator.confirm(intent, method).getStatus()).isEqualTo("requires_capture");
        } else {
            var refused = catchThrowableOfType(CardException.class, () -> simulator.confirm(intent, method));
            assertThat(refused.getDeclineCode()).isEqualTo(declineCode);
        }
        assertThat(Files.readString(data.resolve("books.journal"))).doesNotContain(number.replace(" ", ""));
    }

    @Test
    void theBrowsersKeyOpensNothingElse() throws Exception {
        assertThat(Http.get(simulator.url + "/v1/payment_intents", "Authorization", "Bearer pk_test")
                        .statusCode())
                .isEqualTo(401);
        assertThat(newCard("4242424242424242", "pk_other").statusCode()).isEqualTo(401);
        assertThat(newCard("4242424242424241", "pk_test").statusCode()).isEqualTo(402);
        assertThatThrownBy(() -> com.stripe.StripeClient.builder()
                        .setApiKey("sk_wrong")
                        .setApiBase(simulator.url)
                        .build()
                        .v1()
                        .paymentIntents()
                        .list())
                .isInstanceOf(AuthenticationException.class);
    }

    @Test
    void theSameKeyWithTheSameParametersGivesTheSameAnswer() throws Exception {
        var first = simulator.create(order);
        var second = simulator.create(order);
        assertThat(second.getId()).isEqualTo(first.getId());
        assertThat(second.getLastResponse().body())
                .isEqualTo(first.getLastResponse().body());
        assertThat(second.getLastResponse().headers().firstValue("Idempotent-Replayed"))
                .contains("true");
        assertThat(first.getLastResponse().headers().firstValue("Idempotent-Replayed"))
                .isEmpty();
    }

    @Test
    void aRefusalIsRepeatedTooUnderItsKey() throws Exception {
        var intent = simulator.create(order);
        var params = com.stripe.param.PaymentIntentConfirmParams.builder()
                .setPaymentMethod("pm_card_chargeDeclined")
                .build();
        var key = Simulator.key(order + ":confirm");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> simulator.stripe.v1().paymentIntents().confirm(intent.getId(), params, key))
                    .isInstanceOf(CardException.class);
        }
    }

    @Test
    void theSameKeyWithOtherParametersIsRefused() throws Exception {
        simulator.create(order);
        var other = Simulator.terms(order).setAmount(1L).build();
        assertThatThrownBy(() -> simulator.stripe.v1().paymentIntents().create(other, Simulator.key(order + ":create")))
                .isInstanceOf(IdempotencyException.class)
                .extracting(error -> ((StripeException) error).getStatusCode())
                .isEqualTo(400);
    }

    @Test
    void intentsAreListedNewestFirstPageByPage() throws Exception {
        var older = simulator.create(order + "1");
        var newer = simulator.create(order + "2");
        var page = simulator
                .stripe
                .v1()
                .paymentIntents()
                .list(PaymentIntentListParams.builder().setLimit(1L).build());
        assertThat(page.getData().getFirst().getId()).isEqualTo(newer.getId());
        assertThat(page.getHasMore()).isTrue();
        var next = simulator
                .stripe
                .v1()
                .paymentIntents()
                .list(PaymentIntentListParams.builder()
                        .setStartingAfter(newer.getId())
                        .build());
        assertThat(next.getData().getFirst().getId()).isEqualTo(older.getId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/disputes", "/v1/nothing", "/v1/payment_intents/pi_unknown"})
    void whatDoesNotExistIsAnsweredAsStripeDoes(String path) throws Exception {
        var answer = Http.get(simulator.url + path, "Authorization", "Bearer sk_test");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Http.json(answer).get("error").get("type").asString()).isEqualTo("invalid_request_error");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "amount=0&currency=eur",
                "amount=x&currency=eur",
                "amount=100",
                "amount=100&currency=xxq",
                "amount=100&currency=eur&customer=cus_1",
                "amount=100&currency=eur&confirm=true",
                "amount=100&currency=eur&confirm=maybe",
                "amount=100&currency=eur&capture_method=later",
                "amount=100&currency=eur&payment_method=pm_unknown",
                "amount=100&currency=eur&payment_method=pm_card_authenticationRequired"
            })
    void aBadRequestIsRefusedAsSuch(String form) throws Exception {
        var answer = Http.send(
                "POST",
                simulator.url + "/v1/payment_intents",
                form,
                "Authorization",
                "Bearer sk_test",
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Http.json(answer).get("error").get("type").asString()).isEqualTo("invalid_request_error");
    }

    @Test
    void theBooksShowEachPaymentInWholeMoney() throws Exception {
        var intent = simulator.confirm(simulator.create(order), "pm_card_visa");
        simulator.capture(intent);
        var payment = StreamSupport.stream(simulator.books().spliterator(), false)
                .filter(line -> line.get("payment_intent").asString().equals(intent.getId()))
                .findFirst()
                .orElseThrow();
        assertThat(payment.get("order_id").asString()).isEqualTo(order);
        assertThat(payment.get("amount").decimalValue()).isEqualByComparingTo("1105.00");
        assertThat(payment.get("captured").decimalValue()).isEqualByComparingTo("1105.00");
        assertThat(payment.get("refunded").decimalValue()).isEqualByComparingTo("0");
        assertThat(payment.get("currency").asString()).isEqualTo("EUR");
        assertThat(payment.get("status").asString()).isEqualTo("succeeded");
    }

    @Test
    void aForcedDeclineStrikesTheNamedOrderOnly() throws Exception {
        simulator.fault("{'operation':'payment_intents.confirm','effect':'decline','decline_code':'lost_card',"
                + "'match':{'metadata.order_id':'" + order + "'}}");
        assertThat(simulator
                        .confirm(simulator.create(order + "other"), "pm_card_visa")
                        .getStatus())
                .isEqualTo("requires_capture");
        var intent = simulator.create(order);
        var refused = catchThrowableOfType(CardException.class, () -> simulator.confirm(intent, "pm_card_visa"));
        assertThat(refused.getDeclineCode()).isEqualTo("lost_card");
        assertThat(simulator.confirm(intent, "pm_card_visa").getStatus()).isEqualTo("requires_capture");
    }

    @ParameterizedTest
    @CsvSource({
        "error_before, requires_payment_method",
        "error_after, requires_capture",
        "timeout_before, requires_payment_method",
        "timeout_after, requires_capture",
        "reset, requires_payment_method"
    })
    void aFaultHidesWhatHappened(String effect, String status) throws Exception {
        var intent = simulator.create(order);
        simulator.fault("{'operation':'payment_intents.confirm','effect':'" + effect
                + "','delay_ms':50,'match':{'payment_intent':'" + intent.getId() + "'}}");
        var expected =
                effect.startsWith("error") ? ApiException.class : com.stripe.exception.ApiConnectionException.class;
        assertThatThrownBy(() -> simulator.confirm(intent, "pm_card_visa")).isInstanceOf(expected);
        assertThat(simulator.retrieve(intent).getStatus()).isEqualTo(status);
    }

    @Test
    void faultsAreListedTakenBackAndCheckedForSense() throws Exception {
        simulator.fault("{'operation':'webhook','effect':'drop','times':3,'probability':0.5}");
        var listed = Http.json(simulator.control("GET", "/_control/faults", ""));
        assertThat(listed.get("items").get(0).get("times").asInt()).isEqualTo(3);
        simulator.control("DELETE", "/_control/faults", "");
        assertThat(Http.json(simulator.control("GET", "/_control/faults", "")).get("items"))
                .isEmpty();
        for (var bad : new String[] {
            "{\"operation\":\"webhook\",\"effect\":\"decline\"}",
            "{\"operation\":\"payment_intents.confirm\",\"effect\":\"drop\"}",
            "{\"operation\":\"nothing\",\"effect\":\"drop\"}",
            "{\"operation\":\"webhook\",\"effect\":\"drop\",\"times\":0}",
            "{\"operation\":\"webhook\",\"effect\":\"drop\",\"unknown\":0}",
            "{\"operation\":"
        }) {
            assertThat(simulator.control("POST", "/_control/faults", bad).statusCode())
                    .as(bad)
                    .isEqualTo(400);
        }
        assertThat(Http.get(simulator.url + "/_control/books", "Authorization", "Bearer wrong")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aWebhookIsRepeatedUntilItIsHeard() throws Exception {
        var intent = simulator.create(order);
        receiver.refuseNext(1);
        simulator.confirm(intent, "pm_card_visa");
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(receiver.heardOf(intent.getId())).hasSize(1));
    }

    @Test
    void webhooksCanBeDroppedDoubledAndOvertaken() throws Exception {
        var dropped = simulator.create(order + "1");
        simulator.fault("{'operation':'webhook','effect':'drop','match':{'payment_intent':'" + dropped.getId() + "'}}");
        simulator.confirm(dropped, "pm_card_visa");
        var doubled = simulator.create(order + "2");
        simulator.fault(
                "{'operation':'webhook','effect':'duplicate','match':{'payment_intent':'" + doubled.getId() + "'}}");
        simulator.confirm(doubled, "pm_card_visa");
        var overtaken = simulator.create(order + "3");
        simulator.fault("{'operation':'webhook','effect':'reorder','delay_ms':3000,'match':{'payment_intent':'"
                + overtaken.getId() + "'}}");
        simulator.confirm(overtaken, "pm_card_visa");
        simulator.capture(overtaken);
        Awaitility.await().untilAsserted(() -> {
            assertThat(receiver.heardOf(doubled.getId())).hasSize(2);
            assertThat(receiver.heardOf(overtaken.getId()))
                    .containsExactly("payment_intent.succeeded", "payment_intent.amount_capturable_updated");
        });
        assertThat(receiver.heardOf(dropped.getId())).isEmpty();
    }

    private static java.net.http.HttpResponse<String> newCard(String number, String key) throws Exception {
        return Http.send(
                "POST",
                simulator.url + "/v1/payment_methods",
                "type=card&card[number]=" + number.replace(" ", "%20")
                        + "&card[exp_month]=12&card[exp_year]=2049&card[cvc]=123",
                "Authorization",
                "Bearer " + key,
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    private static void assertUnexpectedState(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(InvalidRequestException.class)
                .extracting(error -> ((StripeException) error).getCode())
                .isEqualTo("payment_intent_unexpected_state");
    }
}
