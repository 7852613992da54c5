package io.boxoffice.notification.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The languages there is a folder for; English for everybody else. */
@Component
class Languages {
    private static final Pattern FOLDER = Pattern.compile("/mail/([a-z]{2,3})/words\\.properties$");
    private static final String USUAL = "en";

    private final Map<String, Language> languages = new TreeMap<>();
    private final Language usual;

    Languages() {
        try {
            for (var words :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:mail/*/words.properties")) {
                var folder = FOLDER.matcher(words.getURL().toString());
                if (folder.find()) {
                    languages.put(folder.group(1), new Language(folder.group(1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        usual = languages.computeIfAbsent(USUAL, Language::new);
    }

    /** The language of a BCP 47 tag. */
    Language of(@Nullable String tag) {
        var language = tag == null ? USUAL : Locale.forLanguageTag(tag).getLanguage();
        return languages.getOrDefault(language, usual);
    }
}
