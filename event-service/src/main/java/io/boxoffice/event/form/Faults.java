package io.boxoffice.event.form;

import io.boxoffice.common.web.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Collects what is wrong with one body. Readers go on after a fault with a harmless stand-in, so that the sender hears of all
 * faults at once; {@link #raise} ends the reading before a stand-in can be used for anything.
 */
public final class Faults {
    private static final int MOST_TOLD = 100;
    private final List<Map<String, String>> errors = new ArrayList<>();

    /** Notes one fault; {@code pointer} is a JSON pointer (RFC 6901). */
    public void add(String pointer, String detail) {
        if (errors.size() < MOST_TOLD) {
            errors.add(Map.of("pointer", pointer, "detail", detail));
        }
    }

    /** Notes a fault if {@code wrong}. */
    public void addIf(boolean wrong, String pointer, String detail) {
        if (wrong) {
            add(pointer, detail);
        }
    }

    /** The value, or a fault and {@code standIn}. */
    public <T> T required(String pointer, @Nullable T value, T standIn) {
        if (value == null) {
            add(pointer, "Required.");
            return standIn;
        }
        return value;
    }

    /** A text of one line that must be there. */
    public String text(String pointer, @Nullable String value, int longest) {
        var text = optionalText(pointer, value, longest);
        if (text == null) {
            add(pointer, "Required.");
            return "";
        }
        addIf(text.isBlank(), pointer, "Must not be blank.");
        return text;
    }

    /** A text of one line that may be missing. */
    public @Nullable String optionalText(String pointer, @Nullable String value, int longest) {
        if (value != null) {
            addIf(value.chars().anyMatch(Character::isISOControl), pointer, "No control characters.");
            checkCharacters(pointer, value, longest);
        }
        return value;
    }

    /** A text of several lines that may be missing. */
    public @Nullable String optionalLines(String pointer, @Nullable String value, int longest) {
        if (value != null) {
            addIf(
                    value.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t'),
                    pointer,
                    "No control characters but tabs and line ends.");
            checkCharacters(pointer, value, longest);
        }
        return value;
    }

    private void checkCharacters(String pointer, String value, int longest) {
        addIf(value.length() > longest, pointer, "At most " + longest + " characters.");
        // half of a surrogate pair can be written in JSON but not stored
        addIf(!StandardCharsets.UTF_8.newEncoder().canEncode(value), pointer, "Not valid Unicode text.");
    }

    /** A whole number between two bounds, or {@code otherwise} when it is missing. */
    public int number(String pointer, @Nullable Integer value, int least, int most, int otherwise) {
        if (value == null) {
            return otherwise;
        }
        addIf(value < least || value > most, pointer, "From " + least + " to " + most + ".");
        return value;
    }

    /**
     * Refuses the body if anything was wrong.
     *
     * @throws ProblemException 400 {@code validation-failed} with {@code errors[]}
     */
    public void raise() {
        if (!errors.isEmpty()) {
            throw new ProblemException(HttpStatus.BAD_REQUEST, "validation-failed", "Some fields are not valid.")
                    .with("errors", List.copyOf(errors));
        }
    }
}
