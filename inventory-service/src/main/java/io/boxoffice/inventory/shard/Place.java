package io.boxoffice.inventory.shard;

/**
 * Where an event lives.
 *
 * @param shard its name
 * @param epoch rises with every move; who writes under another one is refused
 */
public record Place(String shard, int epoch) {}
