package io.boxoffice.fleet.standalone;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of checksummed lines that is only ever appended to. What was appended survives a crash once
 * {@link #awaitDurable} returned; callers who wait at the same time share one flush of the disk. A line that the crash
 * tore is dropped at the next start, and with it whatever follows: nobody was ever told that it is there.
 */
public final class Journal implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Journal.class);

    private final Path file;
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock flushing = new ReentrantLock();
    private volatile long end;
    private volatile long durable;
    private volatile boolean broken;
    private volatile @Nullable FileChannel opened;

    /** A journal in this file, which is not touched before {@link #open}. */
    public Journal(Path file) {
        this.file = file;
    }

    /** Is told every line of an opened journal, oldest first. */
    @FunctionalInterface
    public interface Reader {
        /** One payload and where it lies. */
        void line(Position position, byte[] payload);
    }

    /** Opens or creates the file, for this process alone, and hands its sound lines to the reader. */
    public void open(Reader reader) {
        try {
            var folder = Disk.folderOf(file);
            Files.createDirectories(folder);
            var channel = FileChannel.open(file, CREATE, READ, WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw new IllegalStateException(file + " is in use by another process");
            }
            long sound = JournalLines.readAll(channel, reader);
            if (sound < channel.size()) {
                log.atWarn()
                        .addKeyValue("file", file.getFileName())
                        .addKeyValue("bytes", channel.size() - sound)
                        .log("torn end of the journal dropped");
                channel.truncate(sound);
            }
            channel.force(true);
            Disk.flushFolder(folder);
            end = sound;
            durable = sound;
            opened = channel;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Appends a payload, which must hold no line break. The order of appends is the order of the file. */
    public Position append(byte[] payload) {
        var line = JournalLines.framed(payload);
        writing.lock();
        try {
            requireSound();
            long start = end;
            for (long at = start; line.hasRemaining(); ) {
                at += channel().write(line, at);
            }
            end = start + line.capacity();
            return new Position(start + JournalLines.PREFIX, payload.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writing.unlock();
        }
    }

    /** Returns once everything up to this end is on disk. */
    public void awaitDurable(long upTo) {
        if (durable >= upTo) {
            return;
        }
        flushing.lock();
        try {
            if (durable < upTo) {
                requireSound();
                long reached = end;
                channel().force(false);
                durable = reached;
            }
        } catch (IOException e) {
            // after a failed flush the kernel may have forgotten the pages: nothing written since can be trusted
            broken = true;
            throw new UncheckedIOException(e);
        } finally {
            flushing.unlock();
        }
    }

    /** Returns once everything appended so far is on disk. */
    public void awaitDurable() {
        awaitDurable(end);
    }

    /** The payload at a position. */
    public byte[] read(Position position) {
        try {
            var payload = ByteBuffer.allocate(position.length());
            for (long at = position.offset(); payload.hasRemaining(); ) {
                int count = channel().read(payload, at);
                if (count < 0) {
                    throw new IOException("journal ends before " + position);
                }
                at += count;
            }
            return payload.array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireSound() throws IOException {
        if (broken) {
            throw new IOException("the disk failed earlier; restart to go on from what is known to be durable");
        }
    }

    private FileChannel channel() throws IOException {
        var channel = opened;
        if (channel == null) {
            throw new IOException(file + " is not open");
        }
        return channel;
    }

    @Override
    public void close() {
        try {
            channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
