package org.emiadi.web;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.Optional;
import org.emiadi.clinic.ClinicSettings;
import org.emiadi.platform.Messages;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.PagePaths;

/// In which language a page is read: as the user has chosen, else as was chosen in this browser, else as the browser
/// was
/// installed, else as the clinic speaks.
@Singleton
final class ReaderLanguage {
    private final CurrentRequest request;
    private final ClinicSettings clinic;

    ReaderLanguage(CurrentRequest request, ClinicSettings clinic) {
        this.request = request;
        this.clinic = clinic;
    }

    /// After it is known who has signed in. Cookie and browser were heard at the start of the request.
    void choose(ContainerRequestContext context) {
        Optional<Locale> ofUser = request.session()
                .flatMap(session -> Optional.ofNullable(session.language()))
                .map(Locale::forLanguageTag);
        if (ofUser.isPresent()) {
            request.speak(ofUser.get());
        } else if (saysNothing(context)) {
            request.speak(clinic.now().language());
        }
    }

    private static boolean saysNothing(ContainerRequestContext context) {
        String browser = Optional.ofNullable(context.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                .orElse("");
        return !context.getCookies().containsKey(PagePaths.LANGUAGE_COOKIE)
                && Messages.best(browser).isEmpty();
    }
}
