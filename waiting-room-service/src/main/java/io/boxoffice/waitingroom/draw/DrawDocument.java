package io.boxoffice.waitingroom.draw;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.boxoffice.draw.Draw;
import io.boxoffice.waitingroom.event.EventOnSale;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What everybody may know of a draw; docs/draw.md. Seed and key are there once it is held, never before. */
record DrawDocument(
        UUID eventId,
        DrawState state,
        String commitment,
        Instant lobbyOpensAt,
        Instant opensAt,
        long participants,
        @JsonInclude(Include.NON_NULL) @Nullable Instant openedAt,
        @JsonInclude(Include.NON_NULL) @Nullable String seed,
        @JsonInclude(Include.NON_NULL) @Nullable String root,
        @JsonInclude(Include.NON_NULL) Beacon.@Nullable Value beacon,
        @JsonInclude(Include.NON_NULL) @Nullable String drawKey,
        String algorithm,
        @JsonInclude(Include.NON_NULL) @Nullable String participantsUrl,
        @JsonInclude(Include.NON_NULL) @Nullable Proof proof) {
    private static final HexFormat HEX = HexFormat.of();

    /** One participant's place in tree and order. */
    @Schema(name = "DrawProof")
    record Proof(long joinIndex, String leaf, long position, List<String> path) {}

    static DrawDocument of(EventOnSale event, Lottery lottery) {
        var closing = lottery.closing();
        var result = lottery.result();
        return new DrawDocument(
                lottery.event(),
                lottery.state(),
                HEX.formatHex(lottery.commitment()),
                closing == null ? event.lobbyOpensAt() : closing.lobbyOpensAt(),
                closing == null ? event.opensAt().truncatedTo(ChronoUnit.MILLIS) : closing.opensAt(),
                closing == null ? lottery.leaves() : closing.participants(),
                closing == null ? null : closing.openedAt(),
                result == null ? null : HEX.formatHex(lottery.seed()),
                result == null ? null : HEX.formatHex(result.root()),
                result == null ? null : result.beacon(),
                result == null ? null : HEX.formatHex(result.key()),
                Draw.ALGORITHM,
                result == null ? null : "/api/v1/events/%s/queue/draw/participants".formatted(lottery.event()),
                null);
    }

    DrawDocument with(Proof proven) {
        return new DrawDocument(
                eventId,
                state,
                commitment,
                lobbyOpensAt,
                opensAt,
                participants,
                openedAt,
                seed,
                root,
                beacon,
                drawKey,
                algorithm,
                participantsUrl,
                proven);
    }
}
