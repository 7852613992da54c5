package io.boxoffice.e2e.demo;

/**
 * How the event came to another shard.
 *
 * @param rows what was copied
 * @param pausedMillis how long its writes were paused, by the databases' clocks
 * @param seconds from the operator's word to the end
 * @param soldBefore seats sold when it began
 * @param during whether the sale still went on when it was over
 */
record ShardMove(
        String from, String to, long rows, long pausedMillis, double seconds, long soldBefore, boolean during) {

    String inWords() {
        return "from %s to %s in %.1f s%s, %d seats sold before · %d rows, writes paused %d ms"
                .formatted(from, to, seconds, during ? "" : " (the sale was over)", soldBefore, rows, pausedMillis);
    }
}
