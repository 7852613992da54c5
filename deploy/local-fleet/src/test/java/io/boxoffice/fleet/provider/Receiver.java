package io.boxoffice.fleet.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.stripe.model.Charge;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.net.Webhook;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Hears webhooks as the platform does: checks the signature, then counts the event. */
final class Receiver implements AutoCloseable {
    static final String SECRET = "whsec_test";

    private final List<Event> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final HttpServer server;

    Receiver(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            var signature = exchange.getRequestHeaders().getFirst("Stripe-Signature");
            exchange.sendResponseHeaders(hear(body, signature), -1);
            exchange.close();
        });
        server.start();
    }

    private int hear(String body, String signature) {
        try {
            var event = Webhook.constructEvent(body, signature, SECRET);
            if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                return 503;
            }
            heard.add(event);
            return 200;
        } catch (Exception e) {
            return 400;
        }
    }

    void refuseNext(int times) {
        refusals.set(times);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1/webhooks/payments";
    }

    /** Types of the events heard about an intent, in the order of arrival. */
    List<String> heardOf(String paymentIntent) {
        return heard.stream()
                .filter(event -> event.getDataObjectDeserializer()
                        .getObject()
                        .map(object -> switch (object) {
                            case PaymentIntent intent -> intent.getId().equals(paymentIntent);
                            case Charge charge -> charge.getPaymentIntent().equals(paymentIntent);
                            default -> false;
                        })
                        .orElseThrow())
                .map(Event::getType)
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
