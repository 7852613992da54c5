package io.boxoffice.analytics.stream;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * Keeps what all stores of a process take outside the heap together under a limit: by default each of the dozens of small
 * databases would take its own 50 MB of cache and 48 MB of write buffers. Named in the settings of Kafka Streams.
 */
public final class FrugalRocks implements RocksDBConfigSetter {
    private static final long ALL = 32L << 20;
    private static final long WRITES = 16L << 20;
    private static final Cache CACHE = new LRUCache(ALL, -1, false, 0);
    private static final WriteBufferManager BUFFERS = new WriteBufferManager(WRITES, CACHE);

    @Override
    public void setConfig(String store, Options options, Map<String, Object> configs) {
        var table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        options.setWriteBufferManager(BUFFERS);
        options.setWriteBufferSize(1L << 20);
        options.setMaxWriteBufferNumber(2);
        options.setTableFormatConfig(table);
    }

    /** Cache and buffers are shared by all stores and live as long as the process. */
    @Override
    public void close(String store, Options options) {}
}
