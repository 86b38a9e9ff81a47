package org.emiadi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Notes what must not happen on any page: errors in the console, exceptions, requests to another host, answers
/// 5xx.
final class Watch {
    private static final int CLIENT_FAULT = 400;
    private static final int SERVER_FAULT = 500;
    // Chromium says so in the console of every answer from 400 on; what was answered is judged by itself.
    private static final String ANSWER = "Failed to load resource: the server responded with a status of";

    private final String host;
    private final Set<Integer> expected = new HashSet<>();
    private final List<String> faults = new ArrayList<>();
    private final List<Response> refusals = new ArrayList<>();

    Watch(String host) {
        this.host = host;
    }

    void follow(Page page) {
        page.onConsoleMessage(this::said);
        page.onPageError(error -> faults.add("An exception on " + page.url() + ": " + error));
        page.onRequest(this::asked);
        page.onResponse(this::answered);
        page.onDialog(dialog -> {
            faults.add("A box that stops everything: " + dialog.message());
            dialog.dismiss();
        });
    }

    void expect(int... statuses) {
        for (int status : statuses) {
            expected.add(status);
        }
    }

    private void said(ConsoleMessage message) {
        if (Set.of("error", "warning", "assert").contains(message.type())
                && !message.text().startsWith(ANSWER)) {
            faults.add("In the console of " + message.location() + ": " + message.text());
        }
    }

    private void asked(Request request) {
        var address = URI.create(request.url());
        if (address.getHost() != null && !address.getHost().equals(host)) {
            faults.add("A request to another host: " + request.url());
        }
    }

    private void answered(Response answer) {
        boolean refused = answer.status() >= CLIENT_FAULT && !answer.request().isNavigationRequest();
        if (refused || answer.status() >= SERVER_FAULT) {
            refusals.add(answer);
        }
    }

    // At the end, when the test has said which answers it meant to get.
    void check() {
        refusals.stream()
                .filter(answer -> !expected.contains(answer.status()))
                .forEach(answer -> faults.add("An answer " + answer.status() + " from " + answer.url()));
        assertThat(faults.stream().distinct()).as("what went wrong on the page").isEmpty();
    }
}
