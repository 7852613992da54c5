package io.boxoffice.waitingroom.token;

import static io.boxoffice.waitingroom.QueueClient.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.boxoffice.waitingroom.QueueClient.Fan;
import io.boxoffice.waitingroom.WaitingRoom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What an operator does when a key is compromised, and how fans go on. */
class KeyRevocationIT extends WaitingRoom {
    @Autowired
    KeyRing<AccessKey> accessKeys;

    @Autowired
    KeyRing<SecretKey> queueKeys;

    private final Fan fan = Fan.create();

    @Test
    void whoWasLetInGetsAnAccessTokenOfTheNextKeyForTheSameSessionAndTime() throws Exception {
        var event = eventOnSale();
        var entry = client().joined(event, fan);
        letIn(event, 1);
        var before = token(client().polled(event, entry, fan));

        revoke("access-token");
        accessKeys.turn();
        var after = token(client().polled(event, entry, fan));

        assertThat(published().getKeyByKeyId(before.getHeader().getKeyID())).isNull();
        var key = published().getKeyByKeyId(after.getHeader().getKeyID());
        assertThat(after.verify(new ECDSAVerifier(key.toECKey()))).isTrue();
        assertThat(after.getJWTClaimsSet()).isEqualTo(before.getJWTClaimsSet());
        assertThat(token(client().polled(event, entry, fan)).serialize()).isEqualTo(after.serialize());
    }

    @Test
    void whoWaitsJoinsAgainAndStandsWhereTheyStood() {
        var event = eventOnSale();
        var entry = client().joined(event, fan);
        client().joined(event, Fan.create());

        revoke("queue-token");
        queueKeys.turn();

        client().poll(event, entry.get("queue_token").asString(), fan.secret())
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("queue-token-invalid");
        var again = client().joined(event, fan);
        assertThat(again.get("entry_id")).isEqualTo(entry.get("entry_id"));
        assertThat(again.get("position")).isEqualTo(entry.get("position"));
        letIn(event, 1);
        assertThat(client().polled(event, again, fan).get("state").asString()).isEqualTo("ADMITTED");
    }

    private void revoke(String purpose) {
        jdbc.sql("DELETE FROM signing_keys WHERE purpose = ?").param(purpose).update();
    }

    private static SignedJWT token(JsonNode entry) throws Exception {
        return SignedJWT.parse(entry.get("access_token").asString());
    }

    private JWKSet published() throws Exception {
        return JWKSet.parse(body(client().http()
                        .get()
                        .uri("/.well-known/access-token-jwks.json")
                        .exchange()
                        .expectHeader()
                        .valueEquals("Cache-Control", "max-age=300, public"))
                .toString());
    }
}
