package io.boxoffice.gateway.keys;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import io.netty.channel.ChannelOption;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Reads the documents in which issuers publish their keys. */
@Component
public class KeyClient {

    private final HttpClient http;

    KeyClient(KeyProperties properties) {
        http = HttpClient.newConnection()
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 500)
                .responseTimeout(properties.fetchTimeout());
    }

    /** The keys at an address. */
    public Mono<JWKSet> keys(URI address) {
        return text(address).handle((text, next) -> {
            try {
                next.next(JWKSet.parse(text));
            } catch (ParseException unreadable) {
                next.error(unreadable);
            }
        });
    }

    /** A JSON document, such as an issuer's discovery document. */
    public Mono<Map<String, Object>> document(URI address) {
        return text(address).handle((text, next) -> {
            try {
                next.next(JSONObjectUtils.parse(text));
            } catch (ParseException unreadable) {
                next.error(unreadable);
            }
        });
    }

    private Mono<String> text(URI address) {
        return http.get().uri(address).responseSingle((response, body) -> {
            var status = response.status().code();
            return status == 200 ? body.asString() : Mono.error(new IOException(address + " answered " + status));
        });
    }
}
