package org.emiadi.pages.patient;

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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.insurance.Cover;
import org.emiadi.insurance.CoverDetails;
import org.emiadi.insurance.CoverOutcome;
import org.emiadi.insurance.Covers;
import org.emiadi.platform.Database;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Role;
import org.emiadi.platform.Slice;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.Problems;
import org.emiadi.web.Form;
import org.emiadi.web.Frame;
import org.emiadi.web.Notice;
import org.emiadi.web.Pages;
import org.emiadi.web.Words;
import org.jspecify.annotations.Nullable;

/// A patient's insurance covers.
@Path("/app")
@RunOnVirtualThread
public class CoverPages {
    static final String PATH = "/app/me/covers";
    private static final int MOST = 50;
    private static final int LONGEST = 120;
    private static final String INSURER = "insurer";
    private static final String POLICY = "policy";
    private static final String LAST_DAY = "last_day";
    private static final String VERSION = "version";

    private final Database database;
    private final Pages pages;
    private final Problems problems;
    private final Covers covers;
    private final CoverViews views;

    CoverPages(Database database, Pages pages, Problems problems, Covers covers, CoverViews views) {
        this.database = database;
        this.pages = pages;
        this.problems = problems;
        this.covers = covers;
        this.views = views;
    }

    @CheckedTemplate(basePath = "patient")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance covers(Frame frame, List<CoverView> covers, PatientWords words);

        static native TemplateInstance cover(Frame frame, Form form, @Nullable Integer id);
    }

    @GET
    @Path("me/covers")
    @Allowed(Role.PATIENT)
    @Operation(hidden = true)
    public Response list() {
        var actor = pages.actor();
        var own = database.write(tx -> covers.list(tx, actor, Optional.of(Visits.self(actor)), Slice.first(MOST))
                .rows());
        return pages.show(Templates.covers(pages.frame(), views.of(own), pages.words(PatientWords.class)));
    }

    @GET
    @Path("me/covers/new")
    @Allowed(Role.PATIENT)
    @Operation(hidden = true)
    public Response toAdd() {
        return form(Form.empty(), null);
    }

    @POST
    @Path("me/covers/new")
    @Allowed(Role.PATIENT)
    @Operation(hidden = true)
    public Response add() {
        var actor = pages.actor();
        var card = card(pages.form());
        if (card.isEmpty()) {
            return form(pages.form(), null);
        }
        return answer(
                database.write(tx -> covers.add(tx, actor, Visits.self(actor), card.get())),
                null,
                pages.words(PatientWords.class).coverSaved());
    }

    @GET
    @Path("me/covers/{id}")
    @Allowed(Role.PATIENT)
    @Operation(hidden = true)
    public Response toChange(@PathParam("id") int id) {
        return database.write(tx -> covers.find(tx, pages.actor(), id))
                .map(cover -> form(filled(cover), id))
                .orElseGet(this::absent);
    }

    private static Form filled(Cover cover) {
        var card = cover.details();
        return Form.empty()
                .with(INSURER, card.providerName())
                .with(POLICY, card.policyNumber())
                .with(LAST_DAY, card.expiryDate())
                .with(VERSION, cover.version());
    }

    @POST
    @Path("me/covers/{id}")
    @Allowed(Role.PATIENT)
    @Operation(hidden = true)
    public Response change(@PathParam("id") int id) {
        var card = card(pages.form());
        if (card.isEmpty()) {
            return form(pages.form(), id);
        }
        OptionalInt seen = pages.form().number(VERSION);
        return answer(
                database.write(tx -> covers.change(tx, pages.actor(), id, seen, before -> card.get())),
                id,
                pages.words(PatientWords.class).coverSaved());
    }

    /// The card can be put back with one button, so nobody is asked whether they are sure. It is a new one then: the
    /// visits that stood on it stand on none.
    @POST
    @Path("me/covers/{id}/remove")
    @Allowed(Role.PATIENT)
    @Operation(hidden = true)
    public Response remove(@PathParam("id") int id) {
        var outcome = database.write(tx -> covers.remove(tx, pages.actor(), id, OptionalInt.empty()));
        if (!(outcome instanceof CoverOutcome.Done(Cover gone))) {
            return absent();
        }
        var card = gone.details();
        var fields = Map.of(
                INSURER, card.providerName(),
                POLICY, card.policyNumber(),
                LAST_DAY, card.expiryDate().toString());
        return pages.go(PATH, Notice.undoable(pages.words(PatientWords.class).coverRemoved(), PATH + "/new", fields));
    }

    /// What the card says; empty, with errors in the form, where it cannot say so.
    private Optional<CoverDetails> card(Form form) {
        var words = pages.words(PatientWords.class);
        String insurer = line(form, INSURER, words.enterInsurer());
        String policy = line(form, POLICY, words.enterPolicy());
        Optional<LocalDate> lastDay = form.date(LAST_DAY);
        if (lastDay.isEmpty()) {
            form.wrong(LAST_DAY, pages.words(Words.class).enterDate());
        }
        return form.isGood() ? Optional.of(new CoverDetails(insurer, policy, lastDay.orElseThrow())) : Optional.empty();
    }

    private String line(Form form, String name, String sentence) {
        String text = form.required(name, sentence);
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            form.wrong(name, pages.words(PatientWords.class).tooLong(LONGEST));
        }
        return text;
    }

    private Response answer(CoverOutcome outcome, @Nullable Integer id, String said) {
        var words = pages.words(PatientWords.class);
        return switch (outcome) {
            case CoverOutcome.Done _ -> pages.go(PATH, Notice.of(said));
            case CoverOutcome.PolicyInUse _ -> again(id, POLICY, words.policyInUse());
            case CoverOutcome.Stale _ -> again(id, "", words.changedMeanwhile());
            case CoverOutcome.Absent _, CoverOutcome.NotOwn _, CoverOutcome.NoSuchPatient _ -> absent();
        };
    }

    private Response again(@Nullable Integer id, String field, String sentence) {
        pages.form().wrong(field, sentence);
        return form(pages.form(), id);
    }

    private Response form(Form form, @Nullable Integer id) {
        return pages.show(Templates.cover(pages.frame(), form, id));
    }

    private Response absent() {
        return problems.response(Problem.of(ProblemType.NOT_FOUND));
    }
}
