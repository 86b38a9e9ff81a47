package org.emiadi.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.emiadi.platform.Quiet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The browser tests notice what they are there to notice, on made-up pages that are wrong.
@QuarkusTest
@TestProfile(SampleClinic.class)
class ScreenTest {
    private static final String PAGE = "/app/made-up";
    private static final int NOT_FOUND = 404;
    private static final int TAKEN = 409;
    private static final int BROKEN = 500;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<script>console.error('broken wire')</script>           | broken wire",
                "<script>nothing.there()</script>                        | nothing is not defined",
                "<script>alert('stop')</script>                          | A box that stops everything",
                "<img src='http://other.example/x.png' alt=''>           | http://other.example/x.png",
                "<img src='/app/there-is-no-such-picture.png' alt=''>    | 404"
            })
    void a_page_that_does_what_no_page_may_fails_the_test(String body, String told) {
        var screen = made(Visitor.atDesk(), 200, body);

        assertThatThrownBy(screen::close).isInstanceOf(AssertionError.class).hasMessageContaining(told);
    }

    @ParameterizedTest
    @ValueSource(ints = {NOT_FOUND, TAKEN})
    void a_refused_page_is_a_page_like_any_other(int status) {
        made(Visitor.atDesk(), status, "<p>Gone</p>").close();
    }

    @Test
    void a_broken_server_fails_the_test_unless_it_is_what_the_test_is_about() {
        var screen = made(Visitor.atDesk(), BROKEN, "");
        assertThatThrownBy(screen::close).hasMessageContaining("500");

        made(Visitor.atDesk(), BROKEN, "").expecting(BROKEN).close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<button></button>                                          | button-name",
                "<p style='color: #aaa'>Pale</p>                            | color-contrast",
                "<style>@media (max-width: 500px) { p { color: #aaa } }</style><p>Pale on a phone</p> | wrong at 390",
                "<style>@media (min-width: 900px) { p { color: #aaa } }</style><p>Pale at a desk</p> | wrong at 1280",
                "<a href='/1' style='font-size: 8px'>1</a><br><a href='/2' style='font-size: 8px'>2</a> | target-size",
                "<p>problem.not-found.title</p>                                     | problem.not-found.title",
                "<p style='position: relative; left: -9999px'>Away</p>              | Away",
                "<p>no_show</p>                                             | no_show",
                "<p>Dear {name}</p>                                         | Dear {name}",
                "<p>Ruka hadi kwenye maudhui</p>                                 | Ruka hadi kwenye maudhui",
                "<p lang='en'>Fine</p><pre tabindex='0'>" + LONG + "</pre>    | wider than a screen of 320"
            })
    void a_page_that_looks_wrong_fails_the_test(String body, String told) {
        try (var screen = made(Visitor.atDesk(), 200, body)) {
            assertThatThrownBy(() -> screen.look("wrong"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(told);
        }
    }

    private static final String LONG = "wider-than-any-telephone-that-was-ever-sold-to-anybody-in-this-town";

    @Test
    void the_name_of_the_other_language_may_stand_in_it() {
        try (var screen = made(Visitor.atDesk(), 200, "<p lang='sw'>Ruka hadi kwenye maudhui</p>")) {
            screen.look("other-language");
        }
    }

    @Test
    @Measured
    void a_load_counts_every_byte_and_every_request() {
        var load = Load.of(Visitor.onPhone(), null, "/app/login");

        assertThat(load.requests()).as("page, style, icon, script: %s", load).isBetween(2, 5);
        assertThat(load.styleBytes()).as("style: %s", load).isGreaterThan(1_000);
        assertThat(load.bytes()).as("all: %s", load).isGreaterThan(load.styleBytes() + 1_000);
        assertThat(load.lcp()).as("two ways to the server and back: %s", load).isGreaterThan(2 * 400);
    }

    @Test
    @Measured
    void a_load_takes_as_much_longer_as_a_phone_is_slower() {
        String work = "for (const end = performance.now() + 300; performance.now() < end;);";
        String atOnce = "<script>" + work + "</script>";
        String onceItIsSeen = "<script>requestAnimationFrame(() => setTimeout(() => { " + work + " }, 100))</script>";
        double times = Phone.besideThisMachine().times();

        var early = Quiet.during(() -> Load.of(() -> prepared(Visitor.onPhone(), 200, atOnce), PAGE));
        var late = Quiet.during(() -> Load.of(() -> prepared(Visitor.onPhone(), 200, onceItIsSeen), PAGE));

        // Of the 300 by the clock the page may have had the processor for half, even in quiet.
        assertThat(early.lcp()).isGreaterThan(times * 150);
        assertThat(late.tbt()).isGreaterThan(times * 150 - 50);
        assertThat(late.lcp()).isLessThan(early.lcp());
    }

    private static Screen made(Visitor visitor, int status, String body) {
        return prepared(visitor, status, body).open(PAGE);
    }

    private static Screen prepared(Visitor visitor, int status, String body) {
        return visitor.arrive(null).standingIn(PAGE, status, """
                <!doctype html><html lang="en"><title>Made up</title>
                <link rel="icon" href="data:,"><main><h1>Made up</h1>%s</main></html>
                """.formatted(body));
    }
}
