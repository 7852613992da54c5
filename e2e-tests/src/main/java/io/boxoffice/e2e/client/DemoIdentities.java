package io.boxoffice.e2e.client;

import io.boxoffice.e2e.client.http.Answer;
import io.boxoffice.e2e.client.http.Call;
import io.boxoffice.e2e.client.http.Exchange;
import io.boxoffice.e2e.client.http.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Tokens by the thousand from the local identity provider. */
public final class DemoIdentities {

    private final Exchange issuer;
    private final String basic;

    /** Asks the issuer as the client of the end-to-end tests. */
    public DemoIdentities(Exchange issuer, String clientId, String clientSecret) {
        this.issuer = issuer;
        this.basic = "Basic "
                + Base64.getEncoder().encodeToString((clientId + ":" + clientSecret).getBytes(StandardCharsets.UTF_8));
    }

    /** People {@code prefix + from … from + count - 1}, each with a token of that life. */
    public List<Person> people(String prefix, int from, int count, Duration life)
            throws IOException, InterruptedException {
        var wish = Map.of("prefix", prefix, "from", from, "count", count, "ttl_seconds", life.toSeconds());
        Answer answer = issuer.send(Call.post("tokens", "/demo/tokens", wish).with("Authorization", basic));
        if (!answer.ok()) {
            throw new IOException("The identity provider gave no tokens: " + answer.status() + " " + answer.body());
        }
        return answer.body()
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> Json.read(line, Person.class))
                .toList();
    }

    /** One person. */
    public Person person(String prefix, int number, Duration life) throws IOException, InterruptedException {
        return people(prefix, number, 1, life).getFirst();
    }
}
