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
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.absences.AbsenceOutcome;
import org.emiadi.absences.Displacement;
import org.emiadi.absences.Holiday;
import org.emiadi.absences.Holidays;
import org.emiadi.facilities.CountryCode;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Role;
import org.emiadi.platform.Slice;
import org.emiadi.platform.http.Allowed;
import org.emiadi.web.Form;
import org.emiadi.web.Frame;
import org.emiadi.web.Notice;
import org.emiadi.web.Pages;
import org.jspecify.annotations.Nullable;

/// The public holidays of a year. Whose visits are in the way is shown before a day closes anything.
@Path("/app")
@RunOnVirtualThread
public class HolidayPages {
    private static final String HERE = "/app/admin/holidays";
    private static final int LONGEST_NAME = 100;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;
    private static final List<String> FIELDS = List.of("country", "day", "name");

    private final Pages pages;
    private final Office office;
    private final Holidays holidays;
    private final Affected affected;
    private final ClinicTime time;
    private final Clock clock;

    HolidayPages(Pages pages, Office office, Holidays holidays, Affected affected, ClinicTime time, Clock clock) {
        this.pages = pages;
        this.office = office;
        this.holidays = holidays;
        this.affected = affected;
        this.time = time;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "admin")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance holidays(
                Frame frame, Form form, List<Row> rows, List<String> countries, int year);
    }

    /// A holiday on the list.
    ///
    /// @param byHand whether it may be removed
    public record Row(int id, String day, String name, String country, boolean observed, boolean byHand) {}

    @GET
    @Path("admin/holidays")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response holidays(@QueryParam("year") @Nullable Integer year) {
        return show(Form.empty(), year == null ? today().getYear() : year);
    }

    private LocalDate today() {
        return time.date(clock.instant());
    }

    private Response show(Form form, int asked) {
        int year = Math.clamp(asked, FIRST_YEAR, LAST_YEAR);
        var rows = office
                .read(tx -> holidays.list(tx, Optional.empty(), Optional.of(Year.of(year)), Slice.first(Slice.MOST)))
                .rows()
                .stream()
                .map(this::row)
                .toList();
        return pages.show(Templates.holidays(pages.frame(), form, rows, countries(), year));
    }

    private Row row(Holiday holiday) {
        return new Row(
                holiday.id(),
                office.when().day(holiday.day()),
                holiday.name(),
                holiday.country().letters(),
                holiday.observed(),
                holiday.source() == Holiday.Source.CLINIC);
    }

    private List<String> countries() {
        return office.facilities().stream()
                .map(facility -> facility.details().country().letters())
                .distinct()
                .toList();
    }

    @POST
    @Path("admin/holidays")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response add() {
        Form form = pages.form();
        var request = read(form);
        int year = request.map(holiday -> holiday.day().getYear()).orElse(today().getYear());
        if (request.isEmpty() || Affected.goesBack(form)) {
            return show(form, year);
        }
        var preview = office.write(tx -> holidays.add(tx, office.actor(), request.get(), true));
        if (preview instanceof AbsenceOutcome.Done<Holiday>(Holiday holiday, Displacement displaced)) {
            if (displaced.count() > 0 && !Affected.wasSeen(form)) {
                return affected.show(what(holiday, HERE, displaced), displaced, form, FIELDS);
            }
            office.write(tx -> holidays.add(tx, office.actor(), request.get(), false));
            return saved(year, displaced);
        }
        form.wrong("day", office.absenceWords().holidayIsThere());
        return show(form, year);
    }

    private Affected.What what(Holiday holiday, String action, Displacement displaced) {
        return new Affected.What(
                office.absenceWords().holidays(),
                holiday.name() + ": " + office.when().day(holiday.day()),
                action,
                displaced.count());
    }

    private Response saved(int year, Displacement displaced) {
        return displaced.count() == 0
                ? pages.go(HERE + "?year=" + year, Notice.of(office.shared().saved()))
                : pages.go("/app/needs-moving", Notice.of(office.absenceWords().savedAndToMove(displaced.count())));
    }

    private Optional<Holiday.Request> read(Form form) {
        office.required(form, "country", office.placeWords().country());
        var country = office.parsed(form, "country", CountryCode::parse, "country");
        String name = office.line(form, "name", office.absenceWords().holiday(), LONGEST_NAME);
        Optional<LocalDate> day =
                form.date("day").filter(given -> given.getYear() >= FIRST_YEAR && given.getYear() <= LAST_YEAR);
        if (day.isEmpty()) {
            form.wrong("day", office.shared().enterDate());
        }
        return form.isGood() && country != null && day.isPresent()
                ? Optional.of(new Holiday.Request(country, day.get(), name))
                : Optional.empty();
    }

    @GET
    @Path("admin/holidays/{id}")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response changed(@PathParam("id") int id) {
        return pages.go(HERE);
    }

    /// Observed again, or set aside.
    @POST
    @Path("admin/holidays/{id}")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response change(@PathParam("id") int id) {
        Form form = pages.form();
        boolean observed = form.text("observed").equals("yes");
        if (Affected.goesBack(form)) {
            return pages.go(HERE);
        }
        var preview = set(id, observed, true);
        if (!(preview instanceof AbsenceOutcome.Done<Holiday>(Holiday holiday, Displacement displaced))) {
            throw Office.absent();
        }
        String action = HERE + "/" + id;
        if (displaced.count() > 0 && !Affected.wasSeen(form)) {
            return affected.show(what(holiday, action, displaced), displaced, form, List.of("observed"));
        }
        set(id, observed, false);
        return displaced.count() > 0
                ? saved(holiday.day().getYear(), displaced)
                : pages.go(
                        HERE + "?year=" + holiday.day().getYear(),
                        Notice.undoable(office.shared().saved(), action, Map.of("observed", observed ? "no" : "yes")));
    }

    private AbsenceOutcome<Holiday> set(int id, boolean observed, boolean preview) {
        return office.write(tx -> holidays.change(
                tx, office.actor(), id, before -> new Holidays.Details(before.name(), observed), preview));
    }

    @GET
    @Path("admin/holidays/{id}/removal")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response removed(@PathParam("id") int id) {
        return pages.go(HERE);
    }

    @POST
    @Path("admin/holidays/{id}/removal")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response remove(@PathParam("id") int id) {
        var outcome = office.write(tx -> holidays.remove(tx, office.actor(), id));
        if (!(outcome instanceof AbsenceOutcome.Done<Holiday>(Holiday holiday, Displacement none))) {
            throw Office.absent();
        }
        return pages.go(
                HERE + "?year=" + holiday.day().getYear(),
                Notice.undoable(
                        office.absenceWords().holidayRemoved(),
                        HERE,
                        Map.of(
                                "country",
                                holiday.country().letters(),
                                "day",
                                holiday.day().toString(),
                                "name",
                                holiday.name())));
    }
}
