package io.boxoffice.e2e.demo;

import io.boxoffice.auditor.rule.Notes;
import io.boxoffice.e2e.client.BoxofficeClient;
import io.boxoffice.e2e.client.ResaleClient;
import io.boxoffice.e2e.client.http.Reply;
import io.boxoffice.e2e.client.model.Credential;
import io.boxoffice.e2e.client.model.Scan;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The evening of the event: some codes are scanned, on paper or from the phone, some twice, one forged, and every dead one. */
final class Gate {

    private static final int PERCENT_COMING = 30;
    private static final int PERCENT_TWICE = 25;
    private static final int PERCENT_PHONES = 50;

    private final Sale sale;
    private final List<BoxofficeClient> scanners;
    private final SplittableRandom random;
    private int scans;

    /** The scanners take turns: one alone would meet its limit. */
    Gate(Sale sale, List<BoxofficeClient> scanners, long seed) {
        this.sale = sale;
        this.scanners = List.copyOf(scanners);
        this.random = new SplittableRandom(~seed);
    }

    void open() throws IOException, InterruptedException {
        @Nullable String forged = null;
        for (List<Sale.MailedCode> order : sale.ordersMailed()) {
            for (Sale.MailedCode mailed : order) {
                String fate = sale.dead().get(mailed.ticketId());
                if (fate != null) {
                    refuse(mailed, fate.equals("transferred") ? "sold on" : "refunded", fate);
                } else if (random.nextInt(100) < PERCENT_COMING) {
                    String code = random.nextInt(100) < PERCENT_PHONES ? fromThePhone(mailed) : mailed.code();
                    letIn(mailed.seat(), code);
                    sale.tally()
                            .reached(Tally.Stop.SCANNED, mailed.fan().person().sub());
                    if (random.nextInt(100) < PERCENT_TWICE) {
                        expect(mailed.seat(), code, "already-used");
                    }
                    forged = forged == null ? forged(mailed.code()) : forged;
                }
            }
        }
        if (forged != null) {
            expect("", forged, "bad-signature");
        }
    }

    /** The gate opens for a code. */
    synchronized void letIn(String seat, String code) throws IOException, InterruptedException {
        expect(seat, code, "ADMITTED");
    }

    /** A code that is dead is refused, and the gate says why. */
    synchronized void refuse(Sale.MailedCode mailed, String why, String reason)
            throws IOException, InterruptedException {
        String answer = scan(mailed.seat(), mailed.code());
        sale.notes().codes().add(new Notes.Code(mailed.ticketId(), why, reason, answer));
    }

    private String fromThePhone(Sale.MailedCode mailed) throws IOException, InterruptedException {
        var wallet = new ResaleClient(mailed.fan().client());
        Reply<Credential> reply = wallet.credential(sale.event(), UUID.fromString(mailed.ticketId()));
        return reply.value().code();
    }

    private void expect(String seat, String code, String right) throws IOException, InterruptedException {
        String answer = scan(seat, code);
        if (!answer.equals(right)) {
            sale.notes().surprises().add("the gate said %s where %s was right, seat %s".formatted(answer, right, seat));
        }
    }

    /** ADMITTED, or the reason why not. */
    private String scan(String seat, String code) throws IOException, InterruptedException {
        String nonce = "%016x".formatted(random.nextLong()) + "-" + System.nanoTime();
        String gate = sale.gates().getOrDefault(seat.split("/")[0], "A");
        int turn = scans++ % scanners.size();
        Scan scan = new Scan(code, gate, "scanner-device-" + (turn + 1), Instant.now(), nonce, "IN");
        Scan.Result answer = scanners.get(turn).scan(sale.event(), scan).value();
        sale.tally().scans.increment();
        if (answer.admitted() && answer.ticketId() != null) {
            sale.notes().admittances().add(new Notes.Admittance(answer.ticketId(), nonce));
        }
        return answer.admitted() ? "ADMITTED" : String.valueOf(answer.reason());
    }

    /** The same code with one letter of its signature turned. */
    static String forged(String code) {
        int at = code.lastIndexOf('.') + 10;
        char turned = code.charAt(at) == 'A' ? 'B' : 'A';
        return code.substring(0, at) + turned + code.substring(at + 1);
    }
}
