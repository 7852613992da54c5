package io.boxoffice.gateway.edge;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A network in CIDR notation, or one address. */
record AddressRange(byte[] network, int prefix) {

    AddressRange {
        if (prefix < 0 || prefix > network.length * 8) {
            throw new IllegalArgumentException("not a prefix length of this address: " + prefix);
        }
    }

    /** Reads {@code 10.0.0.0/8}, {@code ::1}; never a host name. Public, so that settings can be bound by it. */
    public static AddressRange valueOf(String text) {
        var slash = text.indexOf('/');
        var address = parse(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            throw new IllegalArgumentException("not an address or a network: " + text);
        }
        var bits = address.getAddress();
        return new AddressRange(bits, slash < 0 ? bits.length * 8 : Integer.parseInt(text.substring(slash + 1)));
    }

    static @Nullable InetAddress parse(String text) {
        var bits = NetUtil.createByteArrayFromIpAddressString(text.strip());
        try {
            return bits == null ? null : InetAddress.getByAddress(bits);
        } catch (UnknownHostException notReachable) {
            throw new IllegalStateException(notReachable);
        }
    }

    boolean contains(InetAddress address) {
        var bits = address.getAddress();
        if (bits.length != network.length) {
            return false;
        }
        var whole = prefix / 8;
        if (!Arrays.equals(bits, 0, whole, network, 0, whole)) {
            return false;
        }
        var rest = prefix % 8;
        return rest == 0 || ((bits[whole] ^ network[whole]) & 0xff) >> (8 - rest) == 0;
    }
}
