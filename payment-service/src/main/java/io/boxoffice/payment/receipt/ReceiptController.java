package io.boxoffice.payment.receipt;

import io.boxoffice.common.security.Caller;
import io.boxoffice.common.web.Problems;
import io.boxoffice.payment.order.Order;
import io.boxoffice.payment.order.OrderRows;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Receipts, for their buyers, for support, and for the mail. */
@RestController
class ReceiptController {
    private final OrderRows orders;
    private final Receipts receipts;
    private final ReceiptPdf pdf;

    ReceiptController(OrderRows orders, Receipts receipts, ReceiptPdf pdf) {
        this.orders = orders;
        this.receipts = receipts;
        this.pdf = pdf;
    }

    @GetMapping("/api/v1/orders/{orderId}/receipt.pdf")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PDF_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> mine(@PathVariable UUID orderId, Caller caller) {
        return orders.find(orderId)
                .filter(order -> order.userId().equals(caller.sub()) || caller.has("SUPPORT"))
                .map(this::answer)
                .orElseThrow(Problems::notFound);
    }

    @GetMapping("/internal/orders/{orderId}/receipt.pdf")
    ResponseEntity<byte[]> any(@PathVariable UUID orderId) {
        return orders.find(orderId).map(this::answer).orElseThrow(Problems::notFound);
    }

    private ResponseEntity<byte[]> answer(Order order) {
        var receipt = receipts.of(order);
        var file = ContentDisposition.inline()
                .filename("receipt-" + receipt.number() + ".pdf")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(pdf.render(receipt));
    }
}
