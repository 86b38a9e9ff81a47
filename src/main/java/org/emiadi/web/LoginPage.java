package org.emiadi.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The sign-in page, as it is drawn for whoever comes to it and for whoever is led to it.
@Singleton
public class LoginPage {
    private final Pages pages;

    LoginPage(Pages pages) {
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "web")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance login(
                Frame frame, Form form, String next, List<Resuming.Field> kept, @Nullable String said);
    }

    /// How the page is shown.
    ///
    /// @param next where to go on afterwards
    /// @param kept what was typed before the sign-in ended
    /// @param said above the form; null for nothing
    public record Shown(
            int status,
            Form form,
            String next,
            List<Resuming.Field> kept,
            @Nullable String said) {
        /// For whoever comes by themselves.
        public static Shown fresh(String next) {
            return new Shown(200, Form.empty(), next, List.of(), null);
        }
    }

    public Response page(Shown shown) {
        return pages.show(
                shown.status(), Templates.login(pages.frame(), shown.form(), shown.next(), shown.kept(), shown.said()));
    }
}
