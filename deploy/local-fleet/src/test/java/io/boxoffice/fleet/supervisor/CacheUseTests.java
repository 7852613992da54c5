package io.boxoffice.fleet.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CacheUseTests {
    private final CacheUse use = new CacheUse();

    @Test
    void aCacheThatWorksIsUsedAgain() {
        assertThat(use.next()).isTrue();
        assertThat(use.becameReady()).isFalse();
        assertThat(use.next()).isTrue();
    }

    @Test
    void afterAFailedStartTheNextDoesWithoutAndProvesTheCacheGuilty() {
        use.next();

        assertThat(use.next()).isFalse();
        assertThat(use.becameReady()).isTrue();
    }

    @Test
    void whenItFailsWithoutTheCacheTooTheCacheIsTriedAgain() {
        use.next();
        use.next();

        assertThat(use.next()).isTrue();
        assertThat(use.becameReady()).isFalse();
    }
}
