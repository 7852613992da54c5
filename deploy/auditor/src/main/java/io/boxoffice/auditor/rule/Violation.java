package io.boxoffice.auditor.rule;

import org.jspecify.annotations.Nullable;

/**
 * One thing that breaks a rule.
 *
 * @param id whose: the same as long as the same thing is wrong, whatever else changes; never personal data
 * @param text what is wrong, in words
 */
public record Violation(String id, String text) {

    static Violation of(Object id, String text, @Nullable Object... values) {
        return new Violation(String.valueOf(id), text.formatted(values));
    }
}
