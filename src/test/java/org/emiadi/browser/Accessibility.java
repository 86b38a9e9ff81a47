package org.emiadi.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/// What axe finds on a page: WCAG 2.2 A and AA, and its best practice.
final class Accessibility {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final String IS_LOADED = "'axe' in window";

    // In words at once: to hand over all that axe knows of a page, what is well with it too, takes longer than to look.
    private static final String FAULTS = """
            async tags => {
                const found = await axe.run({ runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
                const indented = text => text.replaceAll('\\n', '\\n        ')
                const told = node => `    ${node.target} ${node.html}\\n        ${indented(node.failureSummary)}`
                return found.violations.map(rule =>
                    [`- ${rule.help} (${rule.id}, ${rule.impact})`, ...rule.nodes.map(told)].join('\\n')).join('\\n')
            }
            """;

    private Accessibility() {}

    static void check(Page page, String name) {
        // Half a megabyte of script, which takes as long to load as to look with it.
        if (page.evaluate(IS_LOADED).equals(false)) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        Object faults = page.evaluate(FAULTS, RULES);
        if (!faults.equals("")) {
            throw new AssertionError("axe has found on " + name + ":\n" + faults);
        }
    }
}
