package org.emiadi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What a page says, and whether all of it is in the reader's language.
final class Words {
    /// Keys of messages, names of constants, places that were not filled in, what programs say of nothing.
    private static final Pattern OF_THE_PROGRAM = Pattern.compile(
            "\\?\\?\\?|NOT_FOUND|\\{[\\w:.]+}|\\bnull\\b|\\bundefined\\b|\\bNaN\\b|\\[object |Optional\\["
                    + "|^[a-z]+(?:_[a-z]+)+$|^[A-Z]+(?:_[A-Z]+)+$|^(?:page|problem|field|msg)[.:][\\w.-]+$");

    /// Each text of the page in its own language: names of the other language, code and what people have typed are
    /// left out.
    private static final String TEXTS = """
            () => {
              const language = document.documentElement.lang;
              const own = element => {
                const nearest = element.closest('[lang]');
                return !nearest || nearest.lang === language;
              };
              const texts = [document.title];
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const element = node.parentElement;
                if (own(element) && !element.closest('script, style, noscript, code, pre, textarea, [translate=no]')) {
                  texts.push(node.data);
                }
              }
              for (const element of document.querySelectorAll('[aria-label], [title], [alt], [placeholder], [value]')) {
                for (const name of ['aria-label', 'title', 'alt', 'placeholder']) {
                  if (own(element) && element.hasAttribute(name)) texts.push(element.getAttribute(name));
                }
                if (element.matches('input[type=submit], input[type=button]')) texts.push(element.value);
              }
              return texts.map(text => text.replace(/\\s+/g, ' ').trim()).filter(text => text !== '');
            }
            """;

    private Words() {}

    static void check(Page page, Language language) {
        assertThat(page.evaluate("document.documentElement.lang"))
                .as("the language of %s", page.url())
                .isEqualTo(language.code());
        assertThat(untranslated(texts(page), language))
                .as("texts of %s that nobody has translated to %s", page.url(), language)
                .isEmpty();
    }

    private static List<String> texts(Page page) {
        var texts = new ArrayList<String>();
        if (page.evaluate(TEXTS) instanceof List<?> found) {
            found.forEach(text -> texts.add(String.valueOf(text)));
        }
        return texts;
    }

    private static List<String> untranslated(List<String> texts, Language language) {
        return texts.stream()
                .filter(text -> OF_THE_PROGRAM.matcher(text).find() || Bundles.saidIn(language.other(), text))
                .toList();
    }
}
