package io.boxoffice.waitingroom.queue;

import io.boxoffice.waitingroom.event.EventOnSale;
import io.boxoffice.waitingroom.redis.Reply;
import io.boxoffice.waitingroom.token.QueueToken;
import io.boxoffice.waitingroom.token.QueueTokens;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Looks where many entries of one event stand, in one go, as good as a poll of each; it claims nothing. */
@Component
public class EntryWatch {
    private final LineScripts scripts;
    private final QueueTokens tokens;
    private final Waits waits;

    EntryWatch(LineScripts scripts, QueueTokens tokens, Waits waits) {
        this.scripts = scripts;
        this.tokens = tokens;
        this.waits = waits;
    }

    /** What each fan would be told, without the access token; empty for entries that the line does not have. */
    public List<Optional<EntryAnswer>> look(EventOnSale event, List<QueueToken> entries) {
        var replies = scripts.watch(event, entries);
        return IntStream.range(0, entries.size())
                .mapToObj(i -> answer(entries.get(i), replies.list(i)))
                .toList();
    }

    private Optional<EntryAnswer> answer(QueueToken token, Reply reply) {
        return switch (reply.word(0)) {
            case "UNKNOWN" -> Optional.empty();
            case "SUPERSEDED" -> Optional.of(answer(token, Place.of(reply).superseded()));
            case String _ -> Optional.of(answer(token, Place.of(reply)));
        };
    }

    private EntryAnswer answer(QueueToken token, Place place) {
        return EntryAnswer.of(token, tokens.write(token), place, waits.tell(token.event(), place, false));
    }
}
