package io.boxoffice.draw.verify;

import io.boxoffice.draw.Draw;
import io.boxoffice.draw.Permutation;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The published document, {@code GET /api/v1/events/{event_id}/queue/draw}. */
record Document(
        UUID event,
        byte[] commitment,
        Instant opensAt,
        long participants,
        @Nullable Held held) {

    /** What is shown once the draw is held. */
    record Held(
            Instant openedAt,
            byte[] seed,
            byte[] root,
            String beacon,
            byte[] key,
            @Nullable Proof proof) {}

    /** One participant's place in tree and order. */
    record Proof(long joinIndex, byte[] leaf, long position, List<byte[]> path) {}

    static Document read(Source source) throws IOException, Unreadable, Wrong {
        var members = new Members(Json.object(source));
        var algorithm = members.text("algorithm");
        if (!algorithm.equals(Draw.ALGORITHM)) {
            throw new Unreadable("algorithm is %s; this program knows %s".formatted(algorithm, Draw.ALGORITHM));
        }
        var state = members.text("state");
        var document = new Document(
                members.id("event_id"),
                members.hash("commitment"),
                members.time("opens_at"),
                members.number("participants"),
                switch (state) {
                    case "DRAWN" -> held(members);
                    case "COMMITTED", "CLOSED" -> secret(members, state);
                    default -> throw new Unreadable("state is " + state);
                });
        if (document.participants > Permutation.MAX_SIZE) {
            throw new Unreadable("participants is more than a draw can have");
        }
        return document;
    }

    private static @Nullable Held secret(Members members, String state) throws Wrong {
        for (var early : List.of("seed", "draw_key")) {
            if (members.has(early)) {
                throw new Wrong("%s is shown although the draw is only %s".formatted(early, state));
            }
        }
        return null;
    }

    private static Held held(Members members) throws Unreadable, Wrong {
        for (var needed : List.of("opened_at", "seed", "root", "beacon", "draw_key")) {
            if (!members.has(needed)) {
                throw new Wrong("the draw is held, but its %s is not shown".formatted(needed));
            }
        }
        return new Held(
                members.time("opened_at"),
                members.hash("seed"),
                members.hash("root"),
                members.object("beacon").text("value"),
                members.hash("draw_key"),
                members.has("proof") ? proof(members.object("proof")) : null);
    }

    private static Proof proof(Members proof) throws Unreadable {
        return new Proof(
                proof.number("join_index"), proof.hash("leaf"), proof.number("position"), proof.hashes("path"));
    }
}
