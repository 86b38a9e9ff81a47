package org.emiadi.pages.patient;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Database;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.Problems;
import org.emiadi.waiting.Answer;
import org.emiadi.waiting.Joining;
import org.emiadi.waiting.Leaving;
import org.emiadi.waiting.Offers;
import org.emiadi.waiting.WaitingList;
import org.emiadi.waiting.Wishes;
import org.emiadi.web.Form;
import org.emiadi.web.Frame;
import org.emiadi.web.Notice;
import org.emiadi.web.Pages;

/// Waiting for an earlier time, and taking it when it comes.
@Path("/app")
@RunOnVirtualThread
public class WaitingPages {
    private static final String PATH = "/app/me/waiting";

    private final Database database;
    private final Pages pages;
    private final Problems problems;
    private final Waiting waiting;
    private final WaitingList list;
    private final Offers offers;

    WaitingPages(Database database, Pages pages, Problems problems, Waiting waiting, WaitingList list, Offers offers) {
        this.database = database;
        this.pages = pages;
        this.problems = problems;
        this.waiting = waiting;
        this.list = list;
        this.offers = offers;
    }

    @CheckedTemplate(basePath = "patient")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance waiting(Frame frame, List<WaitingView> waiting);
    }

    @GET
    @Path("me/waiting")
    @Allowed(Role.PATIENT)
    @Operation(hidden = true)
    public Response all() {
        var rows = database.write(tx -> waiting.all(tx, pages.actor()));
        return pages.show(Templates.waiting(pages.frame(), rows));
    }

    /// Joins, for a provider and a type, or to move a visit to an earlier time.
    @POST
    @Path("me/waiting")
    @Allowed(Role.PATIENT)
    @Operation(hidden = true)
    public Response join() {
        Form form = pages.form();
        var provider = form.number("provider");
        var type = form.number("type");
        if (provider.isEmpty() || type.isEmpty()) {
            return absent();
        }
        var visit = form.number("visit");
        var wishes = new Wishes(
                Visits.self(pages.actor()),
                type.getAsInt(),
                new Wishes.With(new ProviderId(provider.getAsInt()), null, null, null),
                Wishes.When.ANY_TIME,
                visit.isPresent() ? new AppointmentId(visit.getAsInt()) : null);
        return joined(database.write(tx -> list.join(tx, pages.actor(), wishes)));
    }

    private Response joined(Joining outcome) {
        var words = pages.words(PatientWords.class);
        return switch (outcome) {
            case Joining.Joined _ -> say(words.waits());
            case Joining.AlreadyWaiting _ -> say(words.waitsAlready());
            case Joining.Full _ -> say(words.waitsEnough());
            case Joining.StaffOnly _,
                    Joining.TypeNotOffered _,
                    Joining.NotToCome _,
                    Joining.NotOfTheAppointment _,
                    Joining.Backwards _,
                    Joining.TooLate _,
                    Joining.TooFar _ -> say(words.notToWaitFor());
            case Joining.NotOwn _, Joining.Unknown _ -> absent();
        };
    }

    @POST
    @Path("me/waiting/{id}/accept")
    @Allowed(Role.PATIENT)
    @Operation(hidden = true)
    public Response accept(@PathParam("id") int id) {
        var actor = pages.actor();
        record Accepting(Answer answer, Optional<AppointmentId> booked) {}
        var accepting = database.write(tx -> {
            var answer = offers.accept(tx, actor, id);
            // Whoever presses twice finds done what they wanted.
            return new Accepting(
                    answer,
                    answer instanceof Answer.Gone
                            ? list.find(tx, actor, id).flatMap(entry -> Optional.ofNullable(entry.booked()))
                            : Optional.empty());
        });
        return accepting.booked().map(this::seeBooked).orElseGet(() -> answered(accepting.answer()));
    }

    private Response seeBooked(AppointmentId taken) {
        return pages.go("/app/me/appointments/" + taken.value() + "/booked");
    }

    @POST
    @Path("me/waiting/{id}/decline")
    @Allowed(Role.PATIENT)
    @Operation(hidden = true)
    public Response decline(@PathParam("id") int id) {
        return answered(database.write(tx -> offers.decline(tx, pages.actor(), id)));
    }

    private Response answered(Answer outcome) {
        var words = pages.words(PatientWords.class);
        return switch (outcome) {
            case Answer.Accepted(Appointment taken, boolean _) -> seeBooked(taken.id());
            case Answer.Declined _ -> say(words.declined());
            case Answer.Gone _ -> say(words.offerGone());
            case Answer.Absent _ -> absent();
        };
    }

    @POST
    @Path("me/waiting/{id}/leave")
    @Allowed(Role.PATIENT)
    @Operation(hidden = true)
    public Response leave(@PathParam("id") int id) {
        return database.write(tx -> list.withdraw(tx, pages.actor(), id)) instanceof Leaving.Absent
                ? absent()
                : say(pages.words(PatientWords.class).waitsNoMore());
    }

    private Response say(String sentence) {
        return pages.go(PATH, Notice.of(sentence));
    }

    private Response absent() {
        return problems.response(Problem.of(ProblemType.NOT_FOUND));
    }
}
