package org.emiadi.pages.practice;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.appointments.Appointments;
import org.emiadi.appointments.StatusChange;
import org.emiadi.appointments.StatusRequest;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.platform.Tx;
import org.emiadi.platform.http.Allowed;
import org.emiadi.records.DraftOutcome;
import org.emiadi.records.Findings;
import org.emiadi.records.MedicalRecord;
import org.emiadi.records.RecordDraft;
import org.emiadi.records.RecordDrafts;
import org.emiadi.records.RecordOutcome;
import org.emiadi.records.Signing;
import org.emiadi.web.Form;
import org.emiadi.web.Frame;
import org.emiadi.web.Notice;
import org.emiadi.web.Pages;
import org.jspecify.annotations.Nullable;

/// Writing the record of a visit: what is typed is kept as a draft, and signed when it is done.
@Path("/app")
@RunOnVirtualThread
public class RecordPages {
    private static final int CONFLICT = 409;
    private static final int REFUSED = 422;

    private final Pages pages;
    private final Database database;
    private final Sheets sheets;
    private final RecordDrafts drafts;
    private final Appointments appointments;
    private final SignedRecords signed;
    private final ClinicTime time;

    RecordPages(
            Pages pages,
            Database database,
            Sheets sheets,
            RecordDrafts drafts,
            Appointments appointments,
            SignedRecords signed,
            ClinicTime time) {
        this.pages = pages;
        this.database = database;
        this.sheets = sheets;
        this.drafts = drafts;
        this.appointments = appointments;
        this.signed = signed;
        this.time = time;
    }

    @CheckedTemplate(basePath = "practice")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance record(
                Frame frame, Form form, Sheets.Sheet sheet, @Nullable RecordDraft elsewhere);
    }

    @GET
    @Path("visits/{id}/record")
    @Allowed(Role.PROVIDER)
    @Operation(hidden = true)
    public Response write(@PathParam("id") int id) {
        var visit = new AppointmentId(id);
        var sheet = database.write(tx -> sheets.sheet(tx, pages.actor(), visit, Optional.empty()));
        if (sheet.isEmpty()) {
            throw Missing.problem();
        }
        if (sheet.get().written()) {
            return toTheRecord(visit);
        }
        return sheet.get().steps().write() ? show(200, filled(sheet.get()), sheet.get(), null) : toTheVisit(visit);
    }

    private static Form filled(Sheets.Sheet sheet) {
        RecordDraft draft = sheet.draft();
        return draft == null
                ? Form.empty().with("version", RecordDrafts.NONE_YET)
                : RecordForm.of(draft.findings(), draft.version());
    }

    private Response toTheVisit(AppointmentId visit) {
        return pages.go("/app/visits/" + visit.value());
    }

    private Response toTheRecord(AppointmentId visit) {
        return database.write(tx -> signed.ofVisit(tx, pages.actor(), visit))
                .map(record -> pages.go("/app/records/" + record.id()))
                .orElseThrow(Missing::problem);
    }

    private Response show(int status, Form form, Sheets.Sheet sheet, @Nullable RecordDraft elsewhere) {
        return pages.show(status, Templates.record(pages.frame(), form, sheet, elsewhere));
    }

    /// The form again, with all that was typed in its place.
    private Response again(int status, AppointmentId visit, @Nullable RecordDraft elsewhere) {
        return database.write(tx -> sheets.sheet(tx, pages.actor(), visit, Optional.empty()))
                .map(sheet -> show(status, pages.form(), sheet, elsewhere))
                .orElseThrow(Missing::problem);
    }

    @POST
    @Path("visits/{id}/record")
    @Allowed(Role.PROVIDER)
    @Operation(hidden = true)
    public Response save(@PathParam("id") int id) {
        var visit = new AppointmentId(id);
        var words = pages.words(PracticeWords.class);
        if (pages.form().text("do").equals("discard")) {
            return discard(visit, words);
        }
        var findings = RecordForm.findings(pages.form(), words);
        if (!pages.form().isGood()) {
            return again(REFUSED, visit, null);
        }
        return switch (pages.form().text("do")) {
            case "sign" -> sign(visit, findings, false);
            case "complete" -> sign(visit, findings, true);
            default -> saveDraft(visit, findings);
        };
    }

    private Response discard(AppointmentId visit, PracticeWords words) {
        var outcome = database.write(tx -> drafts.discard(tx, pages.actor(), visit));
        return outcome instanceof DraftOutcome.Discarded
                ? pages.go("/app/visits/" + visit.value(), Notice.of(words.draftDiscarded()))
                : toTheVisit(visit);
    }

    private Response saveDraft(AppointmentId visit, Findings findings) {
        var before = database.write(tx -> signed.ofVisit(tx, pages.actor(), visit));
        if (before.isPresent()) {
            return signed.already(before.get(), findings);
        }
        return switch (save(visit, findings)) {
            case DraftOutcome.Saved(RecordDraft draft) ->
                pages.go(
                        "/app/visits/" + visit.value() + "/record",
                        Notice.of(pages.words(PracticeWords.class).draftSaved()));
            case DraftOutcome.Stale(Optional<RecordDraft> current) -> stale(visit, current);
            case DraftOutcome.NoVisit(), DraftOutcome.NotYet() -> noVisit(visit);
            case DraftOutcome.Absent(), DraftOutcome.Discarded() -> throw Missing.problem();
        };
    }

    private DraftOutcome save(AppointmentId visit, Findings findings) {
        OptionalInt expected = RecordForm.version(pages.form());
        return database.write(tx -> drafts.save(tx, pages.actor(), visit, findings, expected));
    }

    // What is there is shown beside what was typed; whoever sends it once more has seen it.
    private Response stale(AppointmentId visit, Optional<RecordDraft> current) {
        var words = pages.words(PracticeWords.class);
        pages.form().wrong("", current.isPresent() ? words.draftChangedElsewhere() : words.draftGoneElsewhere());
        pages.form().with("version", current.map(RecordDraft::version).orElse(RecordDrafts.NONE_YET));
        return again(CONFLICT, visit, current.orElse(null));
    }

    private Response noVisit(AppointmentId visit) {
        pages.form().wrong("", pages.words(PracticeWords.class).noVisit());
        return again(CONFLICT, visit, null);
    }

    private Response sign(AppointmentId visit, Findings findings, boolean complete) {
        OptionalInt expected = RecordForm.version(pages.form());
        var ended = database.write(tx -> {
            var signing = drafts.sign(tx, pages.actor(), visit, findings, expected);
            return new Ended(signing, complete && signing instanceof Signing.Signed && complete(tx, visit));
        });
        return switch (ended.signing()) {
            case Signing.Signed _ -> signedNow(visit, ended.completed());
            case Signing.AlreadySigned(MedicalRecord record) -> signed.already(record, findings);
            case Signing.Stale(Optional<RecordDraft> current) -> stale(visit, current);
            case Signing.Refused(RecordOutcome why) -> refused(visit, why);
        };
    }

    /// How signing ended.
    ///
    /// @param completed whether the visit was completed with it
    private record Ended(Signing signing, boolean completed) {}

    private boolean complete(Tx tx, AppointmentId visit) {
        var request = StatusRequest.of(AppointmentStatus.COMPLETED);
        return appointments.change(tx, pages.actor(), visit, request) instanceof StatusChange.Changed;
    }

    private Response signedNow(AppointmentId visit, boolean complete) {
        var words = pages.words(PracticeWords.class);
        return complete
                ? pages.go("/app/today", Notice.of(words.signedAndCompleted()))
                : pages.go("/app/visits/" + visit.value(), Notice.of(words.signed()));
    }

    private Response refused(AppointmentId visit, RecordOutcome why) {
        return switch (why) {
            case RecordOutcome.SaysNothing() -> {
                pages.form().wrong("diagnosis", pages.words(PracticeWords.class).saysNothing());
                yield again(REFUSED, visit, null);
            }
            case RecordOutcome.NoVisit(), RecordOutcome.NotYet() -> noVisit(visit);
            case RecordOutcome.Absent(), RecordOutcome.NotAuthor(), RecordOutcome.Stale(), RecordOutcome.Done _ ->
                throw Missing.problem();
        };
    }

    /// What the page is told of a draft that it saved by itself.
    ///
    /// @param version of the draft on the server; 0 where there is none
    /// @param time    when it was saved, by the facility's clock; null where there is none
    /// @param said    why it cannot be saved; null where it is, or was changed from somewhere else
    public record Kept(
            int version,
            @Nullable String time,
            @Nullable String diagnosis,
            @Nullable String treatment,
            @Nullable String notes,
            @Nullable String said) {}

    /// The same as saving a draft by the button, for the page itself, which does it every so often.
    @POST
    @Path("visits/{id}/record/draft")
    @Allowed(Role.PROVIDER)
    @Operation(hidden = true)
    public Response keep(@PathParam("id") int id) {
        var visit = new AppointmentId(id);
        var words = pages.words(PracticeWords.class);
        var findings = RecordForm.findings(pages.form(), words);
        if (!pages.form().isGood()) {
            return kept(REFUSED, said(pages.form().wrongs().getFirst().sentence()));
        }
        if (database.read(tx -> sheets.isWritten(tx, pages.actor(), visit))) {
            return kept(CONFLICT, said(words.signedElsewhere()));
        }
        return switch (save(visit, findings)) {
            case DraftOutcome.Saved(RecordDraft draft) -> kept(200, kept(draft));
            case DraftOutcome.Stale(Optional<RecordDraft> current) ->
                kept(CONFLICT, current.map(this::kept).orElseGet(() -> said(words.draftGoneElsewhere())));
            case DraftOutcome.NoVisit(), DraftOutcome.NotYet() -> kept(REFUSED, said(words.noVisit()));
            case DraftOutcome.Absent(), DraftOutcome.Discarded() -> kept(REFUSED, said(words.notYours()));
        };
    }

    private static Kept said(String sentence) {
        return new Kept(RecordDrafts.NONE_YET, null, null, null, null, sentence);
    }

    private Kept kept(RecordDraft draft) {
        var findings = draft.findings();
        return new Kept(
                draft.version(),
                pages.when().time(draft.savedAt(), time.zone()),
                findings.diagnosis(),
                findings.treatment(),
                findings.notes(),
                null);
    }

    private static Response kept(int status, Kept kept) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity(kept)
                .build();
    }
}
