package io.boxoffice.common.security;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.util.List;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.support.HttpRequestWrapper;

/**
 * Calls one instance of a service for as long as it accepts connections, then the next; its requests name the first. Only a
 * request that found no connection, and so was certainly not sent, goes to another.
 */
final class FirstThatAnswers implements ClientHttpRequestInterceptor {
    private final List<URI> addresses;
    private volatile int answering;

    FirstThatAnswers(List<URI> addresses) {
        this.addresses = List.copyOf(addresses);
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        int first = answering;
        for (int tried = 1; ; tried++) {
            int current = (first + tried - 1) % addresses.size();
            try {
                var response = execution.execute(at(addresses.get(current), request), body);
                answering = current;
                return response;
            } catch (ConnectException | HttpConnectTimeoutException unreachable) {
                if (tried == addresses.size()) {
                    throw unreachable;
                }
            }
        }
    }

    private HttpRequest at(URI address, HttpRequest request) {
        var base = addresses.getFirst();
        if (address.equals(base)) {
            return request;
        }
        var place = URI.create(
                address + request.getURI().toString().substring(base.toString().length()));
        return new HttpRequestWrapper(request) {
            @Override
            public URI getURI() {
                return place;
            }
        };
    }
}
