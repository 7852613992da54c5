package io.boxoffice.waitingroom.lines;

import io.boxoffice.waitingroom.redis.LuaScript;
import io.boxoffice.waitingroom.redis.LuaScripts;
import io.boxoffice.waitingroom.redis.Reply;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/** Begins lines. PostgreSQL knows a line before Redis does, so one that Redis does not have is new, or was lost. */
@Service
public class Lines {
    private static final String NO_LINE = "NO_LINE";

    private final LineRepository repository;
    private final LuaScript begin;

    Lines(LineRepository repository, LuaScripts scripts) {
        this.repository = repository;
        this.begin = scripts.named("queue/begin");
    }

    /** Runs a script that needs the line, after beginning it where that is needed. */
    public Reply having(UUID event, Supplier<Reply> script) {
        var reply = script.get();
        if (!reply.word(0).equals(NO_LINE)) {
            return reply;
        }
        begin(event);
        return script.get();
    }

    /** Begins the line, unless it is there. */
    public void begin(UUID event) {
        var known = repository.nextEpoch(event);
        begin.run(event, known.epoch(), known.joins(), known.lastScore(), Duration.ZERO.toMillis());
    }
}
