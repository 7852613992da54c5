package io.boxoffice.e2e.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a measurement was asked for.
 *
 * @param names what is to be measured
 * @param require a missed target is a failure
 * @param restart a running fleet may be stopped
 * @param numbers sizes other than the usual ones, by option
 */
record BenchOptions(List<String> names, boolean require, boolean restart, Map<String, Integer> numbers) {

    private static final List<String> NUMBERS = List.of("--fans", "--seconds", "--pairs", "--viewers");

    /** What cannot be understood. */
    static final class BadOption extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        BadOption(String message) {
            super(message);
        }
    }

    static BenchOptions parse(List<String> words) {
        List<String> names = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        boolean require = false;
        boolean restart = false;
        for (var rest = words.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            if (NUMBERS.contains(word)) {
                numbers.put(word, number(word, rest.hasNext() ? rest.next() : ""));
            } else if (word.equals("--require")) {
                require = true;
            } else if (word.equals("--restart")) {
                restart = true;
            } else if (word.startsWith("--")) {
                throw new BadOption("unknown option " + word);
            } else {
                names.add(word);
            }
        }
        return new BenchOptions(List.copyOf(names), require, restart, Map.copyOf(numbers));
    }

    private static int number(String option, String value) {
        if (!value.matches("[1-9]\\d{0,8}")) {
            throw new BadOption("%s needs a number, not \"%s\"".formatted(option, value));
        }
        return Integer.parseInt(value);
    }

    int fans(int usual) {
        return numbers.getOrDefault("--fans", usual);
    }

    int seconds(int usual) {
        return numbers.getOrDefault("--seconds", usual);
    }

    int pairs(int usual) {
        return numbers.getOrDefault("--pairs", usual);
    }

    int viewers(int usual) {
        return numbers.getOrDefault("--viewers", usual);
    }
}
