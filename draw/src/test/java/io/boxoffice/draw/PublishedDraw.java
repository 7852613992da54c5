package io.boxoffice.draw;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** A draw as it is published, with everything in reach that a cheat would change. */
public final class PublishedDraw {

    public static final UUID EVENT = UUID.fromString("0198f3a4-7c00-7000-8000-000000000001");

    private static final HexFormat HEX = HexFormat.of();

    public byte[] seed = HEX.parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    public byte[] commitment = Draw.commitment(seed);
    public String beacon = "";
    public String opensAt = "2027-06-01T10:00:00Z";
    public String openedAt = "2027-06-01T10:00:00.123456Z";
    public long participants;
    public byte[] root;
    public byte[] key;
    public final List<byte[]> leaves = new ArrayList<>();
    public final List<String> lines = new ArrayList<>();
    public String proof = "";

    /** Of users 1 … n. */
    public PublishedDraw(int n) {
        participants = n;
        for (int i = 0; i < n; i++) {
            leaves.add(Draw.leaf(EVENT, i, new UUID(0, i + 1)));
        }
        draw();
    }

    /** Computes everything anew from seed, beacon and leaves. */
    public PublishedDraw draw() {
        root = MerkleTree.root(leaves);
        key = Draw.key(seed, root, beacon);
        lines.clear();
        if (leaves.isEmpty()) {
            return this;
        }
        var order = order();
        for (int i = 0; i < leaves.size(); i++) {
            var line = new StringBuilder();
            ParticipantLine.append(line, i, leaves.get(i), 0, order.position(i));
            lines.add(line.toString());
        }
        return this;
    }

    public Permutation order() {
        return new Permutation(key, leaves.size());
    }

    public PublishedDraw prove(int index) {
        var path = MerkleTree.path(index, leaves).stream()
                .map(hash -> '"' + HEX.formatHex(hash) + '"')
                .toList();
        proof = ",\"proof\":{\"join_index\":%d,\"leaf\":\"%s\",\"position\":%d,\"path\":[%s]}"
                .formatted(index, HEX.formatHex(leaves.get(index)), order().position(index), String.join(",", path));
        return this;
    }

    public String document() {
        return """
                {"event_id":"%s","state":"DRAWN","commitment":"%s","lobby_opens_at":"2027-06-01T09:30:00Z","opens_at":"%s",\
                "participants":%d,"opened_at":"%s","seed":"%s","root":"%s","beacon":{"source":"none","value":"%s"},\
                "draw_key":"%s","algorithm":"boxoffice-draw-1"%s}
                """.formatted(
                        EVENT,
                        HEX.formatHex(commitment),
                        opensAt,
                        participants,
                        openedAt,
                        HEX.formatHex(seed),
                        HEX.formatHex(root),
                        beacon,
                        HEX.formatHex(key),
                        proof);
    }

    public byte[] file() {
        return (document() + String.join("", lines)).getBytes(StandardCharsets.UTF_8);
    }
}
