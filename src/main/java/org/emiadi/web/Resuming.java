package org.emiadi.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Keeps what a person has typed while they sign in again: the fields of the refused form travel, hidden, through the
/// sign-in page, and wait on a page of their own until the person sends them once more. They are never sent for them.
@Singleton
public class Resuming {
    /// The path that the kept form goes to.
    public static final String ACTION = "kept-action";

    private static final String FIELD = "kept-field-";
    /// What was typed into these is not written into a page.
    private static final String SECRET = "password";

    /// Nobody has typed anything there.
    private static final Set<String> NOTHING_TYPED = Set.of("/app/logout", "/app/logout-everywhere", "/app/stay");

    private final Pages pages;

    Resuming(Pages pages) {
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "web")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance resume(Frame frame, String csrf, String action, List<Field> fields);
    }

    /// A hidden field of the kept form.
    public record Field(String name, String value) {}

    /// The fields of a refused form, for the sign-in page to carry.
    List<Field> keep(String path, Form refused) {
        var kept = new ArrayList<Field>();
        if (!ReturnPath.isSafe(path) || NOTHING_TYPED.contains(path)) {
            return kept;
        }
        kept.add(new Field(ACTION, path));
        fields(refused).forEach(field -> kept.add(new Field(FIELD + field.name(), field.value())));
        return kept;
    }

    /// What the sign-in page has carried, as it is to be carried on where the sign-in fails.
    public List<Field> carried(Form signIn) {
        return signIn.values().entrySet().stream()
                .filter(entry -> entry.getKey().equals(ACTION) || entry.getKey().startsWith(FIELD))
                .flatMap(entry -> entry.getValue().stream().map(value -> new Field(entry.getKey(), value)))
                .toList();
    }

    /// The page after a sign-in that has carried a form.
    ///
    /// @param secret of the new sign-in
    public Response afterSignIn(Form signIn, String secret) {
        var fields = carried(signIn).stream()
                .filter(field -> field.name().startsWith(FIELD))
                .map(field -> new Field(field.name().substring(FIELD.length()), field.value()))
                .toList();
        return page(FormToken.of(secret), signIn.text(ACTION), fields);
    }

    /// The same for a form whose page was drawn for an earlier sign-in.
    Response page(String path, Form refused) {
        return page(pages.frame().csrf(), path, fields(refused));
    }

    private Response page(String csrf, String action, List<Field> fields) {
        return pages.show(200, Templates.resume(pages.frame(), csrf, ReturnPath.orHome(action), fields));
    }

    private static List<Field> fields(Form form) {
        return form.values().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(FormToken.FIELD)
                        && !entry.getKey().toLowerCase(Locale.ROOT).contains(SECRET))
                .flatMap(entry -> entry.getValue().stream().map(value -> new Field(entry.getKey(), value)))
                .toList();
    }
}
