package io.boxoffice.fleet.provider;

import com.stripe.StripeClient;
import com.stripe.model.PaymentIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import io.boxoffice.fleet.standalone.Http;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The simulator, and what a platform does with it through Stripe's own library. */
final class Simulator implements AutoCloseable {
    static {
        // the JDK silently repeats a POST whose kept-alive connection breaks, and would hide the fault under test
        System.setProperty("sun.net.http.retryPost", "false");
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    private final ConfigurableApplicationContext context;
    final String url;
    final StripeClient stripe;

    private Simulator(ConfigurableApplicationContext context) {
        this.context = context;
        this.url = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
        this.stripe = client(url);
    }

    static Simulator start(Path data, String webhookUrl) {
        return new Simulator(PaymentSimulatorMain.start(arguments(data, webhookUrl, 0)));
    }

    static String[] arguments(Path data, String webhookUrl, int port) {
        return new String[] {
            "--server.port=" + port,
            "--fleet.data-dir=" + data,
            "--simulator.secret-key=sk_test",
            "--simulator.publishable-key=pk_test",
            "--simulator.webhook-secret=" + Receiver.SECRET,
            "--simulator.control-token=control",
            "--simulator.webhook-url=" + webhookUrl
        };
    }

    static StripeClient client(String url) {
        return StripeClient.builder()
                .setApiKey("sk_test")
                .setApiBase(url)
                .setMaxNetworkRetries(0)
                .setReadTimeout(10_000)
                .build();
    }

    PaymentIntent create(String order) throws Exception {
        return create(stripe, order);
    }

    static PaymentIntent create(StripeClient stripe, String order) throws Exception {
        return stripe.v1().paymentIntents().create(terms(order).build(), key(order + ":create"));
    }

    static PaymentIntentCreateParams.Builder terms(String order) {
        return PaymentIntentCreateParams.builder()
                .setAmount(110_500L)
                .setCurrency("eur")
                .setCaptureMethod(PaymentIntentCreateParams.CaptureMethod.MANUAL)
                .addPaymentMethodType("card")
                .putAllMetadata(Map.of("order_id", order));
    }

    PaymentIntent confirm(PaymentIntent intent, String method) throws Exception {
        return confirm(stripe, intent, method);
    }

    static PaymentIntent confirm(StripeClient stripe, PaymentIntent intent, String method) throws Exception {
        var params =
                PaymentIntentConfirmParams.builder().setPaymentMethod(method).build();
        return stripe.v1().paymentIntents().confirm(intent.getId(), params);
    }

    PaymentIntent capture(PaymentIntent intent) throws Exception {
        return stripe.v1().paymentIntents().capture(intent.getId());
    }

    PaymentIntent retrieve(PaymentIntent intent) throws Exception {
        return stripe.v1().paymentIntents().retrieve(intent.getId());
    }

    static RequestOptions key(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    JsonNode books() throws Exception {
        return Http.json(control("GET", "/_control/books", "")).get("payments");
    }

    java.net.http.HttpResponse<String> control(String method, String path, String body) throws Exception {
        return Http.send(
                method, url + path, body, "Authorization", "Bearer control", "Content-Type", "application/json");
    }

    void fault(String json) throws Exception {
        var answer = control("POST", "/_control/faults", json.replace('\'', '"'));
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.body());
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
