package io.boxoffice.payment.order;

import io.boxoffice.common.security.Caller;
import io.boxoffice.common.web.Page;
import io.boxoffice.common.web.Problems;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's orders; support may look at anybody's. */
@RestController
@RequestMapping("/api/v1/orders")
class OrderLookup {
    private static final int LONGEST_PAGE = 100;
    private static final String SUPPORT = "SUPPORT";

    private final OrderRows rows;

    OrderLookup(OrderRows rows) {
        this.rows = rows;
    }

    @GetMapping
    Page<OrderView> list(
            @RequestParam(name = "user_id", required = false) @Nullable UUID userId,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "limit", defaultValue = "20") int limit,
            Caller caller) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw Problems.invalid("/limit", "Ask for 1 to " + LONGEST_PAGE + ".");
        }
        var found = rows.of(whose(userId, caller), cursor == null ? null : id(cursor), limit + 1);
        boolean more = found.size() > limit;
        var page = more ? found.subList(0, limit) : found;
        return new Page<>(
                page.stream().map(OrderView::of).toList(),
                more ? cursor(page.getLast().id()) : null);
    }

    private static UUID whose(@Nullable UUID userId, Caller caller) {
        if (userId == null || userId.equals(caller.sub())) {
            return caller.sub();
        }
        if (!caller.has(SUPPORT)) {
            throw Problems.forbidden("Only support may list the orders of others.");
        }
        return userId;
    }

    @GetMapping("/{orderId}")
    OrderView one(@PathVariable UUID orderId, Caller caller) {
        return rows.find(orderId)
                .filter(order -> order.userId().equals(caller.sub()) || caller.has(SUPPORT))
                .map(OrderView::of)
                .orElseThrow(Problems::notFound);
    }

    private static String cursor(UUID last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(last.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static UUID id(String cursor) {
        try {
            return UUID.fromString(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            throw Problems.invalid("/cursor", "Send a next_cursor as it was given.");
        }
    }
}
