package io.boxoffice.event.show;

import static io.boxoffice.event.EventApi.EVENTS;
import static io.boxoffice.event.EventApi.organizer;
import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.event.EventApi;
import io.boxoffice.event.EventApi.Answer;
import io.boxoffice.event.EventServiceTest;
import io.boxoffice.event.Shows;
import io.boxoffice.event.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

@EventServiceTest
class EventLifeRaceIT {
    @Autowired
    EventApi api;

    @Autowired
    Shows shows;

    @Autowired
    Wire wire;

    private final String organizer = organizer(UUID.randomUUID());

    @RepeatedTest(3)
    void whoeverIsFirstTheEventEndsCancelledAndEachChangeIsToldOnce() throws Exception {
        var eventId = shows.published(organizer);
        var wishes = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < 20; i++) {
            int n = i;
            wishes.add(
                    switch (n % 3) {
                        case 0 -> () -> api.patch(eventId, organizer, "{\"name\":\"Night " + n + "\"}");
                        case 1 -> () -> api.postpone(eventId, organizer, "{\"date\":\"2027-10-15T19:00:00Z\"}");
                        default -> () -> api.cancel(eventId, organizer, null);
                    });
        }

        List<Answer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads.invokeAll(wishes).stream().map(Future::resultNow).toList();
        }

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 409));
        assertThat(api.get(EVENTS + "/" + eventId, null).body().path("status").asString())
                .isEqualTo("CANCELLED");
        wire.awaitTold();
        var cancelled = wire.await(eventId, "EventCancelled", 1);
        assertThat(cancelled).hasSize(1);
        assertThat(wire.told(eventId, "EventPostponed")).hasSizeLessThanOrEqualTo(1);
        assertThat(wire.told(eventId, "EventUpdated")).hasSize(edited(answers));
        var versions = Stream.of("EventPublished", "EventUpdated", "EventPostponed", "SalePhaseChanged")
                .flatMap(name -> wire.told(eventId, name).stream())
                .map(message -> message.path("aggregate_version").asLong())
                .toList();
        long last = cancelled.getFirst().path("aggregate_version").asLong();
        assertThat(versions).doesNotHaveDuplicates().allMatch(version -> version < last);
        assertThat(versions).hasSize((int) last - 1);
    }

    private static int edited(List<Answer> answers) {
        int edited = 0;
        for (int i = 0; i < answers.size(); i += 3) {
            edited += answers.get(i).status() == 200 ? 1 : 0;
        }
        return edited;
    }
}
