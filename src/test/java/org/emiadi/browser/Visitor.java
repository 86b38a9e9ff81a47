package org.emiadi.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ReducedMotion;
import org.emiadi.app.TestDemo;
import org.jspecify.annotations.Nullable;

/// Who opens a page, and before which screen: a phone or a desk, in which language, with or without JavaScript,
/// signed in or not. A value; each `with…` answers another one.
record Visitor(
        int width,
        Language language,
        boolean scripts,
        @Nullable String user) {
    static final int PHONE = 390;
    static final int DESK = 1280;
    private static final int HEIGHT = 800;

    static Visitor onPhone() {
        return new Visitor(PHONE, Language.ENGLISH, true, null);
    }

    static Visitor atDesk() {
        return new Visitor(DESK, Language.ENGLISH, true, null);
    }

    Visitor speaking(Language tongue) {
        return new Visitor(width, tongue, scripts, user);
    }

    Visitor inSwahili() {
        return speaking(Language.SWAHILI);
    }

    Visitor withoutScript() {
        return new Visitor(width, language, false, user);
    }

    /// As a user of the sample clinic: `admin`, `reception`, `provider` or `patient`.
    Visitor signedInAs(String name) {
        return new Visitor(width, language, scripts, name);
    }

    /// Opens a page, signing in before if need be.
    Screen open(String path) {
        var screen = arrive(null);
        try {
            return screen.open(path);
        } catch (RuntimeException | Error failure) {
            screen.abandon();
            throw failure;
        }
    }

    /// Before a screen on which nothing is open yet: signed in, or with the cookies of another visit.
    Screen arrive(@Nullable String cookies) {
        SampleClinic.open();
        var screen = new Screen(this, context(cookies));
        try {
            if (user != null && cookies == null) {
                signIn(screen, user);
            }
            return screen;
        } catch (RuntimeException | Error failure) {
            screen.abandon();
            throw failure;
        }
    }

    private BrowserContext context(@Nullable String cookies) {
        var options = new Browser.NewContextOptions()
                .setViewportSize(width, HEIGHT)
                .setLocale(language.tag())
                // Another zone than the clinic's, so that a page that reckons in the reader's zone is found out.
                .setTimezoneId("Europe/Berlin")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setHasTouch(width < DESK)
                .setJavaScriptEnabled(scripts);
        if (cookies != null) {
            options.setStorageState(cookies);
        }
        return Chromium.running().newContext(options);
    }

    // As a person does it: the form is the only way in that works with and without scripts.
    private static void signIn(Screen screen, String user) {
        screen.open("/app/login");
        var page = screen.page();
        page.locator("input[name=username]").fill(user);
        page.locator("input[name=password]").fill(TestDemo.PASSWORD);
        page.locator("input[name=password]").press("Enter");
        page.waitForURL(address -> !address.contains("/app/login"));
    }
}
