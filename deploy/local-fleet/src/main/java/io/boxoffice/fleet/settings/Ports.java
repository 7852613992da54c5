package io.boxoffice.fleet.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Which process listens where, after {@code ports.<process>} and {@code ports.offset}. */
public final class Ports {
    /** Management ports lie this far above a service's own. */
    private static final int MANAGEMENT = 1000;

    /** Each further instance of a service lies this far above the one before. */
    private static final int INSTANCE = 100;

    private static final Map<String, Integer> DEFAULTS = defaults();

    private final Map<String, String> settings;

    Ports(Map<String, String> settings) {
        this.settings = settings;
    }

    static Set<String> names() {
        return DEFAULTS.keySet();
    }

    public int of(String process) {
        return of(process, 1);
    }

    public int of(String process, int instance) {
        var usual = DEFAULTS.get(process);
        if (usual == null) {
            throw new IllegalArgumentException("no port is known for " + process);
        }
        int base = number("ports." + process, usual);
        return checked(process, base + number("ports.offset", 0) + INSTANCE * (instance - 1));
    }

    public int managementOf(String process, int instance) {
        return checked(process + "'s management", of(process, instance) + MANAGEMENT);
    }

    private int number(String key, int otherwise) {
        var value = settings.get(key);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    private static int checked(String process, int port) {
        if (port < 1 || port > 65_535) {
            throw new FleetProblem("%s would listen on port %d, which does not exist: change ports.%s or ports.offset"
                    .formatted(process, port, process));
        }
        return port;
    }

    private static Map<String, Integer> defaults() {
        var ports = new LinkedHashMap<String, Integer>();
        int service = 8080;
        for (var name : ServiceNames.ALL) {
            ports.put(name, service++);
        }
        // its own port serves nothing: only its management, 1000 above, does
        ports.put("auditor", 8089);
        ports.put("identity", 8090);
        ports.put("payment-simulator", 8091);
        ports.put("mail", 8092);
        ports.put("mail-smtp", 2525);
        ports.put("postgres", 15432);
        ports.put("postgres-shard-1", 15433);
        ports.put("postgres-shard-2", 15434);
        ports.put("postgres-shard-3", 15435);
        ports.put("redis", 16379);
        ports.put("kafka", 19092);
        ports.put("kafka-controller", 19093);
        return ports;
    }
}
