package io.boxoffice.fleet.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.fleet.standalone.Forked;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorRestartIT {
    @TempDir
    Path data;

    @Test
    void whatWasAnsweredSurvivesAKillAndUnsentWebhooksArriveLater() throws Exception {
        int webhookPort = Forked.freePort();
        var webhookUrl = "http://127.0.0.1:" + webhookPort + "/api/v1/webhooks/payments";
        Map<String, String> answered = new ConcurrentHashMap<>();
        try (var forked = Forked.start(
                        PaymentSimulatorMain.class,
                        data.resolve("log"),
                        withoutPort(Simulator.arguments(data, webhookUrl, 0)));
                var buyers = Executors.newVirtualThreadPerTaskExecutor()) {
            var stripe = Simulator.client(forked.url());
            for (int buyer = 0; buyer < 4; buyer++) {
                int number = buyer;
                buyers.submit(() -> {
                    for (int i = 0; ; i++) {
                        var intent = Simulator.create(stripe, "order-" + number + "-" + i);
                        answered.put(intent.getId(), intent.getStatus());
                        var confirmed = Simulator.confirm(stripe, intent, "pm_card_visa");
                        answered.put(confirmed.getId(), confirmed.getStatus());
                    }
                });
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> answered.size() > 40);
            forked.kill();
        }
        try (var receiver = new Receiver(webhookPort);
                var simulator = Simulator.start(data, webhookUrl)) {
            for (var known : answered.entrySet()) {
                var now = simulator.stripe.v1().paymentIntents().retrieve(known.getKey());
                // the last confirmation of each buyer may have happened without being answered
                assertThat(now.getStatus()).isIn(known.getValue(), "requires_capture");
            }
            var confirmed = answered.entrySet().stream()
                    .filter(entry -> entry.getValue().equals("requires_capture"))
                    .map(Map.Entry::getKey)
                    .toList();
            await().untilAsserted(() -> assertThat(confirmed)
                    .allSatisfy(intent ->
                            assertThat(receiver.heardOf(intent)).contains("payment_intent.amount_capturable_updated")));
            var again = simulator.create("order-0-0");
            assertThat(answered).as("the idempotency key is remembered").containsKey(again.getId());
        }
    }

    private static String[] withoutPort(String[] arguments) {
        return java.util.Arrays.stream(arguments)
                .filter(argument -> !argument.startsWith("--server.port"))
                .toArray(String[]::new);
    }
}
