package io.boxoffice.e2e.demo;

import io.boxoffice.e2e.check.SaleNotes;
import io.boxoffice.e2e.client.BoxofficeClient;
import io.boxoffice.e2e.client.http.Json;
import io.boxoffice.e2e.client.model.Scan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The evening of the event: some of the codes are scanned, some twice, and one forged. */
final class Gate {

    private static final int PERCENT_COMING = 30;
    private static final int PERCENT_TWICE = 25;

    private final Sale sale;
    private final BoxofficeClient scanner;
    private final SplittableRandom random;

    Gate(Sale sale, BoxofficeClient scanner, long seed) {
        this.sale = sale;
        this.scanner = scanner;
        this.random = new SplittableRandom(~seed);
    }

    void open() throws IOException, InterruptedException {
        List<Sale.MailedCode> coming = sale.codes().stream()
                .sorted(Comparator.comparing(
                                (Sale.MailedCode mailed) -> mailed.fan().username())
                        .thenComparing(mailed -> seat(mailed.code())))
                .filter(mailed -> random.nextInt(100) < PERCENT_COMING)
                .toList();
        for (Sale.MailedCode mailed : coming) {
            expect(mailed.code(), "ADMITTED", null);
            if (random.nextInt(100) < PERCENT_TWICE) {
                expect(mailed.code(), "DENIED", "already-used");
            }
        }
        if (!coming.isEmpty()) {
            expect(forged(coming.getFirst().code()), "DENIED", "bad-signature");
        }
    }

    private void expect(String code, String result, @Nullable String reason) throws IOException, InterruptedException {
        String nonce = "%016x".formatted(random.nextLong()) + "-" + System.nanoTime();
        String gate = sale.gates().getOrDefault(seat(code).split("/")[0], "A");
        Scan scan = new Scan(code, gate, "scanner-device-1", Instant.now(), nonce, "IN");
        Scan.Result answer = scanner.scan(sale.event(), scan).value();
        sale.tally().scans.increment();
        if (answer.admitted() && answer.ticketId() != null) {
            sale.notes().admittances().add(new SaleNotes.Admittance(answer.ticketId(), nonce));
        }
        boolean asExpected = answer.result().equals(result) && (reason == null || reason.equals(answer.reason()));
        if (!asExpected) {
            sale.notes()
                    .surprises()
                    .add("the gate said %s %s where %s %s was right, ticket %s"
                            .formatted(answer.result(), answer.reason(), result, reason, answer.ticketId()));
        }
    }

    /** The seat a code is for, as its payload tells. */
    private static String seat(String code) {
        byte[] payload = Base64.getUrlDecoder().decode(code.split("\\.")[2]);
        return Json.tree(new String(payload, StandardCharsets.UTF_8)).path("s").asString("");
    }

    /** The same code with one letter of its signature turned. */
    static String forged(String code) {
        int at = code.lastIndexOf('.') + 10;
        char turned = code.charAt(at) == 'A' ? 'B' : 'A';
        return code.substring(0, at) + turned + code.substring(at + 1);
    }
}
