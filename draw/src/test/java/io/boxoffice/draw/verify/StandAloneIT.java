package io.boxoffice.draw.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.draw.PublishedDraw;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as an outsider runs it: nothing beside it, and a heap that is smaller than the file. */
class StandAloneIT {

    @TempDir
    private Path folder;

    @Test
    void theJarChecksADrawLargerThanItsHeap() throws IOException, InterruptedException {
        var file = Files.write(folder.resolve("draw.ndjson"), new PublishedDraw(200_000).file());
        assertThat(Files.size(file)).isGreaterThan(16 << 20);
        var verifier = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx16m",
                        "-jar",
                        "target/draw-0.1.0-SNAPSHOT.jar",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        var printed = new String(verifier.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(verifier.waitFor()).as(printed).isZero();
        assertThat(printed).contains("200,000 participants");
    }
}
