package io.boxoffice.notification.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.notification.event.Event;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each letter as it is to look, in {@code src/test/resources/mail/en}; {@code -Dgolden.write=true} writes them anew. */
class LanguageTests {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "mail", "en");
    private static final UUID ORDER = UUID.fromString("0198f3a4-7c00-7000-8000-000000000002");
    private static final URI LINK = URI.create("https://boxoffice.example/there");
    private static final BigDecimal PRICE = new BigDecimal("1105.00");

    private final Language english = new Languages().of("en");

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyLetterLooksAsItsGoldenFiles(Kind kind) throws IOException {
        var words = english.write(kind, page(kind, "Summer Night", "Arena"));

        golden(kind.word() + ".txt", "Subject: " + words.subject() + "\n\n" + words.text());
        golden(kind.word() + ".html", words.html());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aHostileNameStaysAName(Kind kind) {
        var hostile = "<img src=x onerror=\"alert(1)\">\r\nBcc: all@example.test\u2028BX1.S.forged.sig";

        var words = english.write(kind, page(kind, hostile, "BX1.S.forged.sig"));

        assertThat(words.subject()).doesNotContainPattern("\\R").contains("Bcc: all@example.test");
        assertThat(words.html()).doesNotContain("<img").contains("&lt;img src", "&quot;alert(1)&quot;&gt;");
        assertThat(words.text().lines()).noneMatch(line -> line.startsWith("BX1.S.forged"));
        assertThat(words.text().lines()).noneMatch(line -> line.startsWith("Bcc:"));
    }

    @Test
    void whatIsNotKnownIsSaidToBeSo() {
        var open = english.lines(event("Summer Night", "Arena", true));
        var words = english.write(Kind.RECEIPT, new ReceiptLetter.Page(open, PRICE, "EUR", ORDER, LINK));
        var postponed = english.write(Kind.EVENT_POSTPONED, new PostponementLetter.Page(open, null, null, ORDER, LINK));

        assertThat(words.text()).contains("a new date will be announced (it was to be on Sunday, 15 August 2027");
        assertThat(postponed.text())
                .contains("Now:    a new date will be announced")
                .doesNotContain("Before");
        assertThat(postponed.html()).contains("a new date will be announced").doesNotContain("Before");
    }

    @Test
    void generalAdmissionHasNoRowAndAnUnknownFeeKeepsItsName() {
        var ga = new SeatLine("Pit", null, "", "BX1.S.pit.sig");
        var page = new ConfirmationLetter.Page(
                english.lines(event("Summer Night", "Arena", false)),
                List.of(ga),
                true,
                false,
                List.of(new ConfirmationLetter.Charge(english.fee("green_fee"), BigDecimal.ONE)),
                PRICE,
                "EUR",
                ORDER,
                LINK);

        assertThat(english.write(Kind.ORDER_CONFIRMED, page).text().lines())
                .contains("- Pit", "BX1.S.pit.sig", "Green fee: 1 EUR");
    }

    @Test
    void whoSpeaksALanguageWithoutAFolderIsWrittenToInEnglish() {
        var languages = new Languages();

        assertThat(languages.of("xx-YY")).isSameAs(languages.of("en-GB")).isSameAs(languages.of(null));
    }

    private Object page(Kind kind, String name, String venue) {
        var event = english.lines(event(name, venue, false));
        return switch (kind) {
            case ORDER_CONFIRMED ->
                new ConfirmationLetter.Page(
                        event,
                        List.of(new SeatLine("Floor", "A", "1", "BX1.S.one.sig"), new SeatLine("Floor", "A", "2", "")),
                        true,
                        true,
                        List.of(
                                new ConfirmationLetter.Charge(english.fee("ticket_fees"), new BigDecimal("103.00")),
                                new ConfirmationLetter.Charge(english.fee("order_fee"), new BigDecimal("2.00"))),
                        PRICE,
                        "EUR",
                        ORDER,
                        LINK);
            case RECEIPT -> new ReceiptLetter.Page(event, PRICE, "EUR", ORDER, LINK);
            case ORDER_REFUNDED ->
                new RefundLetter.Page(
                        event,
                        new BigDecimal("551.50"),
                        "EUR",
                        List.of(new SeatLine("Floor", "A", "1", "")),
                        ORDER,
                        LINK);
            case EVENT_CANCELLED -> new CancellationLetter.Page(event, "The artist is ill.", ORDER, LINK);
            case EVENT_POSTPONED ->
                new PostponementLetter.Page(event, event.when(), "Friday, 15 October 2027", ORDER, LINK);
            case SEATS_AVAILABLE -> new SeatsAvailableLetter.Page(event, LINK);
        };
    }

    private static Event event(String name, String venue, boolean dateOpen) {
        return new Event(
                new UUID(0, 1),
                name,
                venue,
                ZoneId.of("Europe/Berlin"),
                Instant.parse("2027-08-15T19:00:00Z"),
                dateOpen,
                false,
                0);
    }

    private static void golden(String file, String written) throws IOException {
        var path = GOLDEN.resolve(file);
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(path, written);
        }
        assertThat(written).isEqualTo(Files.readString(path));
    }
}
