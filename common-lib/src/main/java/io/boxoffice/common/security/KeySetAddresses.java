package io.boxoffice.common.security;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.Resource;
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
record KeySetAddresses(List<URI> all) {
    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int LARGEST = 64 * 1024;

    static KeySetAddresses of(String text) {
        var written = Arrays.stream(text.split(","))
                .map(String::strip)
                .map(URI::create)
                .toList();
        var last = written.getLast();
        return new KeySetAddresses(written.stream()
                .map(address -> address.getRawPath().isEmpty() ? address.resolve(last.getRawPath()) : address)
                .toList());
    }

    URL first() {
        return url(all.getFirst());
    }

    ResourceRetriever retriever() {
        var retriever = new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, LARGEST);
        return _ -> retrieve(retriever);
    }

    private Resource retrieve(ResourceRetriever retriever) throws IOException {
        var failure = new IOException("no instance answered");
        for (var address : all) {
            try {
                return retriever.retrieveResource(url(address));
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
        throw failure;
    }

    private static URL url(URI address) {
        try {
            return address.toURL();
        } catch (MalformedURLException | IllegalArgumentException e) {
            throw new IllegalArgumentException("not a key set address: " + address, e);
        }
    }

    @Override
    public String toString() {
        return all.stream().map(URI::toString).collect(Collectors.joining(","));
    }
}
