package io.boxoffice.common.security;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a key set is published: by each instance of its publisher, of which the first that answers is believed. Written with
 * commas; addresses without a path have that of the last ({@code http://a:1,http://b:2/jwks.json}), so that it may follow the
 * name of a service's base URLs.
 */
record KeySetAddresses(List<URL> all) {
    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int LARGEST_SET = 64 * 1024;
    private static final ResourceRetriever RETRIEVER =
            new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, LARGEST_SET);

    static KeySetAddresses of(String text) {
        var written = Arrays.stream(text.split(","))
                .map(String::strip)
                .map(URI::create)
                .toList();
        var path = written.getLast().getRawPath();
        return new KeySetAddresses(written.stream()
                .map(address -> address.getRawPath().isEmpty() ? address.resolve(path) : address)
                .map(KeySetAddresses::url)
                .toList());
    }

    /** The document, from the first that has it. */
    String text() throws IOException {
        var failure = new IOException("the keys could not be fetched from " + this);
        for (var address : all) {
            try {
                return RETRIEVER.retrieveResource(address).getContent();
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
        throw failure;
    }

    private static URL url(URI address) {
        try {
            return address.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("not a key set address: " + address, e);
        }
    }

    @Override
    public String toString() {
        return all.stream().map(URL::toString).collect(Collectors.joining(","));
    }
}
