package org.emiadi.pages.admin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.identity.User;
import org.emiadi.identity.Users;
import org.emiadi.people.Change;
import org.emiadi.people.Gender;
import org.emiadi.people.PersonSearch;
import org.emiadi.people.Provider;
import org.emiadi.people.ProviderId;
import org.emiadi.people.Providers;
import org.emiadi.people.Registration;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Cursor;
import org.emiadi.platform.Page;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.Query;
import org.emiadi.web.Form;
import org.emiadi.web.Frame;
import org.emiadi.web.Notice;
import org.emiadi.web.Pages;
import org.jspecify.annotations.Nullable;

/// The providers: who they are, and the ways to their hours and to their user.
@Path("/app")
@RunOnVirtualThread
public class ProviderPages {
    private static final String HERE = "/app/admin/providers";

    private final Pages pages;
    private final Office office;
    private final Providers providers;
    private final Users users;
    private final ClinicTime time;
    private final Clock clock;

    ProviderPages(Pages pages, Office office, Providers providers, Users users, ClinicTime time, Clock clock) {
        this.pages = pages;
        this.office = office;
        this.providers = providers;
        this.users = users;
        this.time = time;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "admin")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance providers(Frame frame, Form form, List<Row> rows, @Nullable String next);

        static native TemplateInstance provider(Frame frame, Form form, List<Choice> genders, int id);
    }

    /// A provider on the list.
    ///
    /// @param user the name of the user that they are; empty for none
    public record Row(int id, String name, String cadre, String specialization, String phone, String user) {}

    @GET
    @Path("admin/providers")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response list(@QueryParam("q") @Nullable String q, @QueryParam("cursor") @Nullable String cursor) {
        var slice = Query.slice(null, cursor, 1);
        var wanted = new Providers.Wanted(Query.text("q", q).map(PersonSearch::of), Optional.empty(), Optional.empty());
        record Found(Page<Provider> page, Map<Integer, User> users) {}
        // Where somebody is searched for, the threshold of likeness is set for the transaction.
        var found = office.write(tx -> {
            var page = providers.list(tx, wanted, slice);
            return new Found(
                    page,
                    users.ofPeople(
                            tx, page.rows().stream().map(Provider::personId).toList()));
        });
        var rows = found.page().rows().stream()
                .map(provider -> row(provider, found.users().get(provider.personId())))
                .toList();
        String next = found.page().next().map(Cursor::text).orElse(null);
        return pages.show(Templates.providers(pages.frame(), Form.empty().with("q", q), rows, next));
    }

    private static Row row(Provider provider, @Nullable User user) {
        var phone = provider.details().phone();
        String specialization = provider.practice().specialization();
        return new Row(
                provider.personId(),
                provider.details().name(),
                provider.practice().cadre(),
                specialization == null ? "" : specialization,
                phone == null ? "" : phone.readable(),
                user == null ? "" : user.username());
    }

    @GET
    @Path("admin/providers/new")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response fresh() {
        return show(Form.empty(), 0);
    }

    private Response show(Form form, int id) {
        var genders = Arrays.stream(Gender.values())
                .map(gender -> new Choice(gender.code(), office.words().gender(gender)))
                .toList();
        return pages.show(Templates.provider(pages.frame(), form, genders, id));
    }

    @POST
    @Path("admin/providers/new")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response add() {
        Form form = pages.form();
        var profile = ProviderForm.read(form, office, today());
        if (profile.isEmpty()) {
            return show(form, 0);
        }
        return switch (office.write(tx -> providers.register(tx, office.actor(), profile.get()))) {
            case Registration.Registered<Provider>(Provider provider) ->
                pages.go(
                        "/app/admin/hours/" + provider.personId(),
                        Notice.of(
                                office.words().providerAdded(provider.details().name())));
            case Registration.Taken<Provider>(String member) -> {
                office.taken(form, member);
                yield show(form, 0);
            }
        };
    }

    private LocalDate today() {
        return time.date(clock.instant());
    }

    @GET
    @Path("admin/providers/{id}")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response provider(@PathParam("id") int id) {
        return show(ProviderForm.of(Office.found(office.read(tx -> providers.find(tx, new ProviderId(id))))), id);
    }

    @POST
    @Path("admin/providers/{id}")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response change(@PathParam("id") int id) {
        Form form = pages.form();
        var profile = ProviderForm.read(form, office, today());
        if (profile.isEmpty()) {
            return show(form, id);
        }
        var outcome = office.write(tx -> providers.change(
                tx, office.actor(), new ProviderId(id), Office.version(form), before -> profile.get()));
        return switch (outcome) {
            case Change.Changed<Provider>(Provider provider) ->
                pages.go(HERE, Notice.of(office.shared().saved()));
            case Change.Absent<Provider>() -> throw Office.absent();
            case Change.Stale<Provider>() -> {
                office.stale(form);
                yield show(form, id);
            }
            case Change.Taken<Provider>(String member) -> {
                office.taken(form, member);
                yield show(form, id);
            }
        };
    }
}
