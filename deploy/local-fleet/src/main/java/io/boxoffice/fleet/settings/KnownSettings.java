package io.boxoffice.fleet.settings;

import static io.boxoffice.fleet.settings.SettingKind.ADMISSION_MODE;
import static io.boxoffice.fleet.settings.SettingKind.COUNT;
import static io.boxoffice.fleet.settings.SettingKind.DURATION;
import static io.boxoffice.fleet.settings.SettingKind.FILE;
import static io.boxoffice.fleet.settings.SettingKind.FRACTION;
import static io.boxoffice.fleet.settings.SettingKind.LIMIT;
import static io.boxoffice.fleet.settings.SettingKind.PORT;
import static io.boxoffice.fleet.settings.SettingKind.PORT_OFFSET;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Every key that {@code up --set} takes; a key outside this list is a mistake, and the error names its neighbours. */
final class KnownSettings {
    private static final Map<String, SettingKind> KINDS = kinds();

    private KnownSettings() {}

    static void check(String key, String value) {
        var kind = KINDS.get(key);
        if (kind == null) {
            throw new FleetProblem("--set %s: no such setting. %s".formatted(key, suggestion(key)));
        }
        kind.check(key, value);
    }

    static Set<String> names() {
        return KINDS.keySet();
    }

    private static String suggestion(String key) {
        var near = KINDS.keySet().stream()
                .filter(known -> distance(key, known) <= Math.max(3, known.length() / 3)
                        || known.endsWith("." + key)
                        || lastWord(known).equals(lastWord(key)))
                .sorted(Comparator.comparingInt(known -> distance(key, known)))
                .limit(3)
                .collect(Collectors.joining(", "));
        return near.isEmpty() ? "./boxoffice up --help lists them" : "Did you mean " + near + "?";
    }

    private static String lastWord(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    /** Levenshtein's edit distance, one row at a time. */
    private static int distance(String left, String right) {
        var row = new int[right.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.length()];
    }

    private static Map<String, SettingKind> kinds() {
        var kinds = new LinkedHashMap<String, SettingKind>();
        for (var name :
                ("lease access-token-ttl abandon-after return-grace recovery-window poll-min poll-default poll-max"
                                + " keep-lines-for challenge.new-account streams.every streams.heartbeat keys.rotate-every"
                                + " keys.publish-ahead keys.keep-access-keys keys.keep-queue-keys keys.reload-every")
                        .split(" ")) {
            kinds.put("waiting-room." + name, DURATION);
        }
        kinds.put("waiting-room.admission.mode", ADMISSION_MODE);
        kinds.put("waiting-room.admission.rate", COUNT);
        kinds.put("waiting-room.admission.floor", COUNT);
        kinds.put("waiting-room.admission.ceiling", COUNT);
        kinds.put("waiting-room.admission.target-p95", DURATION);
        for (var name : "max-errors max-pool max-cpu".split(" ")) {
            kinds.put("waiting-room.admission." + name, FRACTION);
        }
        for (var name : "max-active poll-budget streams.max".split(" ")) {
            kinds.put("waiting-room." + name, COUNT);
        }
        for (var name : "hold-ttl sweep-every decline-min-left".split(" ")) {
            kinds.put("inventory." + name, DURATION);
        }
        kinds.put("payment.max-attempts", COUNT);
        for (var name :
                "answer-within reconcile-every unconfirmed-after action-after capture-after stuck-after".split(" ")) {
            kinds.put("payment." + name, DURATION);
        }
        kinds.put("idempotency.takeover-after", DURATION);
        kinds.put("tickets.code-step", DURATION);
        kinds.put("fraud.challenge.sample-rate", FRACTION);
        kinds.put("gateway.limits.account", LIMIT);
        kinds.put("gateway.limits.address", LIMIT);
        for (var name : "l2-sale l2 l3".split(" ")) {
            kinds.put("cache." + name, DURATION);
        }
        Ports.names().forEach(name -> kinds.put("ports." + name, PORT));
        kinds.put("ports.offset", PORT_OFFSET);
        kinds.put(FleetOptions.REDIS, FILE);
        return Map.copyOf(kinds);
    }
}
