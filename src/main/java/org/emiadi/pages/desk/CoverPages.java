package org.emiadi.pages.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.insurance.Cover;
import org.emiadi.insurance.CoverDetails;
import org.emiadi.insurance.CoverOutcome;
import org.emiadi.insurance.Covers;
import org.emiadi.people.PatientId;
import org.emiadi.people.Patients;
import org.emiadi.platform.Database;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemException;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Role;
import org.emiadi.platform.Tx;
import org.emiadi.platform.http.Allowed;
import org.emiadi.web.Form;
import org.emiadi.web.Frame;
import org.emiadi.web.Notice;
import org.emiadi.web.Pages;
import org.emiadi.web.Words;

/// The covers of a patient: one is added, changed, removed.
@Path("/app")
@RunOnVirtualThread
public class CoverPages {
    /// Long enough before the end to tell the patient and to renew.
    static final int SOON_DAYS = 30;

    private final Database database;
    private final Patients patients;
    private final Covers covers;
    private final Pages pages;
    private final Faces faces;

    CoverPages(Database database, Patients patients, Covers covers, Pages pages, Faces faces) {
        this.database = database;
        this.patients = patients;
        this.covers = covers;
        this.pages = pages;
        this.faces = faces;
    }

    @CheckedTemplate(basePath = "desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance cover(Frame frame, Face face, Form form, int cover);
    }

    @GET
    @Path("patients/{id: [0-9]+}/covers/new")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response blank(@PathParam("id") int id) {
        return show(id, 0, Form.empty());
    }

    @POST
    @Path("patients/{id: [0-9]+}/covers/new")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response add(@PathParam("id") int id) {
        return save(id, 0, card -> tx -> covers.add(tx, pages.actor(), new PatientId(id), card));
    }

    @GET
    @Path("patients/{id: [0-9]+}/covers/{cover: [0-9]+}")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response filled(@PathParam("id") int id, @PathParam("cover") int number) {
        return show(id, number, of(own(id, number)));
    }

    // Addresses are typed, too: the cover of somebody else is not there. A cover never changes hands.
    private Cover own(int id, int number) {
        return database.write(tx -> covers.find(tx, pages.actor(), number))
                .filter(cover -> cover.patient().value() == id)
                .orElseThrow(Refusals::absent);
    }

    @POST
    @Path("patients/{id: [0-9]+}/covers/{cover: [0-9]+}")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response change(@PathParam("id") int id, @PathParam("cover") int number) {
        int patient = own(id, number).patient().value();
        var version = pages.form().number("version");
        return save(patient, number, card -> tx -> covers.change(tx, pages.actor(), number, version, before -> card));
    }

    /// The notice brings it back by adding the same card.
    @POST
    @Path("patients/{id: [0-9]+}/covers/{cover: [0-9]+}/removal")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response remove(@PathParam("id") int id, @PathParam("cover") int number) {
        int patient = own(id, number).patient().value();
        var version = pages.form().number("version");
        var outcome = database.write(tx -> covers.remove(tx, pages.actor(), number, version));
        return outcome instanceof CoverOutcome.Done(Cover removed)
                ? pages.go(patient(patient), removed(removed))
                : refused(patient, number, outcome);
    }

    private Notice removed(Cover cover) {
        return Notice.undoable(
                words().coverRemoved(),
                patient(cover.patient().value()) + "/covers/new",
                Map.of(
                        "insurer", cover.details().providerName(),
                        "policy", cover.details().policyNumber(),
                        "expiry", cover.details().expiryDate().toString()));
    }

    private Response save(int id, int number, Function<CoverDetails, Function<Tx, CoverOutcome>> write) {
        Form form = pages.form();
        var card = new CoverForm(form, words(), pages.words(Words.class)).read("");
        if (card.isEmpty()) {
            return show(id, number, form);
        }
        var outcome = database.write(write.apply(card.get()));
        return outcome instanceof CoverOutcome.Done
                ? pages.go(patient(id), Notice.of(pages.words(Words.class).saved()))
                : refused(id, number, outcome);
    }

    private Response refused(int id, int number, CoverOutcome refusal) {
        Form form = pages.form();
        return switch (refusal) {
            case CoverOutcome.Done done -> throw new IllegalArgumentException("it was done");
            case CoverOutcome.Absent() -> throw Refusals.absent();
            case CoverOutcome.NoSuchPatient() -> throw Refusals.absent();
            case CoverOutcome.NotOwn() -> throw new ProblemException(Problem.of(ProblemType.NOT_ALLOWED));
            case CoverOutcome.PolicyInUse() -> {
                form.wrong("policy", words().policyInUse());
                yield show(id, number, form);
            }
            case CoverOutcome.Stale() -> {
                form.wrong("", words().changedMeanwhile());
                yield show(id, number, form);
            }
        };
    }

    private Response show(int id, int number, Form form) {
        return database.write(tx -> patients.find(tx, pages.actor(), new PatientId(id)))
                .map(patient -> pages.show(Templates.cover(pages.frame(), faces.of(patient), form, number)))
                .orElseThrow(Refusals::absent);
    }

    private static Form of(Cover cover) {
        return Form.empty()
                .with("insurer", cover.details().providerName())
                .with("policy", cover.details().policyNumber())
                .with("expiry", cover.details().expiryDate())
                .with("version", cover.version());
    }

    private static String patient(int id) {
        return "/app/patients/" + id;
    }

    private DeskWords words() {
        return pages.words(DeskWords.class);
    }

    /// For whoever reloads the page that refused a removal.
    @GET
    @Path("patients/{id: [0-9]+}/covers/{cover: [0-9]+}/removal")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response afterRemoval(@PathParam("id") int id) {
        return pages.go(patient(id));
    }
}
