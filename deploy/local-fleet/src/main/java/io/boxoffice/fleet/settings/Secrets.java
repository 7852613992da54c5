package io.boxoffice.fleet.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;

/** Passwords and keys of one fleet, made up once and kept beside its data. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 20;

    private final FleetHome home;
    private final TreeMap<String, String> values;
    private boolean changed;

    private Secrets(FleetHome home, TreeMap<String, String> values) {
        this.home = home;
        this.values = values;
    }

    /** Without its secrets old data cannot be opened, so their loss is told rather than papered over. */
    public static Secrets load(FleetHome home) throws IOException {
        if (Files.exists(home.secrets())) {
            return new Secrets(
                    home, FleetJson.MAPPER.readValue(Files.readString(home.secrets()), new TypeReference<>() {}));
        }
        if (Files.exists(home.data().resolve("postgres").resolve("PG_VERSION"))) {
            throw new FleetProblem(
                    "%s is gone but the data it opens is still there: put it back, or forget the data with ./boxoffice up --fresh"
                            .formatted(home.secrets()));
        }
        return new Secrets(home, new TreeMap<>());
    }

    public String of(String name) {
        return of(name, "");
    }

    /** Keys that clients expect to start in a certain way get that start. */
    public synchronized String of(String name, String prefix) {
        return values.computeIfAbsent(name, unknown -> {
            changed = true;
            var bytes = new byte[BYTES];
            RANDOM.nextBytes(bytes);
            return prefix + HexFormat.of().formatHex(bytes);
        });
    }

    public synchronized void save() throws IOException {
        if (changed) {
            PrivateFiles.write(home.secrets(), FleetJson.MAPPER.writeValueAsString(values));
            changed = false;
        }
    }
}
