package org.emiadi.pages.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.people.Change;
import org.emiadi.people.Patient;
import org.emiadi.people.PatientId;
import org.emiadi.people.Patients;
import org.emiadi.people.PersonDetails;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.web.Form;
import org.emiadi.web.Frame;
import org.emiadi.web.Notice;
import org.emiadi.web.Pages;
import org.emiadi.web.Words;

/// All that the desk needs of one patient, and the form that changes who they are.
@Path("/app")
@RunOnVirtualThread
public class PatientPages {
    private final Database database;
    private final Patients patients;
    private final PatientOverview overview;
    private final Pages pages;
    private final Faces faces;

    PatientPages(Database database, Patients patients, PatientOverview overview, Pages pages, Faces faces) {
        this.database = database;
        this.patients = patients;
        this.overview = overview;
        this.pages = pages;
        this.faces = faces;
    }

    @CheckedTemplate(basePath = "desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance patient(Frame frame, PatientOverview.Shown shown);

        static native TemplateInstance edit(Frame frame, Face face, Form form);
    }

    @GET
    @Path("patients/{id: [0-9]+}")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response patient(@PathParam("id") int id) {
        return database.write(tx -> overview.of(tx, pages.actor(), new PatientId(id)))
                .map(shown -> pages.show(Templates.patient(pages.frame(), shown)))
                .orElseThrow(Refusals::absent);
    }

    @GET
    @Path("patients/{id: [0-9]+}/edit")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response edit(@PathParam("id") int id) {
        return database.write(tx -> patients.find(tx, pages.actor(), new PatientId(id)))
                .map(patient -> form(patient, PersonForm.of(patient.details()).with("version", patient.version())))
                .orElseThrow(Refusals::absent);
    }

    @POST
    @Path("patients/{id: [0-9]+}/edit")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response save(@PathParam("id") int id) {
        Form form = pages.form();
        var person = new PersonForm(form, words(), pages.words(Words.class), faces.today()).read(false);
        if (person.isEmpty()) {
            return again(id, form);
        }
        return switch (change(id, form.number("version"), person.get())) {
            case Change.Changed<Patient>(Patient patient) ->
                pages.go(
                        "/app/patients/" + id,
                        Notice.of(pages.words(Words.class).saved()));
            case Change.Absent<Patient>() -> throw Refusals.absent();
            case Change.Stale<Patient>() -> {
                form.wrong("", words().changedMeanwhile());
                yield again(id, form);
            }
            case Change.Taken<Patient>(String member) -> {
                form.wrong(member, words().takenBySomebody());
                yield again(id, form);
            }
        };
    }

    private Change<Patient> change(int id, OptionalInt version, PersonDetails after) {
        return database.write(tx -> patients.change(tx, pages.actor(), new PatientId(id), version, before -> after));
    }

    private Response again(int id, Form form) {
        return database.write(tx -> patients.find(tx, pages.actor(), new PatientId(id)))
                .map(patient -> form(patient, form))
                .orElseThrow(Refusals::absent);
    }

    private Response form(Patient patient, Form form) {
        return pages.show(Templates.edit(pages.frame(), faces.of(patient), form));
    }

    private DeskWords words() {
        return pages.words(DeskWords.class);
    }
}
