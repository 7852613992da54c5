package io.boxoffice.fleet.provider.webhook;

import io.boxoffice.fleet.provider.api.StripeJson;
import io.boxoffice.fleet.provider.books.Books;
import io.boxoffice.fleet.provider.books.Entry;
import io.boxoffice.fleet.provider.books.Unsent;
import io.boxoffice.fleet.provider.fault.Fault;
import io.boxoffice.fleet.provider.fault.Faults;
import io.boxoffice.fleet.provider.fault.Operation;
import io.boxoffice.fleet.provider.fault.Target;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.json.JsonMapper;

/**
 * Delivers events until they are heard or hopeless. An event leaves the books' list of unsent ones only then, so that a
 * restart goes on with the rest; hearing one twice is normal.
 */
class Webhooks implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Webhooks.class);
    private static final int AT_ONCE = 8;
    private static final Duration LATE = Duration.ofSeconds(5);

    private final Books books;
    private final Faults faults;
    private final Sender sender;
    private final JsonMapper json;
    private final DelayQueue<Delivery> queue = new DelayQueue<>();
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final Semaphore slots = new Semaphore(AT_ONCE);
    private volatile @Nullable Thread courier;

    Webhooks(Books books, Faults faults, Sender sender, JsonMapper json) {
        this.books = books;
        this.faults = faults;
        this.sender = sender;
        this.json = json;
    }

    @Override
    public void start() {
        books.subscribe(this::enqueue).forEach(this::enqueue);
        courier = Thread.ofVirtual().name("webhooks").start(this::deliverAll);
    }

    private void enqueue(Unsent event) {
        if (underWay.add(event.eventId())) {
            queue.add(Delivery.now(event));
        }
    }

    private void deliverAll() {
        try {
            while (true) {
                slots.acquire();
                var delivery = queue.take();
                Thread.ofVirtual().name("webhook").start(() -> {
                    try {
                        deliver(delivery);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } catch (RuntimeException e) {
                        log.atError()
                                .addKeyValue("event", delivery.event().eventId())
                                .setCause(e)
                                .log("webhook failed");
                        queue.add(delivery.again());
                    } finally {
                        slots.release();
                    }
                });
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(Delivery delivery) throws InterruptedException {
        var entry = books.entryAt(delivery.event().position());
        var fault = delivery.faulted() ? null : strike(entry);
        if (fault == null) {
            attempt(delivery, entry, 1);
            return;
        }
        switch (fault.effect()) {
            case DUPLICATE -> attempt(delivery, entry, 2);
            // held back long enough for what happens next to overtake it
            case REORDER, DELAY -> queue.add(delivery.pastFaults(fault.delayOr(LATE)));
            case DROP -> settle(delivery, "dropped");
            default -> attempt(delivery, entry, 1);
        }
    }

    private @Nullable Fault strike(Entry entry) {
        var target = entry.intent() == null ? Target.NONE : Target.of(entry.intent());
        return faults.strike(Operation.WEBHOOK, target).orElse(null);
    }

    private void attempt(Delivery delivery, Entry entry, int copies) throws InterruptedException {
        var event = entry.event();
        if (event == null) {
            throw new IllegalStateException("no event at " + delivery.event().position());
        }
        var body = json.writeValueAsBytes(StripeJson.event(event, entry));
        boolean heard = true;
        for (int copy = 0; copy < copies; copy++) {
            heard &= sender.send(body);
        }
        if (heard) {
            settle(delivery, "delivered");
        } else if (delivery.isHopeless()) {
            settle(delivery, "given up");
        } else {
            queue.add(delivery.again());
        }
    }

    private void settle(Delivery delivery, String outcome) {
        var id = delivery.event().eventId();
        books.settle(id);
        underWay.remove(id);
        log.atDebug().addKeyValue("event", id).addKeyValue("outcome", outcome).log("webhook settled");
    }

    @Override
    public void stop() {
        var running = courier;
        if (running != null) {
            running.interrupt();
            courier = null;
        }
    }

    /** After the books are open, before the web server says that the process is ready. */
    @Override
    public int getPhase() {
        return 1;
    }

    @Override
    public boolean isRunning() {
        return courier != null;
    }
}
