package io.boxoffice.gateway.edge;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** Finds the client behind the proxies we believe. */
record Forwarding(List<AddressRange> trusted) {

    /**
     * The address nearest to us that is no proxy of ours. Whatever stands to the left of it in the header was written
     * by that client and means nothing.
     */
    InetAddress client(InetAddress peer, List<String> forwardedFor) {
        var hops = forwardedFor.stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .toList()
                .reversed();
        var client = peer;
        for (var hop : hops) {
            if (!isTrusted(client)) {
                return client;
            }
            var next = AddressRange.parse(hop);
            if (next == null) {
                return client;
            }
            client = next;
        }
        return client;
    }

    boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(range -> range.contains(address));
    }
}
