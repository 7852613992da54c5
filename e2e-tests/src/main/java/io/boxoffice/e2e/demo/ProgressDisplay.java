package io.boxoffice.e2e.demo;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;

/** Live figures: one block that renews itself on a terminal, plain lines elsewhere. */
final class ProgressDisplay implements AutoCloseable {

    private static final Duration ON_TERMINAL = Duration.ofMillis(500);
    private static final Duration ELSEWHERE = Duration.ofSeconds(2);
    private static final int BLOCK_LINES = 3;

    private final Tally tally;
    private final int fans;
    private final PrintStream out = System.out;
    private final boolean terminal;
    private final long started = System.nanoTime();
    private final Thread painter;
    private volatile String phase = "Selling";
    private boolean painted;

    private ProgressDisplay(Tally tally, int fans) {
        this.tally = tally;
        this.fans = fans;
        Console console = System.console();
        this.terminal = console != null && console.isTerminal();
        this.painter = Thread.ofPlatform().daemon().name("progress").unstarted(this::paintOn);
    }

    static ProgressDisplay start(Tally tally, int fans) {
        var display = new ProgressDisplay(tally, fans);
        display.painter.start();
        return display;
    }

    /** Tells what goes on now. */
    synchronized void say(String text) {
        phase = text;
        if (!terminal) {
            out.println(text);
        }
    }

    @Override
    public void close() {
        painter.interrupt();
        paint();
    }

    private void paintOn() {
        try {
            while (true) {
                paint();
                Thread.sleep(terminal ? ON_TERMINAL : ELSEWHERE);
            }
        } catch (InterruptedException _) {
            // closed
        }
    }

    private synchronized void paint() {
        if (!terminal) {
            out.println(counts() + " · " + quality());
            return;
        }
        if (painted) {
            out.print("\u001b[" + BLOCK_LINES + "A");
        }
        for (String line : new String[] {phase, counts(), quality()}) {
            out.print("\u001b[2K" + line + System.lineSeparator());
        }
        out.flush();
        painted = true;
    }

    private String counts() {
        return "%4d s  queue %d · admitted %d · holds %d · sold %d · tickets %d · mails %d · scans %d · fans done %d/%d"
                .formatted(
                        (System.nanoTime() - started) / 1_000_000_000,
                        tally.queue(),
                        tally.admitted(),
                        tally.holds.sum(),
                        tally.soldSeats.sum(),
                        tally.tickets.sum(),
                        tally.mails.sum(),
                        tally.scans.sum(),
                        tally.fansDone.sum(),
                        fans);
    }

    private String quality() {
        String kills = tally.kills.sum() == 0 ? "" : " · killed " + tally.kills.sum();
        return "p95 hold %.0f ms, order %.0f ms%s · refusals %s"
                .formatted(tally.p95Millis("hold"), tally.p95Millis("order"), kills, tally.errors());
    }
}
