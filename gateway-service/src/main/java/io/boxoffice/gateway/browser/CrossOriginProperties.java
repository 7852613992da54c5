package io.boxoffice.gateway.browser;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which web pages of others may call us from a browser.
 *
 * @param allowedOrigins exact origins, such as {@code https://tickets.example}
 * @param maxAge how long a browser may remember what it was told
 */
@ConfigurationProperties("gateway.cors")
record CrossOriginProperties(
        @DefaultValue List<String> allowedOrigins,
        @DefaultValue("1h") Duration maxAge) {

    private static final Pattern ORIGIN =
            Pattern.compile("https?://[a-z0-9.-]+(:[0-9]+)?|https?://\\[[0-9a-f:]+](:[0-9]+)?");

    CrossOriginProperties {
        allowedOrigins.forEach(origin -> {
            if (!ORIGIN.matcher(origin).matches()) {
                throw new IllegalArgumentException("not an origin: " + origin);
            }
        });
    }
}
