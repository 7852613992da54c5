package io.boxoffice.gateway.route;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A path whose {@code {…_id}} segments are UUIDs and whose {@code {hash}} is a SHA-256 in hex. Compared with the raw path, so that nothing encoded or relative
 * can mean one thing here and another in the service.
 */
public record PathTemplate(String text, List<String> segments) {

    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    static PathTemplate of(String text) {
        return new PathTemplate(text, split(text));
    }

    static List<String> split(String path) {
        return List.of(path.split("/", -1));
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
            } else if ((expected.equals("{hash}") ? HASH : UUID).matcher(actual).matches()) {
                variables.put(expected.substring(1, expected.length() - 1), actual);
            } else {
                return null;
            }
        }
        return variables;
    }
}
