package io.boxoffice.waitingroom.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.waitingroom.redis.Reply;
import io.boxoffice.waitingroom.redis.TestLine;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EstimateScriptsIT {
    private static final String TOLD = "3 0 0.0 9.0 7.0 12.0 9.0 0.3";

    private final TestLine line = new TestLine();

    private Reply look(long known) {
        return line.run("estimate/look", "AUTO", 600, known, 60, 30_000, 50);
    }

    private List<String> notes(long known) {
        var notes = look(known).list(1);
        var all = new ArrayList<String>();
        for (int i = 0; i < notes.size(); i++) {
            all.add(notes.word(i));
        }
        return all;
    }

    @Test
    void aSecondIsNotedOnceHoweverManyLook() {
        line.join(UUID.randomUUID());
        await().until(() -> look(0).number(0) == 1 && look(0).number(0) == 1);

        await().until(() -> look(0).number(0) >= 3);

        var seconds = notes(0).stream()
                .map(Notes::reading)
                .map(r -> r.atMillis() / 1000)
                .toList();
        assertThat(seconds).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void aNoteTellsWhoIsThereWhoCameInAndWhoLeft() {
        var first = line.join(UUID.randomUUID());
        var second = line.join(UUID.randomUUID());
        line.join(UUID.randomUUID());
        line.admit(1);
        line.leave(second);

        var reading = await().until(
                        () -> Notes.reading(notes(0).getLast()), noted -> noted.admitted() == 1 && noted.gone() == 1);

        assertThat(first.number()).isOne();
        assertThat(reading.waiting()).isOne();
        assertThat(reading.inLine()).isOne();
        assertThat(reading.life()).isOne();
        assertThat(reading.perMinute()).isEqualTo(150);
        assertThat(reading.climbsTo()).isEqualTo(600);
        assertThat(reading.places()).isEqualTo(50);
        assertThat(reading.taken()).isOne();
    }

    @Test
    void theRateInForceIsThatOfWhoeverDecides() {
        line.join(UUID.randomUUID());
        await().until(() -> Notes.reading(notes(0).getLast()).perMinute() == 150);

        line.control(1, "MANUAL", 90, "");
        await().until(() -> Notes.reading(notes(0).getLast()).perMinute() == 90);

        line.control(2, "PAUSED", "", "");
        await().until(() -> Notes.reading(notes(0).getLast()).perMinute() == 0);
    }

    @Test
    void aLobbyWaitsWithoutAnybodyInLine() {
        line.lobbyOpensAt = 0;
        line.opensAt = 4_000_000_000_000L;
        line.join(UUID.randomUUID());

        var reading = Notes.reading(notes(0).getLast());

        assertThat(reading.waiting()).isOne();
        assertThat(reading.inLine()).isZero();
    }

    @Test
    void whoeverIsNotDrawnYetIsInLineButNotReady() {
        line.lobbyOpensAt = 0;
        line.opensAt = 4_000_000_000_000L;
        line.join(UUID.randomUUID());
        line.join(UUID.randomUUID());
        line.opensAt = 1;
        line.join(UUID.randomUUID());
        var undrawn = await().until(() -> Notes.reading(notes(0).getLast()), noted -> noted.waiting() == 3);
        assertThat(undrawn.inLine()).isZero();

        line.fill(0, 1);

        await().until(() -> Notes.reading(notes(0).getLast()).inLine() == 1);
        line.fill(1, 0);
        await().until(() -> Notes.reading(notes(0).getLast()).inLine() == 3);
    }

    @Test
    void theControllersPlanIsNotedWhileItClimbs() {
        line.join(UUID.randomUUID());
        line.run("control/adapt", "AUTO", 600, 2_000, 60, 30_000, 100, 0.1, 0, "load");

        var climbs =
                await().until(() -> Notes.reading(notes(0).getLast()), noted -> noted.perMinute() < noted.climbsTo());
        assertThat(climbs.perMinute()).isBetween(150.0, 250.0);
        assertThat(climbs.climbsTo()).isEqualTo(600);

        line.control(1, "MANUAL", 90, "");
        await().until(() -> Notes.reading(notes(0).getLast()).climbsTo() == 90);
    }

    @Test
    void aTurnIsNotedOnceWithWhatTheFanWasTold() {
        line.join(UUID.randomUUID());
        line.run("estimate/remember", 1, TOLD, 10);
        line.run("estimate/remember", 1, TOLD.replaceFirst("3", "4"), 10);

        var came = line.run("estimate/turn", 1);
        line.run("estimate/turn", 1);
        line.run("estimate/turn", 2);

        assertThat(Told.read(came.word(0)).ahead()).isEqualTo(4);
        var turns = notes(0).stream().filter(note -> note.startsWith("T ")).toList();
        assertThat(turns).hasSize(1);
        Notes.turn(turns.getFirst(), (told, at, admitted) -> {
            assertThat(told).isEqualTo(Told.read(came.word(0)));
            assertThat(at).isEqualTo(came.number(1));
            assertThat(admitted).isZero();
        });
    }

    @Test
    void neverMoreThanSoManyAreRemembered() {
        line.run("estimate/remember", 1, TOLD, 1);
        line.run("estimate/remember", 2, TOLD, 1);

        assertThat(line.run("estimate/turn", 1).word(0)).isNotEmpty();
        assertThat(line.run("estimate/turn", 2).word(0)).isEmpty();
    }

    @Test
    void whoeverKnowsMoreThanThereIsLearnsThatTheLineWasLost() {
        assertThat(look(1_000).number(0)).isLessThan(1_000);
        assertThat(look(1_000).list(1).size()).isZero();
    }
}
