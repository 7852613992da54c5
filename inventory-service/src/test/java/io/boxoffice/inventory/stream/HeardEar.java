package io.boxoffice.inventory.stream;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Keeps what it is told; busy when the test says so. */
final class HeardEar implements Ear {
    final List<byte[]> frames = new ArrayList<>();
    boolean busy;
    boolean closed;

    @Override
    public boolean isFree() {
        return !busy;
    }

    @Override
    public void say(byte[]... said) {
        frames.addAll(List.of(said));
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public void whenClosed(Runnable work) {
        throw new UnsupportedOperationException();
    }

    String last() {
        return new String(frames.getLast(), StandardCharsets.UTF_8);
    }
}
