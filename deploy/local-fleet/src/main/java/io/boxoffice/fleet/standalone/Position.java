package io.boxoffice.fleet.standalone;

/**
 * Where a payload lies in a {@link Journal}.
 *
 * @param offset first byte of the payload
 * @param length its length in bytes
 */
public record Position(long offset, int length) {
    /** The first byte after the payload's line; durable once the journal is durable up to here. */
    public long end() {
        return offset + length + 1;
    }
}
