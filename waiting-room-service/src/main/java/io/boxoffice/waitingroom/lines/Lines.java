package io.boxoffice.waitingroom.lines;

import io.boxoffice.waitingroom.WaitingRoomProperties;
import io.boxoffice.waitingroom.redis.LuaScript;
import io.boxoffice.waitingroom.redis.LuaScripts;
import io.boxoffice.waitingroom.redis.Reply;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Service;

/**
 * Begins lines, and brings them back. PostgreSQL knows a line before Redis does, so one that Redis does not have is new, or was
 * lost; one that is behind its marks, or on another server than it began on, may have lost its last changes.
 */
@Service
public class Lines {
    private static final Logger log = LoggerFactory.getLogger(Lines.class);
    private static final String NO_LINE = "NO_LINE";
    private static final int RECOVERING = 12;
    private static final int ATTEMPTS = 10;

    private final LineRepository repository;
    private final LuaScript begin;
    private final LuaScript marks;
    private final LuaScript restorePresale;
    private final Duration window;

    Lines(LineRepository repository, LuaScripts scripts, WaitingRoomProperties properties) {
        this.repository = repository;
        this.begin = scripts.named("queue/begin");
        this.marks = scripts.named("lines/marks");
        this.restorePresale = scripts.named("lines/restore-presale");
        this.window = properties.recoveryWindow();
    }

    /** Runs a script that needs the line, after beginning it where that is needed. */
    public Reply having(UUID event, Supplier<Reply> script) {
        var reply = script.get();
        for (int attempt = 0; reply.word(0).equals(NO_LINE); attempt++) {
            if (attempt == ATTEMPTS) {
                throw new DataAccessResourceFailureException("the line of " + event + " is lost again and again");
            }
            begin(event);
            reply = script.get();
        }
        return reply;
    }

    /**
     * Begins the line, or brings it back, unless it is whole. Whoever is killed half-way leaves it to the next who comes by;
     * however many try, one epoch comes of one loss: what PostgreSQL knows is read before Redis is looked at.
     */
    public void begin(UUID event) {
        var known = repository.known(event);
        while (!isWhole(known)) {
            if (!known.begun()) {
                bringBack(known);
                return;
            }
            repository.nextEpoch(event, known.mark().epoch());
            known = repository.known(event);
        }
    }

    private boolean isWhole(KnownLine known) {
        var seen = marks.run(known.event());
        return !seen.word(0).equals(NO_LINE) && !Mark.of(seen).isBehind(known.mark());
    }

    private void bringBack(KnownLine known) {
        repository.pieces(known.event()).forEach((piece, used) -> restorePresale.run(known.event(), piece, used));
        var outcome = begin.run(known.event(), known.toBegin(window.toMillis())).word(0);
        repository.begun(known.event(), known.mark().epoch());
        if (known.mark().epoch() > 1 && outcome.equals("NEW")) {
            log.atWarn()
                    .addKeyValue("event_id", known.event())
                    .addKeyValue("epoch", known.mark().epoch())
                    .addKeyValue("admission_paused_for", window)
                    .log("the line was lost, and is back");
        }
    }

    /** Whether admission is paused since fans come back after a loss. */
    public boolean isRecovering(UUID event) {
        var seen = marks.run(event);
        return seen.word(0).equals(NO_LINE) || seen.number(RECOVERING) == 1;
    }
}
