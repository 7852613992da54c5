package io.boxoffice.inventory.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.boxoffice.inventory.fixture.Api;
import io.boxoffice.inventory.fixture.InventoryTest;
import io.boxoffice.inventory.fixture.Shows;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@InventoryTest
class TicketPdfIT {
    private static final String NAME = "Żółć & Ŝoŭ: Ночь в Москве, Αθήνα, İstanbul, Þórður";

    private final UUID fan = UUID.randomUUID();
    private final UUID order = UUID.randomUUID();
    private Shows.Show show;

    @Autowired
    Shows shows;

    @Autowired
    Api api;

    @BeforeEach
    void twoTicketsAreSold() {
        var plan = shows.plan(1, 4);
        plan.put("name", NAME);
        show = shows.onSale(plan);
        api.buy(fan, show.id(), show.seats().subList(0, 2), order);
    }

    private String path() {
        return "/events/" + show.id() + "/orders/" + order + "/tickets.pdf";
    }

    private byte[] printed() {
        var answer = api.bytes(api.as(fan, "FAN", "/api/v1" + path()).GET());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
        return answer.body();
    }

    private static String text(PDDocument document, int page) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document).replaceAll("\\s+", " ");
    }

    private static String code(PDDocument document, int page) throws Exception {
        var image = new PDFRenderer(document).renderImageWithDPI(page - 1, 150);
        var bitmap = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image)));
        return new QRCodeReader().decode(bitmap).getText();
    }

    @Test
    void eachTicketHasAPageThatPeopleAndScannersRead() throws Exception {
        show.behind()
                .sql("UPDATE shard_events SET time_zone = 'Europe/Berlin' WHERE event_id = ?")
                .param(show.id())
                .update();
        var items = api.codes(show.id(), order).body().path("items");
        try (var document = Loader.loadPDF(printed())) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            for (int page = 1; page <= 2; page++) {
                var item = items.get(page - 1);
                assertThat(text(document, page))
                        .contains(NAME)
                        .contains("Sunday, 15 August 2027, 21:00 (Europe/Berlin)")
                        .contains("Section", "Floor", "Row", "Seat")
                        .contains("Order " + order)
                        .contains("Ticket " + item.path("ticket_id").asString())
                        .contains("House rules")
                        .contains(page + " / 2");
                assertThat(code(document, page)).isEqualTo(item.path("code").asString());
            }
            document.getPage(0)
                    .getResources()
                    .getFontNames()
                    .forEach(name -> assertThat(fontEmbedded(document, name)).isTrue());
        }
    }

    private static boolean fontEmbedded(PDDocument document, org.apache.pdfbox.cos.COSName name) {
        try {
            return document.getPage(0).getResources().getFont(name).isEmbedded();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void theTicketsAreTheirHoldersSupportsAndOurOwnAlone() {
        assertThat(api.bytes(api.internal("/internal" + path()).GET()).statusCode())
                .isEqualTo(200);
        assertThat(api.bytes(api.as(UUID.randomUUID(), "SUPPORT", "/api/v1" + path())
                                .GET())
                        .statusCode())
                .isEqualTo(200);
        var stranger = api.send(api.as(UUID.randomUUID(), "FAN", "/api/v1" + path())
                .header("Accept", "application/pdf")
                .GET());
        assertThat(stranger.status()).isEqualTo(404);
        assertThat(stranger.code()).isEqualTo("not-found");
        assertThat(stranger.header("Content-Type")).startsWith("application/problem+json");
        assertThat(api.send(api.as(fan, "SCANNER", "/api/v1" + path()).GET()).status())
                .isEqualTo(403);
    }

    @Test
    void theDescriptionOfTheApiSaysWhatAnswers() {
        var paths = api.get("/v3/api-docs").body().path("paths");
        var pdf = paths.path("/api/v1/events/{eventId}/orders/{orderId}/tickets.pdf")
                .at("/get/responses/200/content");
        assertThat(pdf.path("application/pdf").at("/schema/format").asString()).isEqualTo("binary");
        assertThat(paths.has("/api/v1/events/{eventId}/tickets/{ticketId}/credential"))
                .isTrue();
        assertThat(paths.has("/api/v1/tickets")).isTrue();
    }

    @Test
    void aRefundedTicketIsNotPrinted() throws Exception {
        var refund = UUID.randomUUID();
        api.refund(
                show.id(),
                order,
                refund,
                "lock",
                Map.of("seat_ids", show.seats().subList(0, 1)));
        api.refund(show.id(), order, refund, "revoke", Map.of("cause", "refund"));
        try (var document = Loader.loadPDF(printed())) {
            assertThat(document.getNumberOfPages()).isOne();
        }
        api.revoke(show.id(), order);
        assertThat(api.send(api.as(fan, "FAN", "/api/v1" + path()).GET()).status())
                .isEqualTo(404);
    }

    @Test
    void whereNoPaperIsLetInTheSheetSaysSoAndHasNoCode() throws Exception {
        show.behind()
                .sql("UPDATE shard_events SET paper_tickets = false WHERE event_id = ?")
                .param(show.id())
                .update();
        try (var document = Loader.loadPDF(printed())) {
            assertThat(text(document, 1))
                    .contains("This ticket lives on your phone.")
                    .contains("19:00 (UTC)");
            var empty = new PDFRenderer(document).renderImageWithDPI(0, 72);
            assertThat(empty.getRGB(empty.getWidth() / 2, 460) & 0xffffff).isEqualTo(0xffffff);
        }
    }
}
