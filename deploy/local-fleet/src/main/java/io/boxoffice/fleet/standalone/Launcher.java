package io.boxoffice.fleet.standalone;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts a {@link StandAlone} process with the defaults they all share; files and arguments override them. */
public final class Launcher {
    private static final Map<String, Object> DEFAULTS = Map.ofEntries(
            Map.entry("server.address", "127.0.0.1"),
            Map.entry("server.servlet.register-default-servlet", "false"),
            Map.entry("spring.threads.virtual.enabled", "true"),
            Map.entry("spring.web.resources.add-mappings", "false"),
            Map.entry("spring.mvc.formcontent.filter.enabled", "false"),
            Map.entry("spring.jackson.property-naming-strategy", "SNAKE_CASE"),
            Map.entry("spring.jackson.deserialization.fail-on-unknown-properties", "true"),
            Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "5s"),
            Map.entry(
                    "logging.pattern.console", "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{0}: %msg %kvp%n%ex"),
            Map.entry("logging.level.org.springframework.web.servlet.PageNotFound", "ERROR"));

    private Launcher() {}

    /** Starts the process described by this configuration class on its own port. */
    public static ConfigurableApplicationContext start(
            Class<?> configuration, String name, int defaultPort, String... arguments) {
        var application = new SpringApplication(configuration);
        var defaults = new HashMap<>(DEFAULTS);
        defaults.put("spring.application.name", name);
        defaults.put("server.port", defaultPort);
        application.setDefaultProperties(defaults);
        application.setBannerMode(Banner.Mode.OFF);
        return application.run(arguments);
    }
}
