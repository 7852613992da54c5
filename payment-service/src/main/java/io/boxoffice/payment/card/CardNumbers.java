package io.boxoffice.payment.card;

import java.util.regex.Pattern;

/** Recognises what looks like a card number: 13 to 19 digits that pass the Luhn check, with spaces or dashes or without. */
final class CardNumbers {
    private static final Pattern UUIDS =
            Pattern.compile("(?i)\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b");
    private static final Pattern DIGITS = Pattern.compile("(?<!\\d)\\d(?:[ -]?\\d){12,18}(?![ -]?\\d)");

    private CardNumbers() {}

    static boolean in(String text) {
        var candidates = DIGITS.matcher(UUIDS.matcher(text).replaceAll("|"));
        return candidates.results().anyMatch(run -> passesLuhn(run.group()));
    }

    private static boolean passesLuhn(String run) {
        var digits = run.replaceAll("[ -]", "");
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = digit * 2;
            sum += i % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
