package io.boxoffice.event.provisioning;

import static io.boxoffice.event.EventApi.VENUES;
import static io.boxoffice.event.EventApi.organizer;
import static io.boxoffice.event.EventApi.venueBody;
import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.event.EventApi;
import io.boxoffice.event.EventApi.Answer;
import io.boxoffice.event.EventServiceTest;
import io.boxoffice.event.Wire;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

@EventServiceTest
class PublicationRaceIT {
    private static final int AT_ONCE = 16;

    @Autowired
    EventApi api;

    @Autowired
    Wire wire;

    private final String organizer = organizer(UUID.randomUUID());

    @Test
    void manyWhoPublishAtOnceTellItOnce() throws Exception {
        var eventId = api.draft(organizer);

        var answers = atOnce(() -> api.publish(eventId, organizer));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(202));
        wire.awaitTold();
        assertThat(wire.awaitPublished(eventId, 1)).hasSize(1);
    }

    @Test
    void manyRepeatsAtOnceMakeOneVenue() throws Exception {
        var key = UUID.randomUUID().toString();
        var body = venueBody().toString();

        var answers = atOnce(() -> api.call(HttpMethod.POST, VENUES, organizer, key, body));

        assertThat(answers.stream().map(answer -> answer.id("venue_id")).distinct())
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.header("Idempotency-Replayed") == null))
                .hasSize(1);
    }

    private static List<Answer> atOnce(Callable<Answer> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = Stream.generate(() -> call).limit(AT_ONCE).toList();
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
