package org.emiadi.pages.admin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.identity.Invitation;
import org.emiadi.identity.Invitations;
import org.emiadi.identity.Invitee;
import org.emiadi.identity.ResetCodes;
import org.emiadi.identity.User;
import org.emiadi.identity.UserOutcome;
import org.emiadi.identity.Users;
import org.emiadi.people.Patient;
import org.emiadi.people.PatientId;
import org.emiadi.people.Patients;
import org.emiadi.people.Person;
import org.emiadi.people.PersonSearch;
import org.emiadi.people.Provider;
import org.emiadi.people.ProviderId;
import org.emiadi.people.Providers;
import org.emiadi.platform.Role;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;
import org.emiadi.platform.http.Allowed;
import org.emiadi.web.Form;
import org.emiadi.web.Frame;
import org.emiadi.web.Pages;
import org.jspecify.annotations.Nullable;

/// A new user: first the role, then the person where the role asks for one, then the name; the answer is the slip.
@Path("/app")
@RunOnVirtualThread
public class InvitationPages {
    private static final int LONGEST_NAME = 80;
    private static final int MOST_FOUND = 50;

    private final Pages pages;
    private final Office office;
    private final Users users;
    private final Invitations invitations;
    private final Patients patients;
    private final Providers providers;
    private final Slips slips;

    InvitationPages(
            Pages pages,
            Office office,
            Users users,
            Invitations invitations,
            Patients patients,
            Providers providers,
            Slips slips) {
        this.pages = pages;
        this.office = office;
        this.users = users;
        this.invitations = invitations;
        this.patients = patients;
        this.providers = providers;
        this.slips = slips;
    }

    @CheckedTemplate(basePath = "admin")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance roles(Frame frame, List<Choice> roles);

        static native TemplateInstance people(Frame frame, Form form, Choice role, @Nullable List<Candidate> found);

        static native TemplateInstance invite(Frame frame, Form form, Choice role, String name);
    }

    /// Somebody who may become a user.
    ///
    /// @param what the patient number, or what the provider does
    /// @param user the name of the user that they are already; empty for none
    public record Candidate(int id, String name, String what, String user) {}

    @GET
    @Path("admin/users/new")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response form(@QueryParam("role") @Nullable String written, @QueryParam("person") @Nullable Integer person) {
        Optional<Role> role = Optional.ofNullable(written).flatMap(Role::ofUser);
        if (role.isEmpty()) {
            var roles = Role.OF_USERS.stream()
                    .map(each -> new Choice(each.text(), office.role(each)))
                    .toList();
            return pages.show(Templates.roles(pages.frame(), roles));
        }
        if (needsPerson(role.get()) && person == null) {
            // Providers are few and known to everybody; patients are searched for.
            var all = role.get() == Role.PROVIDER ? found(role.get(), Optional.empty()) : null;
            return people(Form.empty(), role.get(), all);
        }
        String name = person == null
                ? ""
                : office.read(tx -> invitations.suggestedName(tx, person)).orElse("");
        return invite(
                Form.empty()
                        .with("role", role.get().text())
                        .with("person", person)
                        .with("username", name),
                role.get());
    }

    private static boolean needsPerson(Role role) {
        return role.in(Role.PATIENT, Role.PROVIDER);
    }

    private Response people(Form form, Role role, @Nullable List<Candidate> found) {
        return pages.show(Templates.people(pages.frame(), form, choice(role), found));
    }

    private Choice choice(Role role) {
        return new Choice(role.text(), office.role(role));
    }

    private Response invite(Form form, Role role) {
        OptionalInt person = form.number("person");
        String name = person.isEmpty()
                ? ""
                : Office.found(office.write(tx -> person(tx, role, person.getAsInt())))
                        .details()
                        .name();
        return pages.show(Templates.invite(pages.frame(), form, choice(role), name));
    }

    private Optional<? extends Person> person(Tx tx, Role role, int id) {
        return role == Role.PATIENT
                ? patients.find(tx, office.actor(), new PatientId(id))
                : providers.find(tx, new ProviderId(id));
    }

    /// Either a search for the person, or the user itself.
    @POST
    @Path("admin/users/new")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response invite(@Context UriInfo uri) {
        Form form = pages.form();
        Role role = Role.ofUser(form.text("role")).orElseThrow(Office::absent);
        if (needsPerson(role) && !form.has("person")) {
            return people(form, role, found(role, form.given("q")));
        }
        OptionalInt person = form.number("person");
        String username = office.line(form, "username", office.shared().username(), LONGEST_NAME);
        if (username.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
            office.wrong(form, "username", "username");
        }
        if (!form.isGood()) {
            return invite(form, role);
        }
        var invitee = new Invitee(username, role, person.isPresent() ? person.getAsInt() : null);
        return switch (invitations.invite(office.actor(), invitee)) {
            case Invitation.Invited(User user, ResetCodes.Issued code) -> slips.show(user, code, uri);
            case Invitation.Refused(UserOutcome why) -> {
                UserSentences.say(form, why, office);
                yield invite(form, role);
            }
            case Invitation.NotAllowed() -> throw Office.absent();
            case Invitation.Nameless() -> throw new IllegalStateException("a name was asked for");
        };
    }

    private List<Candidate> found(Role role, Optional<String> typed) {
        return office.write(tx -> {
            List<? extends Person> people = role == Role.PROVIDER ? providers(tx, typed) : patients(tx, typed);
            var known = users.ofPeople(tx, people.stream().map(Person::personId).toList());
            return people.stream()
                    .map(person -> new Candidate(
                            person.personId(),
                            person.details().name(),
                            what(person),
                            known.containsKey(person.personId())
                                    ? known.get(person.personId()).username()
                                    : ""))
                    .toList();
        });
    }

    private List<Provider> providers(Tx tx, Optional<String> typed) {
        var wanted = new Providers.Wanted(typed.map(PersonSearch::of), Optional.empty(), Optional.empty());
        return providers.list(tx, wanted, Slice.first(Slice.MOST)).rows();
    }

    private List<Patient> patients(Tx tx, Optional<String> typed) {
        return typed.map(text -> patients.search(tx, office.actor(), PersonSearch.of(text), Slice.first(MOST_FOUND))
                        .rows())
                .orElseGet(List::of);
    }

    private static String what(Person person) {
        return switch (person) {
            case Patient patient -> patient.number();
            case Provider provider -> provider.practice().cadre();
        };
    }
}
