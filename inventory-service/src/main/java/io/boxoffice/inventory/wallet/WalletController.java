package io.boxoffice.inventory.wallet;

import io.boxoffice.common.security.Caller;
import io.boxoffice.common.web.Page;
import io.boxoffice.common.web.Problems;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class WalletController {
    private static final int LONGEST_PAGE = 100;

    private final Wallet wallet;
    private final WalletDirectory directory;

    WalletController(Wallet wallet, WalletDirectory directory) {
        this.wallet = wallet;
        this.directory = directory;
    }

    @GetMapping("/api/v1/tickets")
    Page<HeldTicket> mine(
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "limit", defaultValue = "50") int limit,
            Caller caller) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw Problems.invalid("/limit", "Ask for 1 to " + LONGEST_PAGE + ".");
        }
        var found = directory.of(caller.sub(), cursor == null ? null : place(cursor), limit + 1);
        boolean more = found.size() > limit;
        var page = more ? found.subList(0, limit) : found;
        return new Page<>(wallet.now(caller.sub(), page), more ? cursor(page.getLast()) : null);
    }

    private static String cursor(Entry last) {
        var place = last.since() + " " + last.ticket().ticketId();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    private static WalletDirectory.Place place(String cursor) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 2);
            return new WalletDirectory.Place(Instant.parse(parts[0]), UUID.fromString(parts[parts.length - 1]));
        } catch (IllegalArgumentException | DateTimeException _) {
            throw Problems.invalid("/cursor", "Send a next_cursor as it was given.");
        }
    }
}
