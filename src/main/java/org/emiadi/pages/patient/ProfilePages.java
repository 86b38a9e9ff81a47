package org.emiadi.pages.patient;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.people.Change;
import org.emiadi.people.EmailAddress;
import org.emiadi.people.Patient;
import org.emiadi.people.Patients;
import org.emiadi.people.PersonDetails;
import org.emiadi.platform.Database;
import org.emiadi.platform.PhoneNumber;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.Problems;
import org.emiadi.web.Form;
import org.emiadi.web.Frame;
import org.emiadi.web.Notice;
import org.emiadi.web.Pages;
import org.emiadi.web.Words;
import org.jspecify.annotations.Nullable;

/// What the clinic knows of a patient. How to reach them they change here; who they are is changed at the desk, where
/// somebody looks at the card.
@Path("/app")
@RunOnVirtualThread
public class ProfilePages {
    private static final String PHONE = "phone";
    private static final String EMAIL = "email";
    private static final String VERSION = "version";

    private final Database database;
    private final Pages pages;
    private final Problems problems;
    private final Patients patients;

    ProfilePages(Database database, Pages pages, Problems problems, Patients patients) {
        this.database = database;
        this.pages = pages;
        this.problems = problems;
        this.patients = patients;
    }

    @CheckedTemplate(basePath = "patient")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance profile(Frame frame, Form form, Patient person);
    }

    @GET
    @Path("me/profile")
    @Allowed(Role.PATIENT)
    @Operation(hidden = true)
    public Response profile() {
        Patient self = self();
        var details = self.details();
        var phone = details.phone();
        var email = details.email();
        var form = Form.empty()
                .with(PHONE, phone == null ? null : phone.readable())
                .with(EMAIL, email == null ? null : email.value())
                .with(VERSION, self.version());
        return show(form, self);
    }

    private Patient self() {
        var actor = pages.actor();
        return database.write(tx -> patients.find(tx, actor, Visits.self(actor)))
                .orElseThrow();
    }

    private Response show(Form form, Patient self) {
        return pages.show(Templates.profile(pages.frame(), form, self));
    }

    @POST
    @Path("me/profile")
    @Allowed(Role.PATIENT)
    @Operation(hidden = true)
    public Response change() {
        Form form = pages.form();
        PhoneNumber phone = form.given(PHONE).flatMap(PhoneNumber::parse).orElse(null);
        EmailAddress email = form.given(EMAIL).flatMap(EmailAddress::parse).orElse(null);
        if (phone == null && form.has(PHONE)) {
            form.wrong(PHONE, pages.words(Words.class).enterPhone());
        }
        if (email == null && form.has(EMAIL)) {
            form.wrong(EMAIL, pages.words(PatientWords.class).enterEmail());
        }
        return form.isGood() ? save(form, phone, email) : show(form, self());
    }

    private Response save(Form form, @Nullable PhoneNumber phone, @Nullable EmailAddress email) {
        var actor = pages.actor();
        OptionalInt seen = form.number(VERSION);
        var outcome = database.write(
                tx -> patients.change(tx, actor, Visits.self(actor), seen, before -> reachedAt(before, phone, email)));
        var words = pages.words(PatientWords.class);
        return switch (outcome) {
            case Change.Changed<Patient> _ -> pages.go("/app/me/profile", Notice.of(words.detailsSaved()));
            case Change.Taken<Patient>(String member) -> again(form, member, words.usedByAnother());
            case Change.Stale<Patient> _ -> again(form, "", words.changedMeanwhile());
            case Change.Absent<Patient> _ -> problems.response(Problem.of(ProblemType.NOT_FOUND));
        };
    }

    private Response again(Form form, String field, String sentence) {
        form.wrong(field, sentence);
        return show(form, self());
    }

    private static PersonDetails reachedAt(
            PersonDetails before, @Nullable PhoneNumber phone, @Nullable EmailAddress email) {
        return new PersonDetails(
                before.firstName(),
                before.lastName(),
                before.dateOfBirth(),
                phone,
                email,
                before.gender(),
                before.nationalId());
    }
}
