package io.boxoffice.gateway.ratelimit;

import io.boxoffice.gateway.door.Passage;
import io.boxoffice.gateway.door.Step;
import io.boxoffice.gateway.edge.Client;
import io.netty.util.NetUtil;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Counts the requests of an address, whoever sends them; comes before anything that costs work. */
@Component
public class AddressLimit implements Step {

    /** What one subscriber is given of IPv6 at the least: all its addresses are one. */
    private static final int SUBSCRIBER_BYTES = 8;

    private final LimitGate gate;

    AddressLimit(LimitGate gate) {
        this.gate = gate;
    }

    @Override
    public Mono<Passage> look(ServerWebExchange exchange) {
        var client = Client.of(exchange);
        return client == null || client.address() == null
                ? Passage.granted(exchange)
                : gate.look(exchange, Scope.ADDRESS, subscriber(client.address()));
    }

    static String subscriber(String address) {
        var bits = NetUtil.createByteArrayFromIpAddressString(address);
        return bits == null || bits.length <= 4
                ? address
                : HexFormat.of().formatHex(Arrays.copyOf(bits, SUBSCRIBER_BYTES));
    }
}
