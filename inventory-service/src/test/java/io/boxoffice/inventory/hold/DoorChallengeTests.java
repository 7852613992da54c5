package io.boxoffice.inventory.hold;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.common.security.Challenges.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DoorChallengeTests {
    private static final Instant NOON = Instant.parse("2027-06-03T12:00:00Z");
    private static final UUID EVENT = UUID.randomUUID();

    private static DoorChallenge door(double rate) {
        return new DoorChallenge(
                new ChallengeProperties(ofHours(24)),
                new ChallengeProperties.Sample(rate),
                Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private static Admission.Presented fan(@Nullable Instant created) {
        return new Admission.Presented(UUID.randomUUID(), created, null, null, null);
    }

    @Test
    void anAccountIsNewForADay() {
        assertThat(door(0).verdictOn(EVENT, fan(NOON.minus(Duration.ofHours(23)))))
                .isEqualTo(Verdict.CHALLENGE);
        assertThat(door(0).verdictOn(EVENT, fan(NOON.minus(Duration.ofHours(25)))))
                .isEqualTo(Verdict.ALLOW);
        assertThat(door(0).verdictOn(EVENT, fan(null))).isEqualTo(Verdict.ALLOW);
    }

    @Test
    void theSampleIsAShareOfAllAndAlwaysTheSame() {
        var fans = Stream.generate(() -> fan(null)).limit(4_000).toList();
        var asked = fans.stream()
                .filter(fan -> door(0.10).verdictOn(EVENT, fan) == Verdict.CHALLENGE)
                .toList();
        assertThat(asked.size()).isBetween(250, 550);
        assertThat(asked).allMatch(fan -> door(0.10).verdictOn(EVENT, fan) == Verdict.CHALLENGE);
        assertThat(fans).allMatch(fan -> door(1).verdictOn(EVENT, fan) == Verdict.CHALLENGE);
    }

    @Test
    void everyPropertyIsReadFromItsKey() {
        var binder = new Binder(new MapConfigurationPropertySource(
                Map.of("inventory.challenge.new-account", "2h", "fraud.challenge.sample-rate", "0.5")));
        assertThat(binder.bindOrCreate("inventory.challenge", ChallengeProperties.class)
                        .newAccount())
                .isEqualTo(ofHours(2));
        assertThat(binder.bindOrCreate("fraud.challenge", ChallengeProperties.Sample.class)
                        .sampleRate())
                .isEqualTo(0.5);
        var nothing = new Binder(new MapConfigurationPropertySource(Map.of()));
        assertThat(nothing.bindOrCreate("inventory.challenge", ChallengeProperties.class)
                        .newAccount())
                .isEqualTo(ofHours(24));
        assertThat(nothing.bindOrCreate("fraud.challenge", ChallengeProperties.Sample.class)
                        .sampleRate())
                .isEqualTo(0.10);
    }
}
