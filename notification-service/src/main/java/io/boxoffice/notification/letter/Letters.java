package io.boxoffice.notification.letter;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes letters of every kind; nothing of them is kept. */
@Component
public class Letters {
    private final Map<Kind, Letter> letters = new EnumMap<>(Kind.class);

    Letters(List<Letter> letters) {
        letters.forEach(letter -> this.letters.put(letter.kind(), letter));
        for (var kind : Kind.values()) {
            if (!this.letters.containsKey(kind)) {
                throw new IllegalStateException("nobody writes " + kind);
            }
        }
    }

    /** Writes the letter, or lets the failure of whoever does not answer through. */
    public Draft draft(Owed owed) {
        var letter = letters.get(owed.kind());
        if (letter == null) {
            throw new IllegalStateException("nobody writes " + owed.kind());
        }
        return letter.draft(owed);
    }
}
