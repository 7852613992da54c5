package io.boxoffice.fleet.supervisor;

import io.boxoffice.fleet.settings.FleetProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * Executable jars taken apart, since a nested jar starts slowly: a thin jar per application in a folder named for its
 * content, and the libraries once for all applications.
 */
final class AppStore {
    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final int KEPT = 2;

    private final Path store;

    AppStore(Path store) {
        this.store = store;
    }

    /** The thin jar that runs the application in the given executable jar. */
    Path unpack(Path executable) throws IOException {
        if (!Files.exists(executable)) {
            throw new FleetProblem(executable + " is missing: build it with ./mvnw package");
        }
        var app = executable.getFileName().toString().replaceFirst("-[0-9].*", "");
        try (var jar = new JarFile(executable.toFile())) {
            var folder = store.resolve(app + "-" + contentKey(jar));
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(store.resolve("lib"));
                var fresh = Files.createTempDirectory(store, "new-");
                write(jar, fresh.resolve("app.jar"));
                moveInto(fresh, folder);
                forgetOlder(app);
            }
            return folder.resolve("app.jar");
        }
    }

    private void write(JarFile jar, Path target) throws IOException {
        var libraries = new ArrayList<String>();
        for (var library : entries(jar, LIBRARIES)) {
            libraries.add("../lib/" + shareLibrary(jar, library));
        }
        var manifest = new Manifest(jar.getManifest());
        var attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MAIN_CLASS, attributes.getValue("Start-Class"));
        attributes.put(Attributes.Name.CLASS_PATH, String.join(" ", libraries));
        try (var thin = new JarOutputStream(Files.newOutputStream(target), manifest)) {
            for (var entry : entries(jar, CLASSES)) {
                thin.putNextEntry(new JarEntry(entry.getName().substring(CLASSES.length())));
                try (var content = jar.getInputStream(entry)) {
                    content.transferTo(thin);
                }
                thin.closeEntry();
            }
        }
    }

    private String shareLibrary(JarFile jar, JarEntry library) throws IOException {
        var name = "%08x-%s".formatted(library.getCrc(), library.getName().substring(LIBRARIES.length()));
        var shared = store.resolve("lib").resolve(name);
        if (!Files.exists(shared)) {
            var fresh = Files.createTempFile(store.resolve("lib"), "new-", ".jar");
            try (var content = jar.getInputStream(library)) {
                Files.copy(content, fresh, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(fresh, shared, StandardCopyOption.ATOMIC_MOVE);
        }
        return name;
    }

    private static List<JarEntry> entries(JarFile jar, String folder) {
        return jar.stream()
                .filter(entry ->
                        entry.getName().startsWith(folder) && entry.getName().length() > folder.length())
                .toList();
    }

    /** Checksums of all entries, which the jar lists anyway: a rebuild of the same sources keeps its key. */
    private static String contentKey(JarFile jar) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            jar.stream()
                    .map(entry -> "%s %d %d%n".formatted(entry.getName(), entry.getCrc(), entry.getSize()))
                    .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void moveInto(Path fresh, Path folder) throws IOException {
        try {
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException anotherFleetWasFaster) {
            if (!Files.isDirectory(folder)) {
                throw anotherFleetWasFaster;
            }
        }
    }

    private void forgetOlder(String app) throws IOException {
        try (Stream<Path> folders = Files.list(store)) {
            var old = folders.filter(folder -> folder.getFileName().toString().matches(app + "-[0-9a-f]{16}"))
                    .sorted(Comparator.comparingLong(
                                    (Path folder) -> folder.toFile().lastModified())
                            .reversed())
                    .skip(KEPT)
                    .toList();
            for (var folder : old) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        }
    }
}
