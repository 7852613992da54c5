package io.boxoffice.common.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Golden messages: a producer's test compares with its own file, its consumers' tests read the same file. */
public final class GoldenFiles {
    private GoldenFiles() {}

    /** The text of {@code <service>/src/test/resources/wire/<name>.v1.json}, seen from a sibling module. */
    public static String read(String service, String name) {
        try {
            return Files.readString(Path.of("..", service, "src", "test", "resources", "wire", name + ".v1.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
