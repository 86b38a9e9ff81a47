package org.emiadi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
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
    private static final int SEE_OTHER = 303;

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

    /// What a browser keeps of somebody who has just come in.
    @Nullable
    String cookies() {
        if (user == null) {
            return null;
        }
        try (var screen = arrive(null)) {
            return screen.cookies();
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

    // What the form of the sign-in page sends, without drawing two pages for it; how a person types it is a test of
    // its own.
    private void signIn(Screen screen, String user) {
        var answer = screen.context()
                .request()
                .post(
                        Screen.base().resolve("/app/login").toString(),
                        RequestOptions.create()
                                .setHeader("Accept-Language", language.tag())
                                .setForm(FormData.create().set("username", user).set("password", TestDemo.PASSWORD))
                                .setMaxRedirects(0));
        assertThat(answer.status()).as("the sign-in of %s", user).isEqualTo(SEE_OTHER);
    }
}
