package io.boxoffice.fleet.provider.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.boxoffice.fleet.provider.SimulatorProperties;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.MessageDigest;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets in who has the right key: secret for the API, publishable for new cards, control token for the controls. */
class Keys implements HandlerInterceptor {
    private final SimulatorProperties properties;

    Keys(SimulatorProperties properties) {
        this.properties = properties;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var path = request.getRequestURI();
        if (CorsUtils.isPreFlightRequest(request)) {
            return true;
        }
        var key = keyOf(request.getHeader("Authorization"));
        if (path.startsWith("/_control/")) {
            require(same(properties.controlToken(), key), "Invalid control token.");
        } else if (path.startsWith("/v1/")) {
            boolean newCard = path.equals("/v1/payment_methods") && HttpMethod.POST.matches(request.getMethod());
            require(
                    same(properties.secretKey(), key) || (newCard && same(properties.publishableKey(), key)),
                    "Invalid API Key provided.");
        }
        return true;
    }

    /** A bearer token, or the user of basic authentication with no password, as curl -u sends it. */
    private static @Nullable String keyOf(@Nullable String header) {
        if (header == null) {
            return null;
        }
        if (header.startsWith("Bearer ")) {
            return header.substring("Bearer ".length()).trim();
        }
        if (!header.startsWith("Basic ")) {
            return null;
        }
        try {
            var user = new String(
                    Base64.getDecoder()
                            .decode(header.substring("Basic ".length()).trim()),
                    UTF_8);
            return user.endsWith(":") ? user.substring(0, user.length() - 1) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean same(String expected, @Nullable String given) {
        return given != null && MessageDigest.isEqual(expected.getBytes(UTF_8), given.getBytes(UTF_8));
    }

    private static void require(boolean allowed, String message) {
        if (!allowed) {
            throw StripeRefusal.unauthorized(message);
        }
    }
}
