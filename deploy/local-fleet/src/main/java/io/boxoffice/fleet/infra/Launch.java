package io.boxoffice.fleet.infra;

import java.util.List;
import java.util.Map;

/** A command line and what its environment adds. */
public record Launch(List<String> command, Map<String, String> environment) {

    public static Launch of(List<String> command) {
        return new Launch(command, Map.of());
    }
}
