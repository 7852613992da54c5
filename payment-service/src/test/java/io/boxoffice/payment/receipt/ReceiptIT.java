package io.boxoffice.payment.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.common.test.TestIssuer;
import io.boxoffice.payment.refund.RefundFixture;
import io.boxoffice.payment.remote.Fault;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

class ReceiptIT extends RefundFixture {

    @Test
    void itsBuyerSupportAndServicesGetIt() throws Exception {
        var sale = new Sale();
        var path = "/api/v1/orders/" + sale.orderId + "/receipt.pdf";
        var mine = text(pdf(path, TestIssuer.token(sale.buyer.sub, "FAN")));
        assertThat(mine).contains("Concert", "Total paid", "1105.00 EUR").containsPattern("BX-\\d{4}-\\d{6}");
        assertThat(text(pdf(path, SUPPORT))).as("the number stays").isEqualTo(mine);
        var internal = "/internal/orders/" + sale.orderId + "/receipt.pdf";
        assertThat(text(pdf(internal, TestIssuer.internalToken()))).isEqualTo(mine);

        sale.refund("{\"reason\":\"x\",\"seat_ids\":%s}".formatted(sale.seats(0)));
        assertThat(text(pdf(path, SUPPORT))).contains("-551.50 EUR", "553.50 EUR");
    }

    @Test
    void itIsNobodyElsesAndThereIsNoneBeforeTheMoneyWasTaken() {
        var sale = new Sale();
        assertThat(new Sale()
                        .buyer
                        .gets("/api/v1/orders/" + sale.orderId + "/receipt.pdf")
                        .status())
                .isEqualTo(404);
        assertThat(sale.buyer
                        .gets("/internal/orders/" + sale.orderId + "/receipt.pdf")
                        .status())
                .isEqualTo(403);

        var buyer = buyer();
        bank.failing("capture", Fault.ERROR_BEFORE, 100_000);
        var orderId = buyer.orders("pm_card_visa").orderId();
        var early = buyer.gets("/api/v1/orders/" + orderId + "/receipt.pdf");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.code()).isEqualTo("order-not-captured");
        bank.healthy();
        await().untilAsserted(() -> assertThat(status(orderId)).isEqualTo("CAPTURED"));
        assertThat(buyer.gets("/api/v1/orders/" + UUID.randomUUID() + "/receipt.pdf")
                        .status())
                .isEqualTo(404);
    }

    private static String text(byte[] pdf) throws Exception {
        try (var reader = new PdfReader(pdf)) {
            return new PdfTextExtractor(reader).getTextFromPage(1);
        }
    }
}
