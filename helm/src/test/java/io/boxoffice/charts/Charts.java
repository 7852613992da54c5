package io.boxoffice.charts;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;

/** The charts, rendered by Helm's own engine from a copy, so that nothing is left in the sources. */
final class Charts {
    static final List<String> SERVICES = List.of(
            "gateway", "waiting-room", "inventory", "payment", "event", "notification", "analytics", "fraud", "resale");

    private final Helm fleet;
    private final Path copy;

    Charts(Path folder) throws IOException {
        copy = folder;
        copy(Path.of("service"), folder);
        copy(Path.of("boxoffice"), folder);
        fleet = new Helm(folder.resolve("boxoffice"));
        fleet.dependency().update().call();
    }

    private static void copy(Path chart, Path folder) throws IOException {
        try (var files = Files.walk(chart, FileVisitOption.FOLLOW_LINKS)) {
            for (var file : files.toList()) {
                var to = folder.resolve(file.toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    TemplateCommand template() {
        return fleet.template().withName("tickets").withKubeVersion("1.34.0");
    }

    /** Every document, with the values of one more file. */
    List<String> documents(String valuesFile) {
        var command = template();
        if (!valuesFile.equals("values.yaml")) {
            command = command.withValuesFile(copy.resolve("boxoffice").resolve(valuesFile));
        }
        return Arrays.stream(command.call().split("(?m)^---$"))
                .filter(document -> document.contains("kind:"))
                .toList();
    }

    Helm fleet() {
        return fleet;
    }
}
