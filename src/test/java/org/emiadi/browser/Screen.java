package org.emiadi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import io.restassured.RestAssured;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A page in a browser, watched: [#close] fails the test if anything was wrong with it meanwhile.
final class Screen implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final List<Integer> WIDTHS = List.of(Visitor.PHONE, Visitor.DESK);
    /// The narrowest that WCAG asks for, the two above, and a tablet.
    private static final List<Integer> NO_SIDEWAYS = List.of(320, Visitor.PHONE, 768, Visitor.DESK);

    /// What lies so far to the left that nobody can scroll there, without what is there on purpose.
    private static final String LEFT_OUT = """
            Array.from(document.querySelectorAll('main *'))
                .filter(e => !e.closest('.skip, .offscreen, .sr, table.stack thead, .rows .none'))
                .filter(e => e.getClientRects().length > 0 && e.getBoundingClientRect().right <= 0)
                .map(e => e.textContent.trim()).join('; ')
            """;

    private static final int PATIENCE_MS = 15_000;
    private static final int OK = 200;
    private static final String NOTHING = "/nothing";
    /// A run of all tests draws none, as nobody looks at four hundred of them.
    private static final boolean DRAWS = !"false".equals(System.getProperty("miadi.screenshots"));

    private final Visitor visitor;
    private final BrowserContext context;
    private final Page page;
    private final Watch watch;

    Screen(Visitor visitor, BrowserContext context) {
        this.visitor = visitor;
        this.context = context;
        this.watch = new Watch(base().getHost());
        context.setDefaultTimeout(PATIENCE_MS);
        context.onPage(watch::follow);
        this.page = context.newPage();
    }

    /// The page itself, for whatever a person does on it.
    Page page() {
        return page;
    }

    static URI base() {
        return URI.create("http://localhost:" + RestAssured.port);
    }

    /// What the server would be asked for at this path is answered here instead, as of the same site.
    Screen standingIn(String path, int status, String html) {
        page.route(
                "**" + path,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(status)
                        .setHeaders(Map.of("Content-Type", "text/html", "Cross-Origin-Opener-Policy", "same-origin"))
                        .setBody(html)));
        return this;
    }

    /// Opens an empty page of the site, of which the server hears nothing; the browser asks for no icon of it either,
    /// and has a process for the site then.
    Screen openNothing() {
        standingIn(NOTHING, OK, "<!doctype html><title>Nothing</title><link rel=\"icon\" href=\"data:,\">")
                .open(NOTHING);
        page.unroute("**" + NOTHING);
        return this;
    }

    Screen open(String path) {
        page.navigate(base().resolve(path).toString());
        return this;
    }

    /// Lets answers with these statuses pass, of scripts and of servers in need: 409, 503. A page that is opened or
    /// a form that is sent may be refused (4xx) anyhow.
    Screen expecting(int... statuses) {
        watch.expect(statuses);
        return this;
    }

    /// The path with its query, without the host.
    String path() {
        var address = URI.create(page.url());
        return address.getRawQuery() == null ? address.getPath() : address.getPath() + "?" + address.getRawQuery();
    }

    /// Looks at the page as it is now: in the reader's language throughout, with nothing to scroll to at the side
    /// at any width, accessible on a phone and at a desk. axe is a script itself, so pages without scripts are not
    /// asked for their accessibility; they are the same pages. Keeps screenshots as
    /// `target/screenshots/<name>-<width>-<language>.png`, unless all tests are run.
    Screen look(String name) {
        // After a click the next page may be there without its style yet.
        page.waitForLoadState(LoadState.LOAD);
        Words.check(page, visitor.language());
        for (int width : NO_SIDEWAYS) {
            resize(width);
            checkNothingAtTheSide(name, width);
            if (WIDTHS.contains(width)) {
                lookAll(name, width);
            }
        }
        resize(visitor.width());
        return this;
    }

    private void lookAll(String name, int width) {
        if (visitor.scripts()) {
            Accessibility.check(page, name + " at " + width);
        }
        if (DRAWS) {
            String file = name + "-" + width + "-" + visitor.language().code() + ".png";
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(SCREENSHOTS.resolve(file))
                    .setFullPage(true));
        }
    }

    private void resize(int width) {
        var size = page.viewportSize();
        if (size.width != width) {
            page.setViewportSize(width, size.height);
        }
    }

    // What scrolls within its own frame, like the calendar, is not counted.
    private void checkNothingAtTheSide(String name, int width) {
        Object wide = page.evaluate("document.documentElement.scrollWidth");
        assertThat(((Number) wide).intValue())
                .as("%s is wider than a screen of %d", name, width)
                .isLessThanOrEqualTo(width);
        assertThat(page.evaluate(LEFT_OUT))
                .as("texts of %s that lie beside a screen of %d", name, width)
                .isEqualTo("");
    }

    /// What the browser keeps for this visit, so that another one can go on with it.
    String cookies() {
        return context.storageState();
    }

    BrowserContext context() {
        return context;
    }

    /// Fails the test for whatever went wrong while the page was open.
    @Override
    public void close() {
        context.close();
        watch.check();
    }

    /// Without a check, since the test fails already.
    void abandon() {
        context.close();
    }
}
