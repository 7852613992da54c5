package io.boxoffice.event.show;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Texts as they are searched: words of letters and digits, small, without accents. */
final class Words {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** A lexeme has at most 2,046 bytes. */
    private static final int LONGEST = 100;

    private Words() {}

    /** All words of these texts, with one space between two. */
    static String fold(@Nullable String... texts) {
        return Stream.of(texts)
                .filter(text -> text != null)
                .flatMap(text -> of(text).stream())
                .collect(Collectors.joining(" "));
    }

    /** All words must be there, the last of them perhaps not typed to its end. */
    static String prefixQuery(List<String> words) {
        return words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" & ")) + ":*";
    }

    static List<String> of(String text) {
        var plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(BETWEEN.split(plain, -1))
                .filter(word -> !word.isEmpty())
                .map(Words::shortened)
                .toList();
    }

    private static String shortened(String word) {
        return word.codePointCount(0, word.length()) > LONGEST
                ? word.substring(0, word.offsetByCodePoints(0, LONGEST))
                : word;
    }
}
