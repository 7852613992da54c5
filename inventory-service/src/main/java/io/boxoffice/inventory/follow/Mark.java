package io.boxoffice.inventory.follow;

/**
 * Where a look ended and the next begins.
 *
 * @param shard where the event was
 * @param epoch how often it had moved
 * @param xmin what that snapshot did not see is of this transaction or a later one
 */
record Mark(String shard, int epoch, String xmin) {}
