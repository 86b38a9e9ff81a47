package org.emiadi.pages.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.appointments.Appointment;
import org.emiadi.people.PatientId;
import org.emiadi.people.Patients;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.waiting.Answer;
import org.emiadi.waiting.Entry;
import org.emiadi.waiting.Joining;
import org.emiadi.waiting.Leaving;
import org.emiadi.waiting.Offers;
import org.emiadi.waiting.WaitingList;
import org.emiadi.waiting.Wishes;
import org.emiadi.web.Form;
import org.emiadi.web.Frame;
import org.emiadi.web.Notice;
import org.emiadi.web.Pages;
import org.emiadi.web.Words;
import org.jspecify.annotations.Nullable;

/// A patient's place on the waiting list, and their answers to what is offered, told to the desk.
@Path("/app")
@RunOnVirtualThread
public class WaitingPages {
    private final Database database;
    private final Patients patients;
    private final WaitingList waiting;
    private final Offers offers;
    private final Directory directory;
    private final Faces faces;
    private final Pages pages;

    WaitingPages(
            Database database,
            Patients patients,
            WaitingList waiting,
            Offers offers,
            Directory directory,
            Faces faces,
            Pages pages) {
        this.database = database;
        this.patients = patients;
        this.waiting = waiting;
        this.offers = offers;
        this.directory = directory;
        this.faces = faces;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance waiting(
                Frame frame, Face face, List<Choice> types, List<Choice> providers, Form form);
    }

    /// Something to choose.
    record Choice(int value, String label) {}

    @GET
    @Path("patients/{id: [0-9]+}/waiting")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response ask(@PathParam("id") int id) {
        return show(id, Form.empty());
    }

    private Response show(int id, Form form) {
        return database.write(tx -> patients.find(tx, pages.actor(), new PatientId(id))
                        .map(patient -> Templates.waiting(
                                pages.frame(),
                                faces.of(patient),
                                directory.types(tx).stream()
                                        .map(type -> new Choice(
                                                type.id(), type.details().name()))
                                        .toList(),
                                directory.providers(tx).stream()
                                        .map(provider -> new Choice(
                                                provider.personId(),
                                                provider.details().name()))
                                        .toList(),
                                form)))
                .map(pages::show)
                .orElseThrow(Refusals::absent);
    }

    @POST
    @Path("patients/{id: [0-9]+}/waiting")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response join(@PathParam("id") int id) {
        Form form = pages.form();
        var type = form.number("type");
        if (type.isEmpty()) {
            form.wrong("type", pages.words(Words.class).chooseOne());
        }
        LocalDate earliest = day(form, "earliest");
        LocalDate latest = day(form, "latest");
        if (!form.isGood()) {
            return show(id, form);
        }
        var provider = form.number("provider");
        var with = provider.isEmpty()
                ? Wishes.With.ANYBODY
                : new Wishes.With(new ProviderId(provider.getAsInt()), null, null, null);
        var wishes = new Wishes(
                new PatientId(id),
                type.getAsInt(),
                with,
                new Wishes.When(earliest, latest, Set.of(), null, null),
                null);
        return joined(id, form, database.write(tx -> waiting.join(tx, pages.actor(), wishes)));
    }

    private @Nullable LocalDate day(Form form, String field) {
        if (!form.has(field)) {
            return null;
        }
        Optional<LocalDate> date = form.date(field);
        if (date.isEmpty()) {
            form.wrong(field, pages.words(Words.class).enterDate());
        }
        return date.orElse(null);
    }

    private Response joined(int id, Form form, Joining outcome) {
        MovingWords words = words();
        switch (outcome) {
            case Joining.Joined(Entry entry) -> {
                return pages.go(
                        "/app/patients/" + id,
                        Notice.of(entry.offer() == null ? words.joinedList() : words.joinedWithOffer()));
            }
            case Joining.Unknown(Joining.Named what)
            when what == Joining.Named.PATIENT -> {
                throw Refusals.absent();
            }
            case Joining.TypeNotOffered() -> form.wrong("provider", words.typeNotOffered());
            case Joining.Backwards() ->
                form.wrong("latest", form.has("earliest") ? words.lastBeforeFirst() : words.dayHasPassed());
            case Joining.TooLate() -> form.wrong("latest", words.dayHasPassed());
            case Joining.TooFar() -> form.wrong("latest", words.dayTooFar());
            case Joining.Full() -> form.wrong("", words.waitsOften(WaitingList.MOST_OF_A_PATIENT));
            case Joining other -> form.wrong("", words.notAnyMore());
        }
        return show(id, form);
    }

    @POST
    @Path("patients/{id: [0-9]+}/waiting/{entry: [0-9]+}/acceptance")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response accept(@PathParam("id") int id, @PathParam("entry") int entry) {
        Entry own = own(id, entry);
        // Whoever presses twice finds done what they wanted.
        return own.booked() == null
                ? answered(id, database.write(tx -> offers.accept(tx, pages.actor(), own.id())))
                : pages.go(VisitPages.path(own.booked().value()));
    }

    @POST
    @Path("patients/{id: [0-9]+}/waiting/{entry: [0-9]+}/refusal")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response decline(@PathParam("id") int id, @PathParam("entry") int entry) {
        int own = own(id, entry).id();
        return answered(id, database.write(tx -> offers.decline(tx, pages.actor(), own)));
    }

    // Addresses are typed, too: the entry of somebody else is not there. An entry never changes hands.
    private Entry own(int id, int entry) {
        return database.write(tx -> waiting.find(tx, pages.actor(), entry))
                .filter(found -> found.wishes().patient().value() == id)
                .orElseThrow(Refusals::absent);
    }

    private Response answered(int id, Answer answer) {
        return switch (answer) {
            case Answer.Accepted(Appointment taken, boolean moved) ->
                pages.go(
                        VisitPages.path(taken.id().value()),
                        Notice.of(pages.words(BookingWords.class)
                                .booked(pages.when()
                                        .full(
                                                taken.during().start(),
                                                taken.place().zone()))));
            case Answer.Declined() -> pages.go(patient(id), Notice.of(words().offerDeclined()));
            case Answer.Gone() -> pages.go(patient(id), Notice.of(words().offerGone()));
            case Answer.Absent() -> throw Refusals.absent();
        };
    }

    @POST
    @Path("patients/{id: [0-9]+}/waiting/{entry: [0-9]+}/withdrawal")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response withdraw(@PathParam("id") int id, @PathParam("entry") int entry) {
        int own = own(id, entry).id();
        return switch (database.write(tx -> waiting.withdraw(tx, pages.actor(), own))) {
            case Leaving.Left() -> pages.go(patient(id), Notice.of(words().leftList()));
            case Leaving.Over over -> pages.go(patient(id), Notice.of(words().leftList()));
            case Leaving.Absent() -> throw Refusals.absent();
        };
    }

    private static String patient(int id) {
        return "/app/patients/" + id;
    }

    private MovingWords words() {
        return pages.words(MovingWords.class);
    }
}
