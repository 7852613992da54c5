package io.boxoffice.waitingroom.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.waitingroom.redis.TestLine;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LobbyScriptIT {
    private final TestLine line = new TestLine();

    LobbyScriptIT() {
        line.lobbyOpensAt = 0;
        line.opensAt = line.closesAt - 1;
    }

    private TestLine.Entry fan() {
        return line.join(UUID.randomUUID());
    }

    private List<TestLine.Entry> fans(int count) {
        return Stream.generate(this::fan).limit(count).toList();
    }

    private void open() {
        line.opensAt = 1;
        // whichever script comes by first closes the lobby
        line.tryAdmit(0);
    }

    @Test
    void theLobbyGivesDenseJoinIndexesAndNoPosition() {
        var fans = fans(3);

        assertThat(fans).extracting(TestLine.Entry::state).containsOnly("LOBBY");
        assertThat(fans).extracting(TestLine.Entry::score).containsExactly(0L, 1L, 2L);
        assertThat(fans).extracting(TestLine.Entry::ahead).containsOnly(-1L);
        assertThat(line.waiting()).isEqualTo(3);
        assertThat(line.admit(10)).isZero();
    }

    @Test
    void theFrontierLetsInByDrawAndLateComersLast() {
        line.pollLeast = line.pollUsual = line.pollMost = 1;
        var fans = fans(3);
        open();
        var late = fan();
        assertThat(line.admit(10)).isZero();
        assertThat(line.poll(fans.getFirst()).state()).isEqualTo("LOBBY");
        assertThat(late.ahead()).isEqualTo(3);

        assertThat(line.fill(0, 2, 0).word(0)).isEqualTo("FILLED");
        assertThat(line.fill(0, 2, 0).word(0)).isEqualTo("MOVED");
        assertThat(TestLine.entry(line.tryPoll(fans.get(1), 2), UUID.randomUUID())
                        .ahead())
                .isEqualTo(2);
        assertThat(line.poll(late).ahead()).isEqualTo(3);
        assertThat(line.admit(10)).isEqualTo(2);
        assertThat(line.poll(late).ahead()).isOne();

        line.fill(2, 1);
        assertThat(line.admit(10)).isEqualTo(2);
        assertThat(admitted()).containsExactly("3", "1", "2", "4");
    }

    @Test
    void aLateComerStandsBehindTheWholeLobbyAtEveryLook() {
        line.pollLeast = line.pollUsual = line.pollMost = 1;
        fans(3);
        open();
        var late = UUID.randomUUID();
        line.join(late);
        line.fill(0, 1);

        assertThat(line.join(late).ahead()).isEqualTo(3);
        line.fill(1, 0, 2);
        assertThat(line.join(late).ahead()).isEqualTo(3);
    }

    @Test
    void aClosedLobbyTakesNobodyAlsoWhereTheOpeningIsPutOff() {
        fan();
        open();
        line.opensAt = line.closesAt - 1;

        assertThat(line.tryJoin(UUID.randomUUID(), "phone").word(0)).isEqualTo("NOT_OPEN");
    }

    @Test
    void aPresaleFanStandsBeforeTheLobbyAndACodeLeadsOutOfIt() {
        var patient = UUID.randomUUID();
        line.join(patient);
        fan();
        line.presaleAt = 1;

        var early = TestLine.entry(line.tryJoin(patient, "phone", 5), patient);
        assertThat(early.outcome()).isEqualTo("NEW");
        assertThat(early.state()).isEqualTo("QUEUED");
        assertThat(line.tryJoin(UUID.randomUUID(), "phone", 5).word(0)).isEqualTo("CODE_USED");
        assertThat(line.tryJoin(patient, "phone", 5).word(0)).isEqualTo("SAME");

        assertThat(line.admit(10)).isOne();
        open();
        line.fill(0, 0, 1);
        assertThat(line.admit(10)).isOne();
        assertThat(admitted()).containsExactly("3", "2");
    }

    @Test
    void withoutALobbyAPresaleAsksForACode() {
        line.lobbyOpensAt = line.opensAt;
        assertThat(line.tryJoin(UUID.randomUUID(), "phone").word(0)).isEqualTo("NOT_OPEN");

        line.presaleAt = 1;

        assertThat(line.tryJoin(UUID.randomUUID(), "phone").word(0)).isEqualTo("CODE_REQUIRED");
        assertThat(line.waiting()).isZero();
    }

    @Test
    void whoIsSilentInTheLobbyKeepsTheDrawnPlaceForTheGrace() {
        line.pollLeast = line.pollUsual = line.pollMost = 1;
        var silent = fan();
        line.abandonAfter = 1;
        await().until(() -> line.abandon() == 1);
        line.abandonAfter = 120_000;
        assertThat(line.waiting()).isZero();
        fan();
        open();

        line.fill(0, 0, 1);

        assertThat(line.waiting()).isOne();
        var back = line.poll(silent);
        assertThat(back.state()).isEqualTo("QUEUED");
        assertThat(back.ahead()).isZero();
        assertThat(line.waiting()).isEqualTo(2);
    }

    @Test
    void whoLeavesTheLobbyIsPassedOver() {
        var fans = fans(2);
        assertThat(line.leave(fans.getFirst())).isEqualTo("LEFT");
        var again = line.join(fans.getFirst().fan());
        assertThat(again.score()).isEqualTo(2);
        open();

        line.fill(0, 0, 2, 1);

        assertThat(line.admit(10)).isEqualTo(2);
        assertThat(admitted()).containsExactly("3", "2");
    }

    @Test
    void aCancelledEventSendsTheLobbyHome() {
        line.pollLeast = line.pollUsual = line.pollMost = 1;
        var fan = fan();
        line.ended(7, 2);

        assertThat(line.sendHome()).isOne();

        assertThat(line.poll(fan).state()).isEqualTo("EXPIRED");
        assertThat(line.waiting()).isZero();
    }

    private List<String> admitted() {
        return line.told().stream()
                .filter(message -> message.get("what").equals("EntryAdmitted"))
                .map(message -> message.get("n"))
                .toList();
    }
}
