package io.boxoffice.waitingroom.token;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes, keeps and retires generations of keys. Any number of instances may do so at once; none leads. */
@Component
class KeyStore {
    private static final Logger log = LoggerFactory.getLogger(KeyStore.class);

    private final SigningKeyRepository repository;
    private final KeyWrap wrap;
    private final Clock clock;

    KeyStore(SigningKeyRepository repository, KeyWrap wrap, Clock clock) {
        this.repository = repository;
        this.wrap = wrap;
        this.clock = clock;
    }

    /** Every generation, the newest first; where there is none, one that signs at once. */
    List<StoredKey> load(KeyPurpose purpose) {
        var stored = repository.all(purpose.name());
        if (stored.isEmpty()) {
            make(purpose, 1, Duration.ZERO);
            stored = repository.all(purpose.name());
        }
        return stored.stream().map(key -> opened(purpose, key)).toList();
    }

    /** Makes the next generation when it is time, and retires what nobody needs any more. */
    void turn(KeyPurpose purpose) {
        purpose.rotation().ifPresent(rotation -> {
            var newest = load(purpose).getFirst();
            if (newest.createdAt().plus(rotation.every()).isBefore(clock.instant())) {
                make(purpose, newest.generation() + 1, rotation.ahead());
            }
            int retired = repository.retire(purpose.name(), rotation.keep());
            if (retired > 0) {
                log.atInfo()
                        .addKeyValue("purpose", purpose.name())
                        .addKeyValue("generations", retired)
                        .log("keys retired");
            }
        });
    }

    private void make(KeyPurpose purpose, int generation, Duration signsIn) {
        var material = wrap.wrap(purpose.name(), purpose.make().get());
        if (repository.add(purpose.name(), generation, material, signsIn)) {
            log.atInfo()
                    .addKeyValue("purpose", purpose.name())
                    .addKeyValue("generation", generation)
                    .addKeyValue("signs_in", signsIn)
                    .log("key made");
        }
    }

    private StoredKey opened(KeyPurpose purpose, StoredKey stored) {
        var material = wrap.unwrap(purpose.name(), stored.material());
        if (!wrap.isCurrent(stored.material())) {
            repository.rewrap(purpose.name(), stored, wrap.wrap(purpose.name(), material));
        }
        return stored.with(material);
    }
}
