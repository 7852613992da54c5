package io.boxoffice.fleet.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * A search in Mailpit's language: terms that must all match, {@code to: from: subject: message-id:} with or without
 * quotes, {@code is:read}, {@code is:unread}, words of the text, each negated by {@code -} or {@code !}.
 */
final class Search {
    private static final Pattern TERM = Pattern.compile(
            "([-!]?)(?:(to|from|subject|message-id|is):)?(?:\"([^\"]*)\"?|(\\S+))", Pattern.CASE_INSENSITIVE);

    private final List<BiPredicate<Mailbox, IndexEntry>> terms = new ArrayList<>();

    Search(String query) {
        var matcher = TERM.matcher(query);
        var inText = new ArrayList<BiPredicate<Mailbox, IndexEntry>>();
        while (matcher.find()) {
            var quoted = matcher.group(3);
            var value = (quoted == null ? matcher.group(4) : quoted).strip().toLowerCase(Locale.ROOT);
            if (value.isEmpty()) {
                continue;
            }
            var field = matcher.group(2);
            var term = term(field == null ? "" : field.toLowerCase(Locale.ROOT), value);
            var wanted = matcher.group(1).isEmpty() ? term : term.negate();
            (field == null ? inText : terms).add(wanted);
        }
        // what needs the disk comes last
        terms.addAll(inText);
    }

    boolean matches(Mailbox mailbox, IndexEntry entry) {
        return terms.stream().allMatch(term -> term.test(mailbox, entry));
    }

    private static BiPredicate<Mailbox, IndexEntry> term(String field, String value) {
        return switch (field) {
            case "to" -> (mailbox, entry) -> entry.to().contains(value);
            case "from" -> (mailbox, entry) -> entry.from().contains(value);
            case "subject" -> (mailbox, entry) -> entry.subject().contains(value);
            case "message-id" -> (mailbox, entry) -> entry.messageId().contains(value.replaceAll("[<>]", ""));
            case "is" -> (mailbox, entry) -> entry.read() == value.equals("read");
            default ->
                (mailbox, entry) -> {
                    var text = mailbox.line(entry).text();
                    return text != null && text.contains(value);
                };
        };
    }
}
