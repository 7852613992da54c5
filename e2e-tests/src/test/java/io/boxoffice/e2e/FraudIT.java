package io.boxoffice.e2e;

import static io.boxoffice.e2e.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.boxoffice.e2e.client.BoxofficeClient;
import io.boxoffice.e2e.client.Device;
import io.boxoffice.e2e.client.Person;
import io.boxoffice.e2e.client.http.Answer;
import io.boxoffice.e2e.client.http.Call;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Bots are asked for work, people do it once, and what was not earned is worth nothing. */
@ExtendWith(FleetExtension.class)
@TestInstance(PER_CLASS)
class FraudIT {

    private TestFleet fleet;
    private UUID event;

    @BeforeAll
    void anEventIsOnSale(TestFleet fleet) throws Exception {
        this.fleet = fleet;
        this.event = Shows.onSale(fleet, "Challenged", 20, Map.of());
        TestFan.admitted(fleet, event); // the line has heard of it
    }

    @Test
    void aNewAccountWorksForItsPlaceInLine() throws Exception {
        Person newbie = fleet.newbie();
        BoxofficeClient client = fleet.client(newbie);
        Device device = TestFan.newDevice();

        JsonNode asked = assertProblem(join(newbie, client, device, null), 403, "challenge-required");
        assertThat(asked.path("purpose").asString()).isEqualTo("join");
        assertThat(asked.path("types").path(0).asString()).isEqualTo("pow");

        JsonNode challenge = Work.challenge(client, "join", event, device);
        Shape.of(challenge).uuid("challenge_id").is("type", "pow").time("expires_at");
        assertProblem(Work.answer(client, challenge, Work.solve(challenge) + 1), 422, "challenge-failed");
        Answer solved = Work.answer(client, challenge, Work.solve(challenge));
        assertThat(solved.status()).as(solved.body()).isEqualTo(200);
        Shape.of(solved.json()).text("clearance").time("expires_at");
        assertProblem(Work.answer(client, challenge, Work.solve(challenge)), 410, "challenge-expired");

        String clearance = solved.json().path("clearance").asString();
        assertThat(join(newbie, client, device, clearance).status()).isEqualTo(201);
    }

    @Test
    void aClearanceIsOfOneFanForOnePurposeOnOneDevice() throws Exception {
        Person newbie = fleet.newbie();
        BoxofficeClient client = fleet.client(newbie);
        Device device = TestFan.newDevice();
        Person friend = fleet.newbie();
        String friends = Work.clearance(fleet.client(friend), "join", event, device);
        String order = Work.clearance(client, "order", event, device);
        String elsewhere = Work.clearance(client, "join", UUID.randomUUID(), device);
        String otherDevice = Work.clearance(client, "join", event, TestFan.newDevice());
        String forged = friends.substring(0, friends.length() - 8) + "AAAAAAAA";

        for (String worthless : new String[] {friends, order, elsewhere, otherDevice, forged, "garbage"}) {
            assertProblem(join(newbie, client, device, worthless), 403, "challenge-required");
        }
    }

    @Test
    void anotherCannotAnswerForYou() throws Exception {
        Device device = TestFan.newDevice();
        JsonNode challenge = Work.challenge(fleet.client(fleet.newbie()), "join", event, device);

        assertProblem(Work.answer(fleet.client(fleet.newFan()), challenge, Work.solve(challenge)), 404, "not-found");
    }

    /** Joins as it is, without the client's own answer to challenges. */
    private Answer join(Person person, BoxofficeClient client, Device device, String clearance) throws Exception {
        var body = Map.of("device_id", device.id(), "secret_hash", device.secretHash());
        Call call = Call.post("join", Shows.path(event) + "/queue/entries", body)
                .with("Authorization", "Bearer " + person.accessToken())
                .with("X-Clearance", clearance);
        return client.anonymously(call);
    }
}
