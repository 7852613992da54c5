package io.boxoffice.gateway.web;

import java.util.Set;
import java.util.regex.Pattern;

/** The paths that the app's own router knows: each is answered with the one page there is. */
final class Pages {

    private static final Pattern PATH = Pattern.compile("/(?<first>[a-z-]+)(/[A-Za-z0-9-]*)*");

    /** First words; what comes behind them is for the app to say. */
    static final Set<String> FIRST =
            Set.of("events", "orders", "tickets", "resale", "scan", "ops", "organise", "signed-in");

    private Pages() {}

    static boolean has(String rawPath) {
        var path = PATH.matcher(rawPath);
        return rawPath.equals("/") || (path.matches() && FIRST.contains(path.group("first")));
    }
}
