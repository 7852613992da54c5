package io.boxoffice.e2e.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of this machine. Without one its tests are passed over, unless the tools are required. */
final class Chromium implements AutoCloseable {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path program) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(program).setArgs(ARGUMENTS));
    }

    static Chromium start() {
        var program = find();
        boolean required = "required".equals(System.getenv("BOXOFFICE_TEST_TOOLS"));
        assumeTrue(required || program.isPresent(), "no chromium on this machine");
        return new Chromium(program.orElseThrow());
    }

    private static Optional<Path> find() {
        return Stream.concat(
                        Optional.ofNullable(System.getenv("BOXOFFICE_CHROMIUM")).stream(),
                        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Somebody with a browser of their own: no cookie or storage is shared. */
    Visitor visitor(Screen screen, String gateway) {
        return new Visitor(browser.newContext(screen.options()), gateway, screen);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
