package org.emiadi.pages.reports;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.facilities.Facilities;
import org.emiadi.facilities.Facility;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Csv;
import org.emiadi.platform.Database;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemException;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Role;
import org.emiadi.platform.Slice;
import org.emiadi.platform.http.Allowed;
import org.emiadi.reports.Grouping;
import org.emiadi.reports.ReportRequest;
import org.emiadi.reports.Reports;
import org.emiadi.web.Form;
import org.emiadi.web.Frame;
import org.emiadi.web.Pages;
import org.jspecify.annotations.Nullable;

/// The figures of the clinic, for administrators.
@Path("/app")
@RunOnVirtualThread
public class ReportPages {
    private static final String PATH = "/app/admin/reports";
    private static final int FOUR_WEEKS = 4;
    private static final int QUARTER = 13;

    private final Pages pages;
    private final Database database;
    private final Reports reports;
    private final Facilities facilities;
    private final ClinicTime time;
    private final Clock clock;

    ReportPages(Pages pages, Database database, Reports reports, Facilities facilities, ClinicTime time, Clock clock) {
        this.pages = pages;
        this.database = database;
        this.reports = reports;
        this.facilities = facilities;
        this.time = time;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "reports")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance reports(Frame frame, Form form, Choices choices, @Nullable View view);
    }

    /// What may be chosen on the page.
    ///
    /// @param facilities empty where there is one only
    public record Choices(List<Grouping> groupings, List<Facility> facilities, List<Way> ways) {}

    /// A way to other days.
    public record Way(String path, String words) {}

    /// The figures on the page.
    ///
    /// @param files the end of the addresses of the files
    public record View(String period, Overview overview, List<Section> sections, String files) {}

    @GET
    @Path("admin/reports")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response reports(@BeanParam Asked asked) {
        LocalDate today = time.date(clock.instant());
        Form form = pages.form();
        var request = asked.read(form, today, words());
        var places = database.read(tx -> facilities.list(tx, new Slice(Slice.MOST, Optional.empty())))
                .rows();
        var choices = new Choices(
                List.of(Grouping.values()), places.size() > 1 ? places : List.of(), ways(asked.grouping(), today));
        View view = request.map(wanted -> view(wanted, today)).orElse(null);
        return pages.show(Templates.reports(pages.frame(), form, choices, view));
    }

    private View view(ReportRequest request, LocalDate today) {
        Figures figures = database.write(tx -> new Counting(reports, tx, pages.actor()).figures(request, today));
        var describing = describing(request);
        var period = request.period();
        return new View(
                words().period(pages.when().date(period.from()), pages.when().date(period.lastDay()), period.days()),
                new Glance(describing).of(figures),
                List.of(
                        VisitSection.of(describing, figures.visits()),
                        CapacitySection.of(describing, figures.capacity()),
                        WaitSection.of(describing, figures.waits())),
                Asked.query(request));
    }

    private List<Way> ways(Grouping by, LocalDate today) {
        return List.of(
                new Way(past(today, FOUR_WEEKS, by), words().lastWeeks(FOUR_WEEKS)),
                new Way(past(today, QUARTER, by), words().lastWeeks(QUARTER)),
                new Way(
                        PATH + Asked.query(today, today.plusWeeks(FOUR_WEEKS).minusDays(1), by, Optional.empty()),
                        words().nextWeeks(FOUR_WEEKS)));
    }

    private static String past(LocalDate today, int weeks, Grouping by) {
        return PATH + Asked.query(today.minusWeeks(weeks), today.minusDays(1), by, Optional.empty());
    }

    @GET
    @Path("admin/reports/{kind}.csv")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response file(@PathParam("kind") String kind, @BeanParam Asked asked) {
        var request = asked.read(Form.empty(), time.date(clock.instant()), words())
                .orElseThrow(() -> new ProblemException(Problem.of(ProblemType.NOT_FOUND)));
        Section section = database.write(
                tx -> new Counting(reports, tx, pages.actor()).section(kind, request, describing(request)));
        String name = "%s-%s-%s-%s.csv"
                .formatted(
                        kind,
                        request.by().text(),
                        request.period().from(),
                        request.period().lastDay());
        return Response.ok(section.table().csv(), Csv.MEDIA_TYPE + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    private Describing describing(ReportRequest request) {
        return new Describing(words(), pages.when(), new Numbers(words()), request.by());
    }

    private ReportWords words() {
        return pages.words(ReportWords.class);
    }
}
