package io.boxoffice.waitingroom.stream;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks after all streams of this instance, with one thread; it outlives Redis's outages. */
@Component
class StreamTicker implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(StreamTicker.class);

    private final Streams streams;
    private final Duration every;
    private volatile @Nullable Thread thread;
    private boolean failing;

    StreamTicker(Streams streams, StreamProperties properties) {
        this.streams = streams;
        this.every = properties.every();
    }

    @Override
    public void start() {
        var next = Thread.ofVirtual().name("streams").unstarted(this::run);
        thread = next;
        next.start();
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
        streams.endAll();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (thread == Thread.currentThread()) {
            try {
                Thread.sleep(every);
                streams.look();
                failing = false;
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                if (!failing && isRunning()) {
                    log.atWarn().setCause(e).log("streams stand still");
                }
                failing = true;
            }
        }
    }
}
