package io.boxoffice.payment.remote;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Speaks Stripe's payment intents and keeps books: what was asked under one key is done once. */
public final class BankDouble extends RemoteParty {
    private static final Map<String, String> DECLINES = Map.of(
            "pm_card_chargeDeclined", "generic_decline",
            "pm_card_chargeDeclinedInsufficientFunds", "insufficient_funds",
            "pm_card_chargeDeclinedStolenCard", "stolen_card");

    /** One intent in the books; amounts in cents. */
    public static final class Intent {
        public final String id = "pi_" + UUID.randomUUID().toString().replace("-", "");
        public final UUID orderId;
        public final long amount;
        private final String method;
        public String status = "requires_confirmation";
        public long captured;
        public int authorizations;
        public final List<Map<String, Object>> refunds = new CopyOnWriteArrayList<>();
        private String decline;

        private Intent(UUID orderId, long amount, String method) {
            this.orderId = orderId;
            this.amount = amount;
            this.method = method;
        }

        public long refunded() {
            return refunds.stream()
                    .mapToLong(refund -> (Long) refund.get("amount"))
                    .sum();
        }

        private Map<String, Object> json() {
            var json = new LinkedHashMap<String, Object>();
            json.put("id", id);
            json.put("object", "payment_intent");
            json.put("amount", amount);
            json.put("amount_received", captured);
            json.put("currency", "eur");
            json.put("status", status);
            if (decline != null) {
                json.put("last_payment_error", error());
            }
            return json;
        }

        private Map<String, Object> error() {
            return Map.of("type", "card_error", "code", "card_declined", "decline_code", decline, "message", "no");
        }
    }

    private final Map<String, Intent> books = new ConcurrentHashMap<>();
    private final Map<String, Reply> answered = new ConcurrentHashMap<>();
    private final Map<UUID, String> refusedCaptures = new ConcurrentHashMap<>();
    private final Set<UUID> refusedRefunds = ConcurrentHashMap.newKeySet();
    public final List<String> keys = new ArrayList<>();

    public List<Intent> intentsOf(UUID orderId) {
        return books.values().stream()
                .filter(intent -> intent.orderId.equals(orderId))
                .toList();
    }

    public void refuseCapture(UUID orderId) {
        refusedCaptures.put(orderId, "generic_decline");
    }

    /** An intent as a process that died had made it, under the key it used. */
    public synchronized Intent made(UUID orderId, long amount, String method) {
        var intent = new Intent(orderId, amount, method);
        books.put(intent.id, intent);
        answered.put(orderId + ":create", new Reply(200, intent.json()));
        return intent;
    }

    /** Confirmed as by a process that died before it heard the answer. */
    public synchronized Intent confirmed(Intent intent) {
        once(intent.orderId + ":confirm", () -> confirm(intent));
        return intent;
    }

    public synchronized Intent captured(Intent intent) {
        once(intent.orderId + ":capture", () -> capture(intent));
        return intent;
    }

    public synchronized Intent canceled(Intent intent) {
        once(intent.orderId + ":cancel", () -> cancel(intent));
        return intent;
    }

    /** Whether refunds of this order's money are refused. */
    public void refuseRefunds(UUID orderId, boolean refuse) {
        if (refuse) {
            refusedRefunds.add(orderId);
        } else {
            refusedRefunds.remove(orderId);
        }
    }

    /** A refund as a process that died had asked for it. */
    public synchronized void refunded(UUID orderId, UUID refundId, long amount) {
        var intent = intentsOf(orderId).getFirst();
        once(refundId.toString(), () -> refund(intent, amount, refundId.toString()));
    }

    @Override
    String operation(Request request) {
        if (request.path().equals("/v1/refunds")) {
            return request.method().equals("POST") ? "refund" : "look";
        }
        if (request.path().equals("/v1/payment_intents") && request.method().equals("GET")) {
            return "list";
        }
        var path = request.path().split("/");
        return path.length == 5 ? path[4] : request.method().equals("POST") ? "create" : "retrieve";
    }

    @Override
    Reply decide(String operation, Request request) {
        if (operation.equals("retrieve")) {
            return new Reply(200, named(request).json());
        }
        if (operation.equals("list")) {
            return list(books.values().stream().map(Intent::json).toList());
        }
        if (operation.equals("look")) {
            var asked = form(request.query()).get("payment_intent");
            return list(books.values().stream()
                    .filter(intent -> asked == null || asked.equals(intent.id))
                    .flatMap(intent -> intent.refunds.stream())
                    .toList());
        }
        var key = request.headers().get("idempotency-key");
        keys.add(key);
        return once(key, () -> switch (operation) {
            case "create" -> create(form(request.body()));
            case "refund" -> refund(form(request.body()));
            case "confirm" -> confirm(named(request));
            case "capture" -> capture(named(request));
            case "cancel" -> cancel(named(request));
            default -> throw new IllegalArgumentException(operation);
        });
    }

    private Reply once(String key, java.util.function.Supplier<Reply> effect) {
        var before = answered.get(key);
        if (before != null) {
            return before;
        }
        var reply = effect.get();
        if (reply.status() != 400) {
            answered.put(key, reply);
        }
        return reply;
    }

    private Reply create(Map<String, String> form) {
        if (form.get("payment_method").equals("pm_unknown")) {
            return refused("resource_missing", "payment_method");
        }
        if (!form.get("capture_method").equals("manual")) {
            return refused("not_manual", "capture_method");
        }
        var intent = new Intent(
                UUID.fromString(form.get("metadata[order_id]")),
                Long.parseLong(form.get("amount")),
                form.get("payment_method"));
        books.put(intent.id, intent);
        return new Reply(200, intent.json());
    }

    private Reply confirm(Intent intent) {
        if (!intent.status.equals("requires_confirmation")) {
            return refused("payment_intent_unexpected_state", "intent");
        }
        intent.decline = DECLINES.get(intent.method);
        if (intent.decline != null) {
            intent.status = "requires_payment_method";
            return declined(intent);
        }
        intent.status = intent.method.equals("pm_needs_action") ? "requires_action" : "requires_capture";
        intent.authorizations++;
        return new Reply(200, intent.json());
    }

    private Reply capture(Intent intent) {
        if (!intent.status.equals("requires_capture")) {
            return refused("payment_intent_unexpected_state", "intent");
        }
        if (refusedCaptures.containsKey(intent.orderId)) {
            return new Reply(
                    402,
                    Map.of(
                            "error",
                            Map.of("type", "card_error", "code", "card_declined", "decline_code", "lost_card")));
        }
        intent.status = "succeeded";
        intent.captured = intent.amount;
        return new Reply(200, intent.json());
    }

    private Reply refund(Map<String, String> form) {
        var intent = books.get(form.get("payment_intent"));
        return refusedRefunds.contains(intent.orderId)
                ? refused("charge_disputed", "charge")
                : refund(intent, Long.parseLong(form.get("amount")), form.get("metadata[refund_id]"));
    }

    private Reply refund(Intent intent, long amount, String refundId) {
        if (intent.refunded() + amount > intent.captured) {
            return refused("charge_already_refunded", "amount");
        }
        var refund = Map.<String, Object>of(
                "id",
                "re_" + refundId,
                "object",
                "refund",
                "amount",
                amount,
                "payment_intent",
                intent.id,
                "status",
                "succeeded",
                "metadata",
                Map.of("refund_id", refundId));
        intent.refunds.add(refund);
        return new Reply(200, refund);
    }

    private static Reply list(List<Map<String, Object>> data) {
        return new Reply(200, Map.of("object", "list", "url", "/v1/list", "has_more", false, "data", data));
    }

    private Reply cancel(Intent intent) {
        if (intent.status.equals("succeeded") || intent.status.equals("canceled")) {
            return refused("payment_intent_unexpected_state", "intent");
        }
        intent.status = "canceled";
        return new Reply(200, intent.json());
    }

    private static Reply declined(Intent intent) {
        var error = new HashMap<>(intent.error());
        error.put("payment_intent", intent.json());
        return new Reply(402, Map.of("error", error));
    }

    private static Reply refused(String code, String param) {
        return new Reply(
                400,
                Map.of(
                        "error",
                        Map.of("type", "invalid_request_error", "code", code, "param", param, "message", "no")));
    }

    private Intent named(Request request) {
        return books.get(request.path().split("/")[3]);
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1])));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
