package io.boxoffice.notification.letter;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.boxoffice.notification.event.Event;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;

/**
 * One language: the folder {@code mail/<language>} with a subject, a text and an HTML template for each kind, and
 * {@code words.properties}. Everything that goes into a template comes from outside and is escaped for where it goes.
 */
final class Language {
    private final String folder;
    private final Properties words = new Properties();
    private final DateTimeFormatter when;
    private final Map<Kind, Template> subjects = new EnumMap<>(Kind.class);
    private final Map<Kind, Template> texts = new EnumMap<>(Kind.class);
    private final Map<Kind, Template> pages = new EnumMap<>(Kind.class);

    Language(String code) {
        this.folder = "mail/" + code + "/";
        try (var in = open("words.properties")) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.when = DateTimeFormatter.ofPattern(word("when"), Locale.forLanguageTag(code));
        // without a loader of its own a compiler would find no layout
        var plain = Mustache.compiler()
                .emptyStringIsFalse(true)
                .withEscaper(Language::oneLine)
                .withLoader(name -> open(name + ".text.mustache"));
        var html = Mustache.compiler().emptyStringIsFalse(true).withLoader(name -> open(name + ".html.mustache"));
        for (var kind : Kind.values()) {
            subjects.put(kind, compile(plain, kind, "subject"));
            texts.put(kind, compile(plain, kind, "text"));
            pages.put(kind, compile(html, kind, "html"));
        }
    }

    Words write(Kind kind, Object page) {
        return new Words(fill(subjects, kind, page).strip(), fill(texts, kind, page), fill(pages, kind, page));
    }

    EventLines lines(Event event) {
        return new EventLines(event.name(), event.venueName(), when(event.date(), event.timeZone()), event.dateOpen());
    }

    String when(Instant date, ZoneId zone) {
        return when.format(date.atZone(zone));
    }

    /** A fee in words a fan reads; on the wire it has a name for programs. */
    String fee(String name) {
        var words = name.replace('_', ' ');
        return this.words.getProperty(
                "fee." + name, words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1));
    }

    private String word(String key) {
        var word = words.getProperty(key);
        if (word == null) {
            throw new IllegalStateException(folder + "words.properties lacks " + key);
        }
        return word;
    }

    private static String fill(Map<Kind, Template> templates, Kind kind, Object page) {
        var template = templates.get(kind);
        if (template == null) {
            throw new IllegalStateException("no template for " + kind);
        }
        return template.execute(page);
    }

    /** A line end would begin another header in a subject, and could look like a ticket's code in a text. */
    private static String oneLine(String raw) {
        return raw.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ");
    }

    private Template compile(Mustache.Compiler compiler, Kind kind, String part) {
        try (var template = open(kind.word() + "." + part + ".mustache")) {
            return compiler.compile(template);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reader open(String file) {
        try {
            return new InputStreamReader(new ClassPathResource(folder + file).getInputStream(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
