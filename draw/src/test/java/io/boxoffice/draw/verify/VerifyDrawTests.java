package io.boxoffice.draw.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.draw.PublishedDraw;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyDrawTests {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PublishedDraw draw = new PublishedDraw(20);
    private String file;

    @BeforeEach
    void publish() throws IOException {
        file = Files.write(folder.resolve("draw.ndjson"), draw.file()).toString();
    }

    @Test
    void aGoodDrawEndsWithZeroAndSaysWhatWasChecked() {
        assertThat(verify(file)).isZero();
        assertThat(text()).contains("20 participants", "not checked:", "GOOD");
    }

    @Test
    void aFanNamesTheirReceiptAndWhatTheyNoted() {
        var hex = HexFormat.of();
        assertThat(verify(
                        file,
                        "--entry",
                        "7",
                        hex.formatHex(draw.leaves.get(7)),
                        "--commitment",
                        hex.formatHex(draw.commitment)))
                .isZero();
        assertThat(text()).contains("the receipt for join index 7", "the one that was noted down");
        assertThat(verify(file, "--entry", "8", hex.formatHex(draw.leaves.get(7))))
                .isEqualTo(1);
        assertThat(verify(file, "--commitment", hex.formatHex(draw.root))).isEqualTo(1);
    }

    @Test
    void aTamperedDrawEndsWithOneAndSaysWhy() throws IOException {
        Files.write(Path.of(file), Tampering.POSITIONS_SWAPPED.apply(draw));
        assertThat(verify(file)).isEqualTo(1);
        assertThat(text()).contains("REFUSED: join index 2 has not the position that the key gives");
    }

    @Test
    void whatCannotBeReadEndsWithTwo() throws IOException {
        assertThat(verify(folder.resolve("nothing").toString())).isEqualTo(2);
        assertThat(verify(folder.toString())).isEqualTo(2);
        assertThat(verify()).isEqualTo(2);
        assertThat(verify(file, file)).isEqualTo(2);
        assertThat(verify(file, "--entry", "7")).isEqualTo(2);
        assertThat(verify(file, "--entry", "x", "00".repeat(32))).isEqualTo(2);
        assertThat(verify(file, "--unknown")).isEqualTo(2);
        assertThat(verify(Files.writeString(folder.resolve("page"), "<html>").toString()))
                .isEqualTo(2);
    }

    @Test
    void aDrawMayComeThroughAPipe() {
        assertThat(verify("-")).isZero();
    }

    private int verify(String... args) {
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return VerifyDraw.run(List.of(args), new ByteArrayInputStream(draw.file()), out, out);
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
