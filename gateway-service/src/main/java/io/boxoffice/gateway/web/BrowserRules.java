package io.boxoffice.gateway.web;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpHeaders;

/** What a browser is told it may do with our pages: load our own files, and talk to us, the issuer and the payment provider. */
record BrowserRules(Map<String, String> headers) {

    static BrowserRules of(URI issuer, URI paymentProvider) {
        var policy = String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "worker-src 'self'",
                "style-src 'self'",
                "img-src 'self' data: blob:",
                "media-src 'self' blob:",
                "font-src 'self'",
                "manifest-src 'self'",
                "connect-src 'self' " + origin(issuer) + " " + origin(paymentProvider),
                "form-action 'self'",
                "base-uri 'none'",
                "frame-ancestors 'none'");
        return new BrowserRules(new TreeMap<>(Map.of(
                "Content-Security-Policy", policy,
                "X-Content-Type-Options", "nosniff",
                "Referrer-Policy", "same-origin",
                "Cross-Origin-Opener-Policy", "same-origin",
                "Permissions-Policy", "camera=(self), microphone=(), geolocation=(), payment=()")));
    }

    void writeTo(HttpHeaders answer) {
        headers.forEach(answer::set);
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
