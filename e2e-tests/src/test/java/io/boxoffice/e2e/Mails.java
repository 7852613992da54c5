package io.boxoffice.e2e;

import static org.awaitility.Awaitility.await;

import io.boxoffice.e2e.client.Mailbox;
import io.boxoffice.e2e.client.Person;
import io.boxoffice.e2e.client.http.Call;
import io.boxoffice.e2e.client.http.Exchange;
import io.boxoffice.e2e.client.http.HttpExchange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One person's mail. */
record Mails(Mailbox mailbox, Exchange sink, Person person) {

    static Mails of(TestFleet fleet, Person person) {
        return new Mails(fleet.mail(), HttpExchange.to(fleet.credentials().mailUrl(), 4), person);
    }

    /** The mail of a cause, or of the first that begins so, once it has come. */
    JsonNode because(String cause) throws Exception {
        String id = await("mail of " + cause)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> find(cause), Optional::isPresent)
                .orElseThrow();
        return sink.send(Call.get("mail", "/api/v1/message/" + id)).json();
    }

    /** The ticket codes of an order's confirmation. */
    List<String> codes(String order) throws Exception {
        because("order-confirmed:" + order);
        return mailbox.codes(find("order-confirmed:" + order).orElseThrow());
    }

    private Optional<String> find(String cause) throws Exception {
        for (Mailbox.Summary mail : mailbox.to(person.email())) {
            if (mailbox.cause(mail.id()).startsWith(cause)) {
                return Optional.of(mail.id());
            }
        }
        return Optional.empty();
    }
}
