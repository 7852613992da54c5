package io.boxoffice.fleet.mail;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A message as it came in, and what is to be remembered of it. */
final class ReceivedMail {
    private static final int SNIPPET = 250;
    private static final int SEARCHED = 16_384;

    private final Summary summary;
    private final String searchText;

    ReceivedMail(String id, Instant at, byte[] raw, List<String> recipients) {
        var mail = new ParsedMail(raw);
        var to = mail.addresses("To");
        var cc = mail.addresses("Cc");
        var text = oneLine(mail.text().isBlank() ? withoutTags(mail.html()) : mail.text());
        this.summary = new Summary(
                id,
                mail.header("Message-ID").replaceAll("[<>]", ""),
                false,
                first(mail.addresses("From")),
                to,
                cc,
                hidden(recipients, to, cc),
                mail.addresses("Reply-To"),
                mail.header("Subject"),
                at,
                "",
                List.of(),
                raw.length,
                (int) mail.parts().stream()
                        .filter(part -> part.attached() || part.fileName() != null)
                        .count(),
                limited(text, SNIPPET));
        this.searchText = limited(people() + " " + summary.subject() + " " + text, SEARCHED)
                .toLowerCase(Locale.ROOT);
    }

    Summary summary() {
        return summary;
    }

    String searchText() {
        return searchText;
    }

    /** Recipients of the envelope that no header names. */
    private static List<Address> hidden(List<String> recipients, List<Address> to, List<Address> cc) {
        var named = Stream.concat(to.stream(), cc.stream())
                .map(address -> address.address().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(HashSet::new));
        return recipients.stream()
                .filter(recipient -> named.add(recipient.toLowerCase(Locale.ROOT)))
                .map(recipient -> new Address("", recipient))
                .toList();
    }

    private String people() {
        return Stream.of(
                        summary.from() == null ? List.<Address>of() : List.of(summary.from()),
                        summary.to(),
                        summary.cc(),
                        summary.bcc())
                .flatMap(List::stream)
                .map(address -> address.name() + " " + address.address())
                .collect(Collectors.joining(" "));
    }

    private static @Nullable Address first(List<Address> addresses) {
        return addresses.isEmpty() ? null : addresses.getFirst();
    }

    private static String withoutTags(String html) {
        return html.replaceAll("(?is)<(style|script).*?</\\1>", " ").replaceAll("<[^>]*>", " ");
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String limited(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
