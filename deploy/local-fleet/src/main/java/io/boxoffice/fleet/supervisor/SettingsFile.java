package io.boxoffice.fleet.supervisor;

import java.util.Map;
import java.util.stream.Collectors;

/** The text of a properties file. */
final class SettingsFile {
    private SettingsFile() {}

    static String text(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().replace("\\", "\\\\") + "\n")
                .collect(Collectors.joining("", "# written at every start\n", ""));
    }
}
