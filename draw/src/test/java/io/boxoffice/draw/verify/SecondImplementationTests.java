package io.boxoffice.draw.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.boxoffice.draw.PublishedDraw;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/verify_draw.py was written from docs/draw.md alone and comes to the same verdicts. */
class SecondImplementationTests {

    @TempDir
    private Path folder;

    @BeforeAll
    static void needsPython() throws InterruptedException {
        assumeTrue(works("python3", "--version"), "no python3 here");
    }

    @Test
    void bothFindHonestDrawsGood() throws IOException, InterruptedException {
        for (int participants : new int[] {0, 1, 2, 5, 16, 17, 1000}) {
            var draw = new PublishedDraw(participants);
            assertThat(secondVerdict(draw.file()))
                    .as("%d participants", participants)
                    .isEqualTo(verdict(draw.file()));
        }
        assertThat(secondVerdict(new PublishedDraw(1000).file())).isZero();
    }

    @Test
    void bothFindAProofGood() throws IOException, InterruptedException {
        var document = new PublishedDraw(77).prove(33).document();
        assertThat(secondVerdict(document.getBytes(StandardCharsets.UTF_8))).isZero();
        assertThat(verdict(document.getBytes(StandardCharsets.UTF_8))).isZero();
    }

    @Test
    void bothRefuseEveryTampering() throws IOException, InterruptedException {
        for (var tampering : Tampering.values()) {
            var file = tampering.apply(new PublishedDraw(20));
            assertThat(secondVerdict(file)).as("%s", tampering).isEqualTo(verdict(file));
        }
    }

    private int verdict(byte[] draw) throws IOException {
        return switch (DrawVerifier.verify(new ByteArrayInputStream(draw), Expectations.NONE)) {
            case Verdict.Good _ -> 0;
            case Verdict.Refused _ -> 1;
            case Verdict.Unreadable _ -> 2;
        };
    }

    private int secondVerdict(byte[] draw) throws IOException, InterruptedException {
        var file = Files.write(folder.resolve("draw.ndjson"), draw);
        return run("python3", Path.of("../docs/verify_draw.py").toString(), file.toString());
    }

    private static boolean works(String... command) throws InterruptedException {
        try {
            return run(command) == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
