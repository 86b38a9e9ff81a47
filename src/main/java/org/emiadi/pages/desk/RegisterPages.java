package org.emiadi.pages.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.insurance.CoverDetails;
import org.emiadi.people.LikelyDuplicate;
import org.emiadi.people.Patient;
import org.emiadi.people.Patients;
import org.emiadi.people.PersonDetails;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.registration.PatientRegistration;
import org.emiadi.registration.PatientRegistration.Outcome;
import org.emiadi.web.Form;
import org.emiadi.web.Frame;
import org.emiadi.web.Notice;
import org.emiadi.web.Pages;
import org.emiadi.web.Words;

/// Somebody new, with their covers, on one page. Who may be the same person is shown before anything is saved.
@Path("/app")
@RunOnVirtualThread
public class RegisterPages {
    private final Database database;
    private final Patients patients;
    private final PatientRegistration registration;
    private final Pages pages;
    private final Faces faces;

    RegisterPages(Database database, Patients patients, PatientRegistration registration, Pages pages, Faces faces) {
        this.database = database;
        this.patients = patients;
        this.registration = registration;
        this.pages = pages;
        this.faces = faces;
    }

    @CheckedTemplate(basePath = "desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance register(
                Frame frame, Form form, List<Integer> rows, List<Alike> alike, String seen);
    }

    /// Somebody who may be the same person.
    ///
    /// @param signs what the two have in common, in words
    record Alike(Face face, String signs) {}

    @GET
    @Path("patients/new")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response form() {
        return show(Form.empty(), List.of());
    }

    @POST
    @Path("patients/new/from-search")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response fromSearch() {
        return show(PersonForm.ofSearch(pages.form().text("search")), List.of());
    }

    @POST
    @Path("patients/new")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response register() {
        Form form = pages.form();
        var person = person(form).read(true);
        var cards = new CoverForm(form, words(), pages.words(Words.class)).readRows();
        if (person.isEmpty() || !form.isGood()) {
            return show(form, List.of());
        }
        var alike = unseen(form, person.get());
        if (!alike.isEmpty()) {
            return show(form, alike);
        }
        return switch (register(person.get(), cards)) {
            case Outcome.Registered(Patient patient) ->
                pages.go("/app/patients/" + patient.personId(), Notice.of(words().registered(patient.number())));
            case Outcome.Taken(String member) -> {
                form.wrong(member, words().takenBySomebody());
                yield show(form, List.of());
            }
            case Outcome.PolicyInUse(int index) -> {
                form.wrong(policyField(form, index), words().policyInUse());
                yield show(form, List.of());
            }
        };
    }

    private Outcome register(PersonDetails person, List<CoverDetails> cards) {
        return database.write(tx -> registration.register(tx, pages.actor(), person, cards));
    }

    // Rows that are empty were skipped.
    private static String policyField(Form form, int index) {
        return CoverForm.ROWS.stream()
                .map(row -> "policy_" + row)
                .filter(form::has)
                .skip(index)
                .findFirst()
                .orElse("");
    }

    // Whoever was shown before is not shown again: the desk has said that it is somebody else.
    private List<Alike> unseen(Form form, PersonDetails person) {
        var seen = List.of(form.text("seen").split(",", -1));
        boolean sure = form.has("sure");
        var found = database.write(tx -> patients.likelyDuplicates(tx, pages.actor(), person));
        boolean isNews = found.stream()
                .anyMatch(duplicate ->
                        !seen.contains(String.valueOf(duplicate.patient().personId())));
        return sure && !isNews ? List.of() : found.stream().map(this::alike).toList();
    }

    private Alike alike(LikelyDuplicate duplicate) {
        DeskWords words = words();
        String signs = duplicate.signs().stream()
                .sorted()
                .map(sign -> switch (sign) {
                    case NATIONAL_ID -> words.sameNationalId();
                    case PHONE -> words.samePhone();
                    case EMAIL -> words.sameEmail();
                    case DATE_OF_BIRTH -> words.sameBirth();
                    case NAME -> words.sameName();
                })
                .collect(Collectors.joining(", "));
        return new Alike(faces.of(duplicate.patient()), signs);
    }

    private Response show(Form form, List<Alike> alike) {
        String seen =
                alike.stream().map(each -> String.valueOf(each.face().id())).collect(Collectors.joining(","));
        return pages.show(Templates.register(pages.frame(), form, CoverForm.ROWS, alike, seen));
    }

    private PersonForm person(Form form) {
        return new PersonForm(form, words(), pages.words(Words.class), faces.today());
    }

    private DeskWords words() {
        return pages.words(DeskWords.class);
    }

    /// For whoever reloads the form that was filled from a search.
    @GET
    @Path("patients/new/from-search")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response again() {
        return pages.go("/app/patients/new");
    }
}
