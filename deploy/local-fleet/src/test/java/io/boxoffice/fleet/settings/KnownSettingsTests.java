package io.boxoffice.fleet.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownSettingsTests {

    @Test
    void theHelpOfUpNamesEverySetting() throws Exception {
        var script = Files.readString(Path.of("..", "..", "boxoffice"));
        var help = List.of(script.substring(script.indexOf("Keys ("), script.indexOf("ports.offset=N"))
                .split("[\\s]+"));

        assertThat(KnownSettings.names().stream().filter(name -> !name.startsWith("ports.")))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(help).containsAnyElementsOf(endings(name)));
    }

    /** "payment.max-attempts" stands there whole, or as "max-attempts" behind "payment.". */
    private static List<String> endings(String name) {
        return Arrays.stream(name.split("(?=\\.)"))
                .map(word -> name.substring(name.indexOf(word)).replaceFirst("^\\.", ""))
                .toList();
    }
}
