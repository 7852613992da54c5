package io.boxoffice.fleet.standalone;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes files so that they are whole and on disk, or not there. */
public final class Disk {
    private Disk() {}

    /** Writes a new file and flushes it and its name. */
    public static void writeDurably(Path file, byte[] content) throws IOException {
        try (var channel = FileChannel.open(file, CREATE_NEW, WRITE)) {
            writeFully(channel, content);
        }
        flushFolder(folderOf(file));
    }

    /** Puts a secret in place in one step, readable by its owner alone; one that is there already stays. */
    public static void writeSecretOnce(Path file, byte[] content) throws IOException {
        var folder = folderOf(file);
        Files.createDirectories(folder);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var draft = Files.createTempFile(folder, "draft", null, ownerOnly);
        try (var channel = FileChannel.open(draft, WRITE)) {
            writeFully(channel, content);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException otherWasFaster) {
            return;
        } finally {
            Files.deleteIfExists(draft);
        }
        flushFolder(folder);
    }

    /** Makes names that were added to a folder survive a power cut. */
    public static void flushFolder(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        }
    }

    private static void writeFully(FileChannel channel, byte[] content) throws IOException {
        var buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        channel.force(true);
    }

    static Path folderOf(Path file) {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException("not a file: " + file);
        }
        return folder;
    }
}
