package io.boxoffice.fleet.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTests {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("data").resolve("test.journal");
    }

    @Test
    void whatWasAppendedIsReadAgainInOrder() throws Exception {
        write("one", "two", "x".repeat(200_000), "four");
        assertThat(read()).containsExactly("one", "two", "x".repeat(200_000), "four");
    }

    @Test
    void aPayloadIsFoundByItsPosition() throws Exception {
        try (var journal = open((position, line) -> {})) {
            journal.append("one".getBytes(UTF_8));
            var second = journal.append("zwei ü".getBytes(UTF_8));
            journal.awaitDurable(second.end());
            assertThat(new String(journal.read(second), UTF_8)).isEqualTo("zwei ü");
        }
    }

    @Test
    void aTornLastLineIsDroppedAndWrittenOver() throws Exception {
        write("one", "two");
        try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            channel.truncate(Files.size(file) - 2);
        }
        assertThat(read()).containsExactly("one");
        write("three");
        assertThat(read()).containsExactly("one", "three");
    }

    @Test
    void aLineThatIsNotWhatWasWrittenEndsTheJournal() throws Exception {
        write("one", "two", "three");
        Files.writeString(file, Files.readString(file).replace("two", "too"));
        assertThat(read()).containsExactly("one");
    }

    @Test
    void manyMayAppendAtOnce() throws Exception {
        Set<String> written = ConcurrentHashMap.newKeySet();
        try (var journal = open((position, line) -> {});
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 500; i++) {
                var text = "line " + i;
                threads.submit(() -> {
                    journal.awaitDurable(journal.append(text.getBytes(UTF_8)).end());
                    written.add(text);
                });
            }
        }
        assertThat(read()).hasSize(500).containsExactlyInAnyOrderElementsOf(written);
    }

    private void write(String... lines) throws Exception {
        try (var journal = open((position, line) -> {})) {
            for (var line : lines) {
                journal.append(line.getBytes(UTF_8));
            }
            journal.awaitDurable();
        }
    }

    private List<String> read() throws Exception {
        var lines = new ArrayList<String>();
        open((position, line) -> lines.add(new String(line, UTF_8))).close();
        return lines;
    }

    private Journal open(Journal.Reader reader) {
        var journal = new Journal(file);
        journal.open(reader);
        return journal;
    }
}
