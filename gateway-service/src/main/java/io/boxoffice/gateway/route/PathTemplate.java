package io.boxoffice.gateway.route;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A path whose {@code {…_id}} segments are UUIDs, whose {@code {hash}} is a SHA-256 in hex and whose {@code {name}} is an
 * operator's word. Compared with the raw path, so that nothing encoded or relative
 * can mean one thing here and another in the service.
 */
public record PathTemplate(String text, List<String> segments) {

    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    static PathTemplate of(String text) {
        return new PathTemplate(text, split(text));
    }

    static List<String> split(String path) {
        return List.of(path.split("/", -1));
    }

    private static Pattern form(String variable) {
        return switch (variable) {
            case "{hash}" -> HASH;
            case "{name}" -> NAME;
            default -> UUID;
        };
    }

    /** The variables, or null when the path is another one. */
    @Nullable
    Map<String, String> match(List<String> path) {
        if (path.size() != segments.size()) {
            return null;
        }
        var variables = new TreeMap<String, String>();
        for (var i = 0; i < segments.size(); i++) {
            var expected = segments.get(i);
            var actual = path.get(i);
            if (!expected.startsWith("{")) {
                if (!expected.equals(actual)) {
                    return null;
                }
            } else if (form(expected).matcher(actual).matches()) {
                variables.put(expected.substring(1, expected.length() - 1), actual);
            } else {
                return null;
            }
        }
        return variables;
    }
}
