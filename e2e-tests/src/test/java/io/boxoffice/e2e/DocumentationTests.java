package io.boxoffice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A page that leads nowhere is worse than none. */
class DocumentationTests {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)(#[^)]*)?\\)");
    private static final Pattern COMMAND = Pattern.compile("\\./boxoffice ([a-z-]+)");

    @ParameterizedTest
    @MethodSource("pages")
    void leadsOnlyToWhatIsThere(Path page) throws IOException {
        var folder = page.getParent();
        assertThat(matches(LINK, Files.readString(page)))
                .filteredOn(link -> !link.startsWith("http"))
                .allSatisfy(link -> assertThat(folder.resolve(link)).exists());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void namesOnlyCommandsThatExist(Path page) throws IOException {
        var script = Files.readString(ROOT.resolve("boxoffice"));
        assertThat(matches(COMMAND, Files.readString(page)))
                .allSatisfy(command -> assertThat(script).contains("./boxoffice " + command));
    }

    static List<Path> pages() throws IOException {
        try (var modules = Files.list(ROOT);
                var docs = Files.walk(ROOT.resolve("docs"));
                var fleet = Files.walk(ROOT.resolve("deploy/local-fleet"), 2)) {
            return Stream.of(modules.flatMap(DocumentationTests::ownPages), docs, fleet)
                    .flatMap(pages -> pages)
                    .filter(path -> path.toString().endsWith(".md"))
                    .toList();
        }
    }

    private static Stream<Path> ownPages(Path path) {
        if (!Files.isDirectory(path)) {
            return Stream.of(path);
        }
        try {
            return Files.list(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(DocumentationTests::first).toList();
    }

    private static String first(MatchResult match) {
        return match.group(1);
    }
}
