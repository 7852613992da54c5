package io.boxoffice.waitingroom.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.waitingroom.redis.TestLine;
import io.boxoffice.waitingroom.redis.TestLine.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RestoreScriptIT {
    private static final int SUPERSEDED = -1;
    private static final int LEFT = 6;
    private static final int PURCHASED = 6;

    private final TestLine line = new TestLine();

    private Entry fan() {
        return line.join(UUID.randomUUID());
    }

    private List<Entry> fans(int count) {
        return IntStream.range(0, count).mapToObj(_ -> fan()).toList();
    }

    /** Nothing was marked of the line but these. */
    private void wiped(long joins, long served) {
        line.lose();
        line.comeBack(2, joins, 0, -1, 0, 0, served, 0);
    }

    private List<String> admitted() {
        return line.told().stream()
                .filter(message -> message.get("what").equals("EntryAdmitted"))
                .map(message -> message.get("n"))
                .toList();
    }

    private void endWindow() {
        line.run("queue/begin", line.field("epoch") + 1, 0, 0, 0);
    }

    @Test
    void nothingComesBackToALineThatHasNotBegunAgain() {
        var fan = fan();
        line.lose();

        assertThat(line.tryRestore(fan, false, -1, 0, 0).word(0)).isEqualTo("NO_LINE");
    }

    @Test
    void fansComeBackInAnyOrderAndStandInTheOldOne() {
        var fans = fans(50);
        wiped(1_000_000, 0);
        var shuffled = new ArrayList<>(fans);
        Collections.shuffle(shuffled, new Random(7));

        shuffled.forEach(fan -> {
            var back = line.restore(fan);
            assertThat(back.state()).isEqualTo("QUEUED");
            assertThat(back.number()).isEqualTo(fan.number());
            assertThat(back.score()).isEqualTo(fan.score());
        });
        var late = fan();

        assertThat(late.number()).isEqualTo(1_000_001);
        assertThat(late.ahead()).isEqualTo(50);
        assertThat(line.admit(100)).isZero();
        endWindow();
        assertThat(line.admit(100)).isEqualTo(51);
        assertThat(admitted()).startsWith("1", "2", "3").endsWith("50", "1000001");
    }

    @Test
    void whoComesBackLateStandsBeforeThoseWhoJoinedLater() {
        var early = fan();
        wiped(10, 0);
        fans(3);

        assertThat(line.restore(early).ahead()).isZero();
        assertThat(line.waiting()).isEqualTo(4);
    }

    @Test
    void comingBackTwiceIsComingBackOnce() {
        var fan = fan();
        wiped(10, 0);
        line.restore(fan);

        assertThat(line.tryRestore(fan, false, -1, 0, 0).word(0)).isEqualTo("THERE");
        assertThat(line.waiting()).isOne();
    }

    @Test
    void whoWasAdmittedHasTheSameSessionAgain() {
        var fans = fans(2);
        wiped(10, fans.getFirst().score());

        var in = line.restore(fans.getFirst());
        var waiting = line.restore(fans.getLast());

        assertThat(in.state()).isEqualTo("ADMITTED");
        assertThat(in.number()).isEqualTo(fans.getFirst().number());
        assertThat(in.session()).isEqualTo(fans.getFirst().session());
        assertThat(line.claim(in).word(0)).isEqualTo("CLAIMED");
        assertThat(waiting.state()).isEqualTo("QUEUED");
        assertThat(admitted()).isEmpty();
    }

    @Test
    void whoIsKnownToHaveBoughtComesBackAsOneWhoHasBought() {
        var fan = fan();
        wiped(10, fan.score());

        var back = line.tryRestore(fan, false, -1, LEFT, PURCHASED);

        assertThat(back.word(4)).isEqualTo("LEFT");
        assertThat(back.word(8)).isEqualTo("purchased");
        assertThat(line.toldNames()).containsExactly("SessionEnded");
        assertThat(line.claim(fan).word(0)).isEqualTo("NOT_ADMITTED");
        assertThat(line.join(fan.fan()).outcome()).isEqualTo("NEW");
    }

    @Test
    void aSessionAdmittedLongAgoHasHadItsTime() {
        var fans = fans(2);
        line.lose();
        line.comeBack(
                2, 10, 0, -1, 0, 0, fans.getLast().score(), fans.getFirst().score());

        assertThat(line.restore(fans.getFirst()).state()).isEqualTo("EXPIRED");
        assertThat(line.restore(fans.getLast()).state()).isEqualTo("ADMITTED");
    }

    @Test
    void aSessionThatWouldHaveEndedSinceTheLossIsOver() {
        var fan = fan();
        wiped(10, fan.score());
        line.lease = 0;
        line.sessionLasts = 0;

        assertThat(line.restore(fan).state()).isEqualTo("EXPIRED");
    }

    @Test
    void aRecordThatIsBehindLearnsThatItsSessionEnded() {
        var fan = fan();
        line.admit(1);

        assertThat(line.tryRestore(fan, false, -1, LEFT, PURCHASED).word(0)).isEqualTo("THERE");

        assertThat(line.poll(fan).state()).isEqualTo("LEFT");
        assertThat(line.tryAdmit(1).number(2)).isZero();
        assertThat(line.toldNames()).containsOnlyOnce("SessionEnded");
    }

    @Test
    void theNewerDeviceTakesOverAgainWhateverTheOrder() {
        var fan = UUID.randomUUID();
        var phone = line.join(fan, "phone");
        var laptop = line.join(fan, "laptop");
        wiped(10, 0);

        line.restore(phone);
        assertThat(line.tryRestore(laptop, "laptop", false, -1, 0, 0).word(0)).isEqualTo("THERE");

        assertThat(line.tryPoll(phone).word(0)).isEqualTo("SUPERSEDED");
        assertThat(line.tryPoll(laptop).word(0)).isEqualTo("TOO_SOON");
        assertThat(line.waiting()).isOne();
    }

    @Test
    void aSessionKnownToBeSupersededBringsNothingBack() {
        var fan = fan();
        wiped(10, fan.score());

        assertThat(line.tryRestore(fan, false, -1, SUPERSEDED, 0).word(0)).isEqualTo("SUPERSEDED");
        assertThat(line.waiting()).isZero();
    }

    @Test
    void whoJoinedAnewMeanwhileHasOneEntryTheOneFurtherAhead() {
        var first = fan();
        var between = fan();
        wiped(10, 0);
        var anew = line.join(first.fan(), "laptop");

        assertThat(line.restore(between).ahead()).isZero();
        var back = line.restore(first);

        assertThat(back.state()).isEqualTo("QUEUED");
        assertThat(back.ahead()).isZero();
        assertThat(line.waiting()).isEqualTo(2);
        assertThat(line.tryPoll(anew).word(0)).isEqualTo("SUPERSEDED");
        var again = line.join(first.fan(), "laptop");
        assertThat(again.number()).isEqualTo(first.number());
        assertThat(again.outcome()).isEqualTo("TAKEN_OVER");
    }

    @Test
    void whoIsInAlreadyUnderANewEntryKeepsThatOne() {
        var first = fan();
        wiped(10, 0);
        var anew = line.join(first.fan(), "laptop");
        endWindow();
        line.admit(1);

        assertThat(line.tryRestore(first, false, -1, 0, 0).word(0)).isEqualTo("SUPERSEDED");
        assertThat(line.poll(anew).state()).isEqualTo("ADMITTED");
    }

    @Test
    void anEntryThatIsOverDoesNotCostTheNewOne() {
        var first = fan();
        wiped(10, first.score());
        var anew = fanAgain(first);

        assertThat(line.tryRestore(first, false, -1, LEFT, PURCHASED).word(4)).isEqualTo("LEFT");

        assertThat(line.waiting()).isOne();
        assertThat(line.join(first.fan()).number()).isEqualTo(anew.number());
    }

    private Entry fanAgain(Entry fan) {
        return line.join(fan.fan(), "phone");
    }

    @Test
    void aNumberThatIsAnothersNowIsReplacedAtTheSameScore() {
        var lost = fan();
        line.lose();
        line.run("queue/begin", 1, 0, 0, 0);
        var other = fan();
        assertThat(other.number()).isEqualTo(lost.number());
        assertThat(line.tryPoll(lost).word(0)).isEqualTo("UNKNOWN");

        var back = line.restore(lost);

        assertThat(back.number()).isEqualTo(2);
        assertThat(back.score()).isEqualTo(lost.score());
        assertThat(back.ahead()).isZero();
        var again = line.tryRestore(lost, false, -1, 0, 0);
        assertThat(again.word(0)).isEqualTo("INSTEAD");
        assertThat(again.number(1)).isEqualTo(2);
        assertThat(fan().number()).isEqualTo(3);
        assertThat(line.waiting()).isEqualTo(3);
    }

    @Test
    void whoDoesNotPollAfterComingBackIsAbandonedAsEver() {
        var fans = fans(150);
        wiped(10_000, 0);
        line.abandonAfter = 0;
        // the sweep passes the numbers that nobody has
        IntStream.range(0, 3).forEach(_ -> line.abandon());
        line.abandonAfter = 120_000;
        line.restore(fans.getFirst());

        assertThat(line.field("sweep_from")).isZero();
    }

    @Test
    void lobbyFansComeBackToTheirJoinIndexes() {
        line.opensAt = 4_000_000_000_000L;
        line.lobbyOpensAt = 0;
        var fans = fans(3);
        line.lose();
        line.comeBack(2, 1_000, 103, -1, 0, 0, 0, 0);

        var back = TestLine.entry(
                line.tryRestore(fans.getLast(), true, -1, 0, 0), fans.getLast().fan());

        assertThat(back.state()).isEqualTo("LOBBY");
        assertThat(back.score()).isEqualTo(2);
        assertThat(fan().score()).isEqualTo(103);
        assertThat(line.waiting()).isEqualTo(2);
    }

    @Test
    void aJoinIndexThatIsAnothersIsReplacedWhileTheLobbyIsOpen() {
        line.opensAt = 4_000_000_000_000L;
        line.lobbyOpensAt = 0;
        var lost = fan();
        line.lose();
        line.comeBack(2, 1_000, 0, -1, 0, 0, 0, 0);
        var other = fan();
        assertThat(other.score()).isEqualTo(lost.score());

        var back = TestLine.entry(line.tryRestore(lost, true, -1, 0, 0), lost.fan());

        assertThat(back.state()).isEqualTo("LOBBY");
        assertThat(back.score()).isEqualTo(1);
        assertThat(line.field("lobby_joins")).isEqualTo(2);
    }

    @Test
    void afterTheDrawLobbyFansComeBackToTheirDrawnPlaces() {
        line.opensAt = 4_000_000_000_000L;
        line.lobbyOpensAt = 0;
        var fans = fans(4);
        var opened = line.field("last") < 0 ? 1_000_000_000L : line.field("last") + 1;
        line.opensAt = 0;
        line.lose();
        // two of four drawn places were done, and the first of them was let in
        line.comeBack(2, 1_000, 4, 4, opened, 2, opened, 0);

        assertThat(line.tryRestore(fans.get(3), true, -1, 0, 0).word(0)).isEqualTo("NOT_DRAWN");
        assertThat(restoreDrawn(fans.get(3), 0).state()).isEqualTo("ADMITTED");
        var second = restoreDrawn(fans.get(2), 1);
        assertThat(second.state()).isEqualTo("QUEUED");
        assertThat(second.score()).isEqualTo(opened + 1);
        assertThat(restoreDrawn(fans.get(0), 2).state()).isEqualTo("LOBBY");
        line.fill(2, 0, 1);
        var late = restoreDrawn(fans.get(1), 3);
        assertThat(late.state()).isEqualTo("QUEUED");
        endWindow();
        assertThat(line.admit(10)).isEqualTo(3);
        assertThat(admitted()).containsExactly("3", "1", "2");
    }

    private Entry restoreDrawn(Entry fan, long position) {
        return TestLine.entry(line.tryRestore(fan, true, position, 0, 0), fan.fan());
    }

    @Test
    void aCodeUsedBeforeTheLossIsUsedAfterIt() {
        line.opensAt = 4_000_000_000_000L;
        line.presaleAt = 1;
        line.tryJoin(UUID.randomUUID(), "phone", 8_195);
        line.tryJoin(UUID.randomUUID(), "phone", 3);
        var pieces = line.run("lines/marks").list(13);
        assertThat(pieces.size()).isEqualTo(4);
        var kept = Map.of(pieces.number(0), pieces.bytes(1), pieces.number(2), pieces.bytes(3));
        line.lose();

        kept.forEach((piece, used) -> line.run("lines/restore-presale", piece, used));
        line.comeBack(2, 10, 0, -1, 0, 0, 0, 0);

        assertThat(line.tryJoin(UUID.randomUUID(), "phone", 8_195).word(0)).isEqualTo("CODE_USED");
        assertThat(line.tryJoin(UUID.randomUUID(), "phone", 3).word(0)).isEqualTo("CODE_USED");
        assertThat(line.tryJoin(UUID.randomUUID(), "phone", 4).word(0)).isEqualTo("NEW");
        var acknowledged = line.run("lines/marks").list(13);
        assertThat(line.run("lines/marks", acknowledged.number(0), 2).list(13).size())
                .isZero();
    }
}
