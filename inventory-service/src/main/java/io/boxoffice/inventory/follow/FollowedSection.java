package io.boxoffice.inventory.follow;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One section, seat by seat: what each is, and since which version of it. */
final class FollowedSection {
    private static final String LETTERS = "ARPX";

    private final String name;
    private final String kind;
    private final byte[] letters;
    private final int[] versions;
    private final int[] counts = new int[LETTERS.length()];
    private @Nullable SectionNow shown;

    FollowedSection(Whole.Section section) {
        this.name = section.section();
        this.kind = section.kind();
        this.letters = section.letters().getBytes(StandardCharsets.US_ASCII);
        this.versions = section.versions().stream().mapToInt(Integer::intValue).toArray();
        for (byte letter : letters) {
            counts[LETTERS.indexOf(letter)]++;
        }
    }

    /** By how much the seat's version rose; a version that is not higher than the one known has no effect. */
    int take(int position, int version, char letter) {
        int rise = version - versions[position];
        if (rise <= 0) {
            return 0;
        }
        versions[position] = version;
        if (letters[position] != letter) {
            counts[LETTERS.indexOf(letters[position])]--;
            counts[LETTERS.indexOf(letter)]++;
            letters[position] = (byte) letter;
        }
        shown = null;
        return rise;
    }

    String name() {
        return name;
    }

    long version() {
        return Arrays.stream(versions).asLongStream().sum();
    }

    boolean hasLetters() {
        return !"GA".equals(kind);
    }

    char letter(int position) {
        return (char) letters[position];
    }

    Figures figures() {
        return new Figures(counts[0], counts[1], counts[2], counts[3]);
    }

    SectionNow shown() {
        var now = shown;
        if (now == null) {
            var text = hasLetters() ? new String(letters, StandardCharsets.US_ASCII) : null;
            now = new SectionNow(name, kind, figures(), text);
            shown = now;
        }
        return now;
    }

    /** In how many seats the other is not the same. */
    int differences(FollowedSection other) {
        int differences = Math.abs(letters.length - other.letters.length);
        for (int i = 0; i < Math.min(letters.length, other.letters.length); i++) {
            if (letters[i] != other.letters[i] || versions[i] != other.versions[i]) {
                differences++;
            }
        }
        return differences;
    }
}
