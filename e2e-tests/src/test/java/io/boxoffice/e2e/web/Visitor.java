package io.boxoffice.e2e.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.assertj.core.api.Assertions;

/** A person in front of a browser, who finds things by what they are called. */
final class Visitor implements AutoCloseable {

    /** A busy machine's services take their time at first. */
    private static final double PATIENCE = 60_000;

    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    private final BrowserContext context;
    private final String gateway;
    private final Screen screen;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Visitor(BrowserContext context, String gateway, Screen screen) {
        this.context = context;
        this.gateway = gateway;
        this.screen = screen;
        this.page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
    }

    Page page() {
        return page;
    }

    void opens(String path) {
        page.navigate(gateway + path);
    }

    /** By the issuer's own page, with code and proof key; ends where it began. */
    void signsIn(String username, String password) {
        clicks(AriaRole.BUTTON, "Sign in");
        fills("User", username);
        fills("Password", password);
        clicks(AriaRole.BUTTON, "Sign in");
        sees(button("Sign out"));
    }

    /** A page for staff asks who they are by itself. */
    void signsInWhenAsked(String username, String password) {
        fills("User", username);
        fills("Password", password);
        clicks(AriaRole.BUTTON, "Sign in");
        sees(button("Sign out"));
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    void clicks(AriaRole role, String name) {
        page.getByRole(role, new Page.GetByRoleOptions().setName(name)).first().click();
    }

    void fills(String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .first()
                .fill(text);
    }

    void sees(String text) {
        sees(page.getByText(text).first());
    }

    void sees(Locator what) {
        assertThat(what).isVisible(new IsVisibleOptions().setTimeout(PATIENCE));
    }

    /** Keeps the picture for people, and checks what a picture shows at once: that nothing sticks out at the side. */
    void looks(String step) {
        page.evaluate("() => scrollTo(0, 0)");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(screen.name().toLowerCase(Locale.ROOT) + "-" + step + ".png"))
                .setFullPage(true));
        var overhang =
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assertions.assertThat(overhang)
                .as("pixels beyond the screen at " + step)
                .isEqualTo(0);
    }

    /** Buys two seats of the first section, from the event's page on. */
    void buysTwoSeats(UUID event) {
        buysTwoSeatsUpToTheCard(event);
        pays("4242 4242 4242 4242");
    }

    void buysTwoSeatsUpToTheCard(UUID event) {
        takesTurn(event);
        looks("plan");
        listsTheFirstSection();
        seat(0).click();
        seat(1).click();
        holds();
        clicks(AriaRole.LINK, "Go to checkout");
    }

    /** From the event's page through the queue to the seating plan. */
    void takesTurn(UUID event) {
        opens("/events/" + event);
        clicks(AriaRole.LINK, "Join the queue");
        sees("It is your turn");
        looks("turn");
        clicks(AriaRole.LINK, "Choose your seats");
        sees(page.locator("canvas"));
    }

    void listsTheFirstSection() {
        clicks(AriaRole.BUTTON, "List");
        page.locator("summary").first().click();
    }

    /** One of the seats that are listed. */
    Locator seat(int index) {
        return page.locator(".chip").nth(index);
    }

    /** Holds what was chosen; the button for it is the page's last. */
    void holds() {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Hold").setExact(true))
                .last()
                .click();
    }

    /** Pays with a test card, and is as impatient as people are. */
    void pays(String card) {
        page.getByText("use a test card").click();
        clicks(AriaRole.BUTTON, card);
        looks("checkout");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Pay "))
                .dblclick();
    }

    /** Nothing was blocked by the page's own rules, and no script failed. */
    void hasNoComplaints() {
        Assertions.assertThat(complaints).isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}
