package io.boxoffice.fleet.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boxoffice.fleet.settings.FleetProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppStoreTests {

    @TempDir
    Path folder;

    @Test
    void theThinJarNamesItsMainClassAndItsLibraries() throws Exception {
        var thin = store().unpack(executable("event-service-1.jar", "a"));

        try (var jar = new JarFile(thin.toFile())) {
            var attributes = jar.getManifest().getMainAttributes();
            assertThat(attributes.getValue(Attributes.Name.MAIN_CLASS)).isEqualTo("io.example.Main");
            assertThat(jar.getEntry("application.yaml")).isNotNull();
            assertThat(thin.resolveSibling(attributes.getValue(Attributes.Name.CLASS_PATH)))
                    .exists();
        }
    }

    @Test
    void theSameContentIsUnpackedOnceAndOtherContentBesideIt() throws Exception {
        var first = store().unpack(executable("event-service-1.jar", "a"));
        var again = store().unpack(executable("event-service-1.jar", "a"));
        var changed = store().unpack(executable("event-service-1.jar", "b"));

        assertThat(again).isEqualTo(first);
        assertThat(changed).isNotEqualTo(first).exists();
    }

    @Test
    void twoApplicationsShareALibrary() throws Exception {
        store().unpack(executable("event-service-1.jar", "a"));
        store().unpack(executable("fraud-service-1.jar", "a"));

        try (var libraries = Files.list(folder.resolve("store/lib"))) {
            assertThat(libraries).hasSize(1);
        }
    }

    @Test
    void aMissingJarIsToldPlainly() {
        assertThatThrownBy(() -> store().unpack(folder.resolve("none.jar")))
                .isInstanceOf(FleetProblem.class)
                .hasMessageContaining("./mvnw package");
    }

    private AppStore store() {
        return new AppStore(folder.resolve("store"));
    }

    private Path executable(String name, String settings) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Start-Class", "io.example.Main");
        var file = folder.resolve(name);
        try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            put(jar, "BOOT-INF/classes/application.yaml", settings);
            put(jar, "BOOT-INF/lib/some.jar", "library");
            put(jar, "org/springframework/boot/loader/Launcher.class", "loader");
        }
        return file;
    }

    private static void put(JarOutputStream jar, String name, String content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content.getBytes(StandardCharsets.UTF_8));
        jar.closeEntry();
    }
}
