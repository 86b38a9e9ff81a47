package org.emiadi.pages.practice;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.platform.Actor;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;
import org.emiadi.platform.http.Allowed;
import org.emiadi.records.Findings;
import org.emiadi.records.MedicalRecord;
import org.emiadi.records.MedicalRecords;
import org.emiadi.records.RecordFilter;
import org.emiadi.records.RecordOutcome;
import org.emiadi.web.Form;
import org.emiadi.web.Frame;
import org.emiadi.web.Notice;
import org.emiadi.web.Pages;
import org.jspecify.annotations.Nullable;

/// Records that are signed: read by every provider in care, amended by who wrote them.
@Path("/app")
@RunOnVirtualThread
public class SignedRecords {
    private static final int CONFLICT = 409;
    private static final int REFUSED = 422;

    private final Pages pages;
    private final Database database;
    private final MedicalRecords records;
    private final Chart chart;
    private final ClinicTime time;

    SignedRecords(Pages pages, Database database, MedicalRecords records, Chart chart, ClinicTime time) {
        this.pages = pages;
        this.database = database;
        this.records = records;
        this.chart = chart;
        this.time = time;
    }

    @CheckedTemplate(basePath = "practice")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance signed(Frame frame, Shown shown);

        static native TemplateInstance amend(Frame frame, Form form, Shown shown, @Nullable Findings elsewhere);
    }

    /// A record and whose it is.
    ///
    /// @param own whether the reader wrote it
    public record Shown(MedicalRecord record, Chart.Entry entry, Chart.Person person, boolean own, ClinicTime time) {}

    @GET
    @Path("records/{id}")
    @Allowed(Role.PROVIDER)
    @Operation(hidden = true)
    public Response read(@PathParam("id") int id) {
        return shown(id)
                .map(shown -> pages.show(Templates.signed(pages.frame(), shown)))
                .orElseThrow(Missing::problem);
    }

    private Optional<Shown> shown(int id) {
        Actor actor = pages.actor();
        return database.write(tx -> records.find(tx, actor, id)
                .flatMap(record -> chart.person(tx, actor, record.patient(), time.zone())
                        .map(person -> new Shown(
                                record,
                                chart.entry(tx, record),
                                person,
                                actor.isProvider(record.provider().value()),
                                time))));
    }

    @GET
    @Path("records/{id}/amend")
    @Allowed(Role.PROVIDER)
    @Operation(hidden = true)
    public Response amend(@PathParam("id") int id) {
        return shown(id)
                .filter(Shown::own)
                .map(shown -> form(
                        200,
                        RecordForm.of(shown.record().findings(), shown.record().version()),
                        shown,
                        null))
                .orElseThrow(Missing::problem);
    }

    private Response form(int status, Form form, Shown shown, @Nullable Findings elsewhere) {
        return pages.show(status, Templates.amend(pages.frame(), form, shown, elsewhere));
    }

    private Response again(int status, int id, @Nullable Findings elsewhere) {
        return shown(id)
                .filter(Shown::own)
                .map(shown -> form(status, pages.form(), shown, elsewhere))
                .orElseThrow(Missing::problem);
    }

    @POST
    @Path("records/{id}/amend")
    @Allowed(Role.PROVIDER)
    @Operation(hidden = true)
    public Response save(@PathParam("id") int id) {
        Form form = pages.form();
        var words = pages.words(PracticeWords.class);
        var findings = RecordForm.findings(form, words);
        if (!form.isGood()) {
            return again(REFUSED, id, null);
        }
        var expected = RecordForm.version(form);
        var outcome = database.write(tx -> records.change(tx, pages.actor(), id, expected, before -> findings));
        return switch (outcome) {
            case RecordOutcome.Done _ -> pages.go("/app/records/" + id, Notice.of(words.amended()));
            case RecordOutcome.SaysNothing() -> {
                form.wrong("diagnosis", words.saysNothing());
                yield again(REFUSED, id, null);
            }
            case RecordOutcome.Stale() -> stale(id);
            case RecordOutcome.Absent(), RecordOutcome.NotAuthor(), RecordOutcome.NoVisit(), RecordOutcome.NotYet() ->
                throw Missing.problem();
        };
    }

    private Response stale(int id) {
        var current = shown(id);
        pages.form().wrong("", pages.words(PracticeWords.class).recordChangedElsewhere());
        current.ifPresent(shown -> pages.form().with("version", shown.record().version()));
        return again(
                CONFLICT, id, current.map(shown -> shown.record().findings()).orElse(null));
    }

    /// The record of a visit that was signed before. What was typed since is offered as an amendment, and not lost.
    Response already(MedicalRecord record, Findings typed) {
        var words = pages.words(PracticeWords.class);
        if (record.findings().equals(typed)) {
            return pages.go("/app/records/" + record.id(), Notice.of(words.signed()));
        }
        pages.form().wrong("", words.signedBefore());
        pages.form().with("version", record.version());
        return again(CONFLICT, record.id(), record.findings());
    }

    /// The record that the actor wrote of a visit.
    Optional<MedicalRecord> ofVisit(Tx tx, Actor actor, AppointmentId visit) {
        var filter = new RecordFilter(Optional.empty(), Optional.of(visit), Optional.empty());
        return records.list(tx, actor, filter, Slice.first(Slice.USUAL)).rows().stream()
                .filter(record -> actor.isProvider(record.provider().value()))
                .findFirst();
    }
}
