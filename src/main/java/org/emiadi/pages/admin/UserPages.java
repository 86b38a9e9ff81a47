package org.emiadi.pages.admin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.identity.ResetCodes;
import org.emiadi.identity.User;
import org.emiadi.identity.Users;
import org.emiadi.platform.Cursor;
import org.emiadi.platform.Page;
import org.emiadi.platform.Role;
import org.emiadi.platform.Slice;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.Query;
import org.emiadi.web.Form;
import org.emiadi.web.Frame;
import org.emiadi.web.Notice;
import org.emiadi.web.Pages;
import org.jspecify.annotations.Nullable;

/// Who signs in: role, lock, and a new one-time code. Whoever is new is in [InvitationPages].
@Path("/app")
@RunOnVirtualThread
public class UserPages {
    private static final String HERE = "/app/admin/users";

    private final Pages pages;
    private final Office office;
    private final Users users;
    private final ResetCodes codes;
    private final Slips slips;

    UserPages(Pages pages, Office office, Users users, ResetCodes codes, Slips slips) {
        this.pages = pages;
        this.office = office;
        this.users = users;
        this.codes = codes;
        this.slips = slips;
    }

    @CheckedTemplate(basePath = "admin")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance users(
                Frame frame, Form form, List<Row> rows, List<Choice> roles, @Nullable String next);

        static native TemplateInstance user(Frame frame, Form form, Row user, List<Choice> roles);
    }

    /// A user on the list.
    ///
    /// @param name  of the person that they are; empty for none
    /// @param self  whether it is the reader
    public record Row(
            int id, String username, String name, String role, boolean locked, boolean mustChange, boolean self) {}

    @GET
    @Path("admin/users")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response list(@QueryParam("role") @Nullable String role, @QueryParam("cursor") @Nullable String cursor) {
        return list(Form.empty().with("role", role), Query.slice(null, cursor, 1));
    }

    // Names of patients stay out of addresses, so they are searched for by a form.
    @POST
    @Path("admin/users")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response search() {
        return list(pages.form(), Slice.first(Slice.USUAL));
    }

    private Response list(Form form, Slice slice) {
        Optional<Role> role = Role.ofUser(form.text("role"));
        record Found(Page<User> page, Map<Integer, String> names) {}
        var found = office.write(tx -> {
            var page = users.list(tx, office.actor(), role, form.given("q"), slice);
            return new Found(page, users.names(tx, page.rows()));
        });
        var rows = found.page().rows().stream()
                .map(user -> row(user, found.names()))
                .toList();
        String next = found.page().next().map(Cursor::text).orElse(null);
        return pages.show(Templates.users(pages.frame(), form, rows, roles(), next));
    }

    private Row row(User user, Map<Integer, String> names) {
        Integer person = user.personId();
        return new Row(
                user.id(),
                user.username(),
                person == null ? "" : names.getOrDefault(person, ""),
                office.role(user.role()),
                user.locked(),
                user.mustChangePassword(),
                user.id() == office.actor().user());
    }

    private List<Choice> roles() {
        return Role.OF_USERS.stream()
                .map(role -> new Choice(role.text(), office.role(role)))
                .toList();
    }

    @GET
    @Path("admin/users/{id}")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response user(@PathParam("id") int id) {
        User user = Office.found(office.read(tx -> users.find(tx, id)));
        return show(user, Form.empty().with("role", user.role().text()));
    }

    private Response show(User user, Form form) {
        var names = office.read(tx -> users.names(tx, List.of(user)));
        return pages.show(Templates.user(pages.frame(), form, row(user, names), rolesFor(user)));
    }

    // Whoever is nobody in particular cannot become a patient or a provider.
    private List<Choice> rolesFor(User user) {
        return roles().stream()
                .filter(role -> user.personId() != null
                        || !List.of(Role.PATIENT.text(), Role.PROVIDER.text()).contains(role.value()))
                .toList();
    }

    @POST
    @Path("admin/users/{id}")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response changeRole(@PathParam("id") int id) {
        Form form = pages.form();
        Optional<Role> role = Role.ofUser(form.text("role"));
        if (role.isEmpty()) {
            form.wrong("role", office.shared().chooseOne());
        }
        return change(
                        id,
                        user -> new User(
                                user.id(),
                                user.username(),
                                role.orElse(user.role()),
                                user.personId(),
                                user.locked(),
                                user.mustChangePassword()))
                .map(before -> pages.go(
                        HERE + "/" + id,
                        Notice.undoable(
                                office.words().roleChanged(),
                                HERE + "/" + id,
                                Map.of("role", before.role().text()))))
                .orElseGet(() -> again(id));
    }

    @GET
    @Path("admin/users/{id}/lock")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response lockPage(@PathParam("id") int id) {
        return user(id);
    }

    @POST
    @Path("admin/users/{id}/lock")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response lock(@PathParam("id") int id) {
        boolean locked = pages.form().text("locked").equals("yes");
        String said = locked ? office.words().lockedNow() : office.words().unlockedNow();
        return change(
                        id,
                        user -> new User(
                                user.id(),
                                user.username(),
                                user.role(),
                                user.personId(),
                                locked,
                                user.mustChangePassword()))
                .map(before -> pages.go(
                        HERE + "/" + id,
                        Notice.undoable(said, HERE + "/" + id + "/lock", Map.of("locked", locked ? "no" : "yes"))))
                .orElseGet(() -> again(id));
    }

    /// The user as they were before; empty where the form now says why nothing was done.
    private Optional<User> change(int id, UnaryOperator<User> change) {
        Form form = pages.form();
        User before = Office.found(office.read(tx -> users.find(tx, id)));
        if (id == office.actor().user()) {
            form.wrong("", office.words().notYourself());
        }
        if (form.isGood()) {
            UserSentences.say(form, users.change(office.actor(), id, change), office);
        }
        return form.isGood() ? Optional.of(before) : Optional.empty();
    }

    private Response again(int id) {
        return show(Office.found(office.read(tx -> users.find(tx, id))), pages.form());
    }

    @GET
    @Path("admin/users/{id}/code")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response codePage(@PathParam("id") int id) {
        return user(id);
    }

    /// The answer is the slip itself: the code is known for this moment only.
    @POST
    @Path("admin/users/{id}/code")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response code(@PathParam("id") int id, @Context UriInfo uri) {
        User user = Office.found(office.read(tx -> users.find(tx, id)));
        if (user.locked()) {
            pages.form().wrong("", office.words().unlockFirst());
            return again(id);
        }
        var issued = Office.found(codes.issue(office.actor(), user.username()));
        return slips.show(user, issued, uri);
    }
}
