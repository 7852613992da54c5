package io.boxoffice.draw.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.draw.Draw;
import io.boxoffice.draw.PublishedDraw;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrawVerifierTests {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5, 16, 17, 1000})
    void anHonestDrawIsGood(int participants) throws IOException {
        assertThat(verify(new PublishedDraw(participants).file())).isInstanceOf(Verdict.Good.class);
    }

    @ParameterizedTest
    @EnumSource
    void aTamperedDrawIsRefused(Tampering tampering) throws IOException {
        var draw = new PublishedDraw(20);
        assertThat(verify(tampering.apply(draw))).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void aSingleBitAnywhereInTheListIsNoticed() throws IOException {
        var file = new PublishedDraw(12).file();
        int list = new PublishedDraw(12).document().length();
        for (int at = list; at < file.length - 1; at++) {
            file[at] ^= 1;
            assertThat(verify(file)).as("byte %d", at).isNotInstanceOf(Verdict.Good.class);
            file[at] ^= 1;
        }
    }

    @Test
    void theDocumentAloneIsCheckedAsFarAsItGoes() throws IOException {
        var verdict = verify(new PublishedDraw(9).document());
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Good.class,
                        good -> assertThat(good.open()).anyMatch(open -> open.contains("document alone")));
        assertThat(verify(with(new PublishedDraw(9), draw -> draw.seed[0]++).document()))
                .isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void aProofPlacesOneParticipant() throws IOException {
        var draw = new PublishedDraw(100).prove(42);
        var receipt = new Expectations(new Expectations.Entry(42, draw.leaves.get(42)), draw.commitment);
        assertThat(verify(draw.document(), receipt))
                .isInstanceOfSatisfying(
                        Verdict.Good.class,
                        good -> assertThat(good.checked())
                                .contains("the receipt for join index 42 has position "
                                        + draw.order().position(42)));
    }

    @Test
    void aProofThatDoesNotHoldIsRefused() throws IOException {
        var document = new PublishedDraw(100).prove(42).document();
        long position = new PublishedDraw(100).order().position(42);
        assertThat(verify(document.replace("\"position\":" + position, "\"position\":" + (position + 1))))
                .isInstanceOf(Verdict.Refused.class);
        assertThat(verify(document.replace("\"join_index\":42", "\"join_index\":43")))
                .isInstanceOf(Verdict.Refused.class);
        assertThat(verify(document.replace("\"join_index\":42", "\"join_index\":100")))
                .isInstanceOf(Verdict.Refused.class);
        assertThat(verify(document.replaceFirst("\"path\":\\[\"[0-9a-f]{64}\",", "\"path\":[")))
                .isInstanceOf(Verdict.Refused.class);
        assertThat(verify(document.replaceFirst("\"path\":\\[\"[0-9a-f]{64}\"", "\"path\":[\"" + "0".repeat(64) + '"')))
                .isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void aFanFindsTheirOwnPlaceInTheList() throws IOException {
        var draw = new PublishedDraw(30);
        var mine = new Expectations.Entry(7, draw.leaves.get(7));
        assertThat(verify(draw.file(), new Expectations(mine, null)))
                .isInstanceOfSatisfying(
                        Verdict.Good.class,
                        good -> assertThat(good.checked())
                                .contains("the receipt for join index 7 has position "
                                        + draw.order().position(7)));
    }

    @Test
    void aFanWhoIsNotInTheListNoticesIt() throws IOException {
        var draw = new PublishedDraw(30);
        var mine = draw.leaves.get(7);
        draw.leaves.set(7, Draw.leaf(PublishedDraw.EVENT, 7, new UUID(7, 7)));
        draw.draw();
        assertThat(verify(draw.file())).isInstanceOf(Verdict.Good.class);
        assertThat(verify(draw.file(), new Expectations(new Expectations.Entry(7, mine), null)))
                .isInstanceOf(Verdict.Refused.class);
        assertThat(verify(draw.file(), new Expectations(new Expectations.Entry(30, mine), null)))
                .isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void anotherSeedThanTheOneCommittedToIsNoticedByWhoeverNotedTheCommitment() throws IOException {
        var draw = new PublishedDraw(30);
        var noted = new Expectations(null, draw.commitment);
        draw.seed = Draw.newSeed();
        draw.commitment = Draw.commitment(draw.seed);
        draw.draw();
        assertThat(verify(draw.file())).isInstanceOf(Verdict.Good.class);
        assertThat(verify(draw.file(), noted)).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void aDrawThatIsNotHeldYetShowsNothingButItsCommitment() throws IOException {
        var committed = """
                {"event_id":"%s","state":"COMMITTED","commitment":"%s","opens_at":"2027-06-01T10:00:00Z","participants":7,
                 "seed":null,"algorithm":"boxoffice-draw-1"}""".formatted(PublishedDraw.EVENT, "ab".repeat(32));
        assertThat(verify(committed)).isInstanceOf(Verdict.Good.class);
        assertThat(verify(committed + "{\"i\":0")).isInstanceOf(Verdict.Refused.class);
        assertThat(verify(committed.replace("null", '"' + "00".repeat(32) + '"')))
                .isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void joinIndexesOfNobodyAreCounted() throws IOException {
        var draw = new PublishedDraw(10);
        draw.leaves.set(3, Draw.leaf(PublishedDraw.EVENT, 3, Draw.NOBODY));
        draw.draw();
        assertThat(verify(draw.file()))
                .isInstanceOfSatisfying(
                        Verdict.Good.class,
                        good -> assertThat(good.checked()).contains("1 of the join indexes belong to nobody"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "<html>",
                "{",
                "{}",
                "{\"algorithm\":\"boxoffice-draw-2\"}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":01}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{}}}}}}}}}",
                "{\"a\":\"unended"
            })
    void whatIsNoDrawIsUnreadable(String text) throws IOException {
        assertThat(verify(text)).isInstanceOf(Verdict.Unreadable.class);
    }

    @Test
    void aListInAnotherFormIsUnreadable() throws IOException {
        var text = new String(new PublishedDraw(3).file(), StandardCharsets.UTF_8);
        assertThat(verify(text.replace("\"i\":1,", "\"i\": 1,"))).isInstanceOf(Verdict.Unreadable.class);
        assertThat(verify(text.replace("{\"i\":1,", "\n{\"i\":1,"))).isInstanceOf(Verdict.Unreadable.class);
        assertThat(verify(text.substring(0, text.length() - 4))).isInstanceOf(Verdict.Unreadable.class);
    }

    @Test
    void aDocumentMayBeLaidOutAnew() throws IOException {
        var document = new PublishedDraw(3).document();
        assertThat(verify(document.replace(",", ",\n  ").replace("\"none\"", "\"\\u006eone \\ud83c\\udfab\"")))
                .isInstanceOf(Verdict.Good.class);
    }

    private static PublishedDraw with(PublishedDraw draw, java.util.function.Consumer<PublishedDraw> change) {
        change.accept(draw);
        return draw;
    }

    private static Verdict verify(String text) throws IOException {
        return verify(text, Expectations.NONE);
    }

    private static Verdict verify(String text, Expectations expected) throws IOException {
        return verify(text.getBytes(StandardCharsets.UTF_8), expected);
    }

    private static Verdict verify(byte[] file) throws IOException {
        return verify(file, Expectations.NONE);
    }

    private static Verdict verify(byte[] file, Expectations expected) throws IOException {
        return DrawVerifier.verify(new ByteArrayInputStream(file), expected);
    }
}
