package io.boxoffice.e2e;

import static io.boxoffice.e2e.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.boxoffice.e2e.client.AccessPass;
import io.boxoffice.e2e.client.BoxofficeClient;
import io.boxoffice.e2e.client.Device;
import io.boxoffice.e2e.client.Person;
import io.boxoffice.e2e.client.http.Answer;
import io.boxoffice.e2e.client.http.Call;
import io.boxoffice.e2e.client.http.Json;
import io.boxoffice.e2e.client.model.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Codes, and what they open before the general sale. */
@ExtendWith(FleetExtension.class)
@TestInstance(PER_CLASS)
class PresaleIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private TestFleet fleet;
    private UUID event;
    private List<String> codes;

    @BeforeAll
    void aPresaleIsOn(TestFleet fleet) throws Exception {
        this.fleet = fleet;
        this.event = Shows.onSale(fleet, "Presale", 40, Shows.presale());
        this.codes = Shows.codes(fleet, event, 10);
    }

    @Test
    void aCodeBuysBeforeTheGeneralSale() throws Exception {
        await().atMost(PATIENCE).until(() -> status().equals("PRESALE"));
        Person person = fleet.newFan();
        BoxofficeClient client = fleet.client(person);
        Device device = TestFan.newDevice();
        Answer joined = heard(client, device, codes.get(0));
        assertThat(joined.status()).as(joined.body()).isEqualTo(201);
        Entry entry = Json.read(joined.body(), Entry.class);

        String token = await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(1_100))
                .until(() -> accessToken(client, entry, device), found -> found != null);
        TestFan fan =
                new TestFan(person, client, device, event, entry.queueToken(), new AccessPass(token, device.id()));

        assertThat(fan.buys(2).status()).isEqualTo("CAPTURED");
    }

    @Test
    void whoHasNoGoodCodeIsToldWhy() throws Exception {
        String forged = codes.get(1).substring(0, 18) + (codes.get(1).endsWith("0") ? "1" : "0");
        Answer without = heard(fleet.client(fleet.newFan()), TestFan.newDevice(), null);

        assertProblem(without, 403, "presale-code-required");
        assertProblem(join(forged), 403, "presale-code-invalid");
        assertProblem(join("0000-0000-0000-0000"), 403, "presale-code-invalid");
        assertProblem(join("x"), 403, "presale-code-invalid");
        assertThat(join(codes.get(2)).status()).isEqualTo(201);
        assertProblem(join(codes.get(2).toLowerCase().replace("-", "")), 403, "presale-code-used");
    }

    @Test
    void codesAreForTheOrganiserOfTheEvent() throws Exception {
        String path = Shows.path(event) + "/presale-codes";
        Call one = Call.post("codes", path, Map.of("count", 1)).with("Idempotency-Key", TestFan.newKey());

        assertProblem(fleet.client(fleet.organizer(2)).send(one), 404, "not-found");
        assertProblem(fleet.client(fleet.newFan()).send(one), 403, "forbidden");
        assertThat(Shows.codes(fleet, event, 100_000)).hasSize(100_000);
    }

    @Test
    void whatFansRelyOnDoesNotChangeOnceTheyMayCome() throws Exception {
        Map<String, Object> later = Map.of(
                "sale_dates",
                Map.of("general", Instant.now().plus(Duration.ofHours(2)).toString()));
        Answer answer = fleet.client(fleet.organizer(1))
                .send(new Call(
                        "patch",
                        "PATCH",
                        Shows.path(event),
                        Map.of("Content-Type", "application/json"),
                        Json.write(later)));

        assertProblem(answer, 422, "not-editable");
    }

    private String status() throws Exception {
        return fleet.client(fleet.newFan())
                .anonymously(Call.get("event", Shows.path(event)))
                .json()
                .path("status")
                .asString();
    }

    private String accessToken(BoxofficeClient client, Entry entry, Device device) throws Exception {
        Answer answer = client.place(event, entry.queueToken(), device).answer();
        return answer.ok() ? Json.read(answer.body(), Entry.class).accessToken() : null;
    }

    /** A queue hears of a new event in its own time. */
    private Answer heard(BoxofficeClient client, Device device, String code) {
        return TestFan.answered(() -> join(client, device, code), "event-not-found");
    }

    private Answer join(String code) throws Exception {
        return join(fleet.client(fleet.newFan()), TestFan.newDevice(), code);
    }

    private Answer join(BoxofficeClient client, Device device, String code) throws Exception {
        Map<String, Object> body = new HashMap<>(Map.of("device_id", device.id(), "secret_hash", device.secretHash()));
        if (code != null) {
            body.put("presale_code", code);
        }
        return client.send(Call.post("join", Shows.path(event) + "/queue/entries", body));
    }
}
