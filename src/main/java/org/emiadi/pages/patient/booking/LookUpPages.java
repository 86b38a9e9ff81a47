package org.emiadi.pages.patient.booking;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.appointments.Appointments;
import org.emiadi.appointments.Reference;
import org.emiadi.calendar.http.CalendarResource;
import org.emiadi.pages.patient.PatientWords;
import org.emiadi.pages.patient.VisitView;
import org.emiadi.pages.patient.Visits;
import org.emiadi.platform.Database;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.Open;
import org.emiadi.web.Form;
import org.emiadi.web.Frame;
import org.emiadi.web.Pages;
import org.emiadi.web.Words;

/// A visit, for whoever knows its reference and the date of birth of its patient. Neither ever stands in an address.
@Path("/app")
@RunOnVirtualThread
public class LookUpPages {
    private static final String REFERENCE = "reference";
    private static final String BIRTH = "date_of_birth";

    private final Database database;
    private final Pages pages;
    private final CurrentRequest request;
    private final Visits visits;
    private final Appointments appointments;
    private final Clock clock;

    LookUpPages(
            Database database,
            Pages pages,
            CurrentRequest request,
            Visits visits,
            Appointments appointments,
            Clock clock) {
        this.database = database;
        this.pages = pages;
        this.request = request;
        this.visits = visits;
        this.appointments = appointments;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "booking")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance lookUp(Frame frame, Form form);

        static native TemplateInstance found(Frame frame, Form form, VisitView visit, PatientWords status);
    }

    @GET
    @Path("booking")
    @Open
    @Operation(hidden = true)
    public Response form() {
        return form(Form.empty());
    }

    private Response form(Form form) {
        return pages.show(Templates.lookUp(pages.frame(), form));
    }

    @POST
    @Path("booking")
    @Open
    @Operation(hidden = true)
    public Response find() {
        return onFound((form, visit) ->
                pages.show(Templates.found(pages.frame(), form, visit, pages.words(PatientWords.class))));
    }

    @POST
    @Path("booking/calendar")
    @Open
    @Operation(hidden = true)
    public Response calendar() {
        return onFound((form, visit) -> CalendarResource.file(visit.entry(), request.messages(), clock));
    }

    private Response onFound(BiFunction<Form, VisitView, Response> answer) {
        Form form = pages.form();
        var words = pages.words(BookingWords.class);
        Optional<Reference> reference = Reference.parse(form.text(REFERENCE));
        Optional<LocalDate> birth = form.date(BIRTH);
        if (reference.isEmpty()) {
            form.wrong(REFERENCE, words.enterReference());
        }
        if (birth.isEmpty()) {
            form.wrong(BIRTH, pages.words(Words.class).enterDate());
        }
        if (reference.isEmpty() || birth.isEmpty()) {
            return form(form);
        }
        Optional<VisitView> found = database.write(tx -> appointments
                .lookUp(tx, pages.actor(), reference.get(), birth.get())
                .map(appointment -> visits.of(tx, appointment)));
        if (found.isEmpty()) {
            form.wrong(REFERENCE, words.noSuchBooking());
            return form(form);
        }
        return answer.apply(form, found.get());
    }
}
