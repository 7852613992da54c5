package io.boxoffice.waitingroom.token;

import io.boxoffice.waitingroom.WaitingRoomProperties;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The three kinds of keys. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class KeyConfiguration {

    @Bean
    KeyRing<AccessKey> accessKeys(KeyStore store, KeyProperties properties, WaitingRoomProperties room, Clock clock) {
        var rotation = properties.ofAccessKeys(room.accessTokenTtl());
        var purpose = new KeyPurpose("access-token", AccessKey::make, Optional.of(rotation));
        return new KeyRing<>(store, purpose, AccessKey::read, clock);
    }

    @Bean
    KeyRing<SecretKey> queueKeys(KeyStore store, KeyProperties properties, Clock clock) {
        var purpose = new KeyPurpose("queue-token", SecretKey::make, Optional.of(properties.ofQueueKeys()));
        return new KeyRing<>(store, purpose, SecretKey::read, clock);
    }

    /**
     * Stays for ever: the same entry and session number must give the same session id for as long as the event lives. It proves
     * nothing, access tokens carry the id under a key of their own, so there is nothing to gain by changing it.
     */
    @Bean
    KeyRing<SecretKey> sessionKeys(KeyStore store, Clock clock) {
        return new KeyRing<>(
                store, new KeyPurpose("session-id", SecretKey::make, Optional.empty()), SecretKey::read, clock);
    }
}
