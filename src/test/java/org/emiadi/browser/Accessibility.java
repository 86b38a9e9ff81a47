package org.emiadi.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;

/// What axe finds on a page: WCAG 2.2 A and AA, and its best practice.
final class Accessibility {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private Accessibility() {}

    static void check(Page page, String name) {
        // In one frame, as none of our pages has another; the other mode opens a second page for each check.
        @SuppressWarnings("deprecation")
        var axe = new AxeBuilder(page).withTags(RULES).setLegacyMode(true);
        var violations = axe.analyze().getViolations();
        if (!violations.isEmpty()) {
            throw new AssertionError("axe has found on " + name + ":\n"
                    + violations.stream().map(Accessibility::told).collect(Collectors.joining("\n")));
        }
    }

    private static String told(Rule rule) {
        return "- " + rule.getHelp() + " (" + rule.getId() + ", " + rule.getImpact() + ")\n"
                + rule.getNodes().stream().map(Accessibility::told).collect(Collectors.joining("\n"));
    }

    private static String told(CheckedNode node) {
        return "    " + node.getTarget() + " " + node.getHtml() + "\n        "
                + node.getFailureSummary().replace("\n", "\n        ");
    }
}
