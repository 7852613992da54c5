package io.boxoffice.e2e.check;

import io.boxoffice.e2e.client.http.Answer;
import io.boxoffice.e2e.client.http.Call;
import io.boxoffice.e2e.client.http.Exchange;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The payment provider's own books. */
final class ProviderBooks {

    private final Exchange provider;
    private final String controlToken;

    ProviderBooks(Exchange provider, String controlToken) {
        this.provider = provider;
        this.controlToken = controlToken;
    }

    /** The charges of some orders. */
    List<Truth.Charge> charges(Set<String> orders) throws IOException, InterruptedException {
        Answer answer =
                provider.send(Call.get("books", "/_control/books").with("Authorization", "Bearer " + controlToken));
        if (!answer.ok()) {
            throw new IOException("the provider's books answered " + answer.status());
        }
        return StreamSupport.stream(answer.json().path("payments").spliterator(), false)
                .filter(payment -> orders.contains(payment.path("order_id").asString("")))
                .map(payment -> new Truth.Charge(
                        payment.path("payment_intent").asString(),
                        payment.path("order_id").asString(),
                        payment.path("amount").decimalValue(),
                        payment.path("captured").decimalValue(),
                        payment.path("status").asString()))
                .toList();
    }
}
