package io.boxoffice.auditor.source;

import io.boxoffice.auditor.rule.Books.Charge;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The payment provider's own books, where it opens them. */
public final class ProviderBooks {

    private static final Duration WITHIN = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(WITHIN)
            .build();
    private final URI books;
    private final String controlToken;

    /** The books of a provider that is controlled with a token. */
    public ProviderBooks(String baseUrl, String controlToken) {
        this.books = URI.create(baseUrl + "/_control/books");
        this.controlToken = controlToken;
    }

    /** Every charge of every order. */
    public List<Charge> charges() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(books)
                .header("Authorization", "Bearer " + controlToken)
                .timeout(WITHIN)
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("the provider's books answered " + answer.statusCode());
        }
        List<Charge> charges = new ArrayList<>();
        for (JsonNode payment : Wire.JSON.readTree(answer.body()).path("payments")) {
            charges.add(new Charge(
                    payment.path("payment_intent").asString(""),
                    payment.path("order_id").asString(""),
                    payment.path("amount").decimalValue(),
                    payment.path("captured").decimalValue(),
                    payment.path("refunded").decimalValue(),
                    payment.path("status").asString("")));
        }
        return charges;
    }
}
