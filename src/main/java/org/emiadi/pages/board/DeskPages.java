package org.emiadi.pages.board;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.board.Boards;
import org.emiadi.board.DayBoard;
import org.emiadi.board.WeekBoard;
import org.emiadi.facilities.Facilities;
import org.emiadi.facilities.FacilityId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Cursor;
import org.emiadi.platform.Database;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemException;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Role;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.Query;
import org.emiadi.web.Form;
import org.emiadi.web.Frame;
import org.emiadi.web.Pages;
import org.jspecify.annotations.Nullable;

/// The day of all providers side by side, and the week of one. Dragging, keys and live updates are in `board.js`; each
/// of them is a link or a form as well.
@Path("/app")
@RunOnVirtualThread
public class DeskPages {
    /// More columns than anybody looks at; the rest is a link away.
    private static final int MOST_PROVIDERS = 40;

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final int KEYS = 3;
    private static final int MOST_FACILITIES = 100;

    private final Database database;
    private final Boards boards;
    private final Facilities facilities;
    private final Clock clock;
    private final Pages pages;

    DeskPages(Database database, Boards boards, Facilities facilities, Clock clock, Pages pages) {
        this.database = database;
        this.boards = boards;
        this.facilities = facilities;
        this.clock = clock;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "board")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance day(Frame frame, Around around, Board board);

        static native TemplateInstance week(Frame frame, Around around, Board board);
    }

    /// What stands around a board.
    ///
    /// @param title    in words
    /// @param brief    for the title of the window
    /// @param day      shown, or the first day shown
    /// @param previous where an earlier one is, and so on
    /// @param places   to choose from; empty where there is one only
    /// @param more     where further providers are; null where these are all
    /// @param zone     by whose clock
    record Around(
            String title,
            String brief,
            String day,
            String previous,
            String today,
            String next,
            List<Place> places,
            int place,
            @Nullable String more,
            String zone) {}

    /// A facility to choose.
    record Place(int id, String name, boolean chosen) {}

    @GET
    @Path("desk")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response day(
            @QueryParam("day") @Nullable String day,
            @QueryParam("place") @Nullable String place,
            @QueryParam("after") @Nullable String after) {
        LocalDate when = dayIn(day).orElse(null);
        FacilityId where = placeIn(place);
        var slice = new Slice(MOST_PROVIDERS, Query.text("after", after).flatMap(text -> Cursor.parse(text, KEYS)));
        return database.write(tx -> boards.day(tx, pages.actor(), where, when, slice)
                        .map(board -> day(
                                board,
                                boards.mark(tx, where, when).orElse(""),
                                places(facilities, tx, board.facility().id()))))
                .map(pages::show)
                .orElseThrow(DeskPages::absent);
    }

    private TemplateInstance day(DayBoard board, String mark, List<Place> places) {
        var zone = board.facility().zone();
        int place = board.facility().id().value();
        var drawing = new BoardDrawing(words(), pages.when(), zone, clock.instant());
        var drawn = drawing.draw(
                board.columns(),
                column -> new BoardDrawing.Head(
                        column.provider().name(),
                        "/app/desk/week/" + column.provider().id().value() + "?from="
                                + column.day()
                                        .minusDays(column.day().getDayOfWeek().getValue() - 1L),
                        column.provider().name(),
                        true),
                "/app/desk/mark?day=" + board.day() + "&place=" + place,
                mark);
        var around = new Around(
                pages.when().day(board.day()),
                pages.when().shortDay(board.day()),
                typed(board.day()),
                dayPath(board.day().minusDays(1), place),
                "/app/desk?place=" + place,
                dayPath(board.day().plusDays(1), place),
                places,
                place,
                board.next()
                        .map(cursor -> dayPath(board.day(), place) + "&after=" + cursor.text())
                        .orElse(null),
                pages.when().zone(zone));
        return Templates.day(pages.frame(), around, drawn);
    }

    /// The facilities to choose from; empty where there is one only.
    static List<Place> places(Facilities facilities, Tx tx, FacilityId here) {
        var all = facilities.list(tx, Slice.first(MOST_FACILITIES)).rows();
        return all.size() < 2
                ? List.of()
                : all.stream()
                        .map(facility -> new Place(
                                facility.id().value(),
                                facility.details().name(),
                                facility.id().equals(here)))
                        .toList();
    }

    private static String typed(LocalDate day) {
        return Form.empty().with("day", day).text("day");
    }

    static String dayPath(LocalDate day, int place) {
        return "/app/desk?day=" + day + "&place=" + place;
    }

    /// Whether there is something else to see; whoever has the board open asks for it by itself.
    @GET
    @Path("desk/mark")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response mark(@QueryParam("day") @Nullable String day, @QueryParam("place") @Nullable String place) {
        LocalDate when = dayIn(day).orElse(null);
        return marked(database.read(tx -> boards.mark(tx, placeIn(place), when)));
    }

    @GET
    @Path("desk/week/{provider: [0-9]+}")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER})
    @Operation(hidden = true)
    public Response week(@PathParam("provider") int provider, @QueryParam("from") @Nullable String from) {
        var whose = new ProviderId(provider);
        LocalDate when = dayIn(from).orElse(null);
        return database.write(tx -> boards.week(tx, pages.actor(), whose, when)
                        .map(board ->
                                week(board, boards.mark(tx, whose, board.from()).orElse(""))))
                .map(pages::show)
                .orElseThrow(DeskPages::absent);
    }

    private TemplateInstance week(WeekBoard board, String mark) {
        var when = pages.when();
        String name = board.provider().name();
        String here = "/app/desk/week/" + board.provider().id().value();
        var drawing = new BoardDrawing(words(), when, board.zone(), clock.instant());
        var drawn = drawing.draw(
                board.days(),
                column -> new BoardDrawing.Head(
                        when.shortDay(column.day()),
                        pages.actor().isDesk() ? "/app/desk?day=" + column.day() : null,
                        when.shortDay(column.day()),
                        false),
                here + "/mark?from=" + board.from(),
                mark);
        var around = new Around(
                words().weekOf(name),
                words().weekOf(name),
                typed(board.from()),
                here + "?from=" + board.from().minusDays(WeekBoard.DAYS),
                here,
                here + "?from=" + board.from().plusDays(WeekBoard.DAYS),
                List.of(),
                0,
                null,
                when.zone(board.zone()));
        return Templates.week(pages.frame(), around, drawn);
    }

    @GET
    @Path("desk/week/{provider: [0-9]+}/mark")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER})
    @Operation(hidden = true)
    public Response weekMark(@PathParam("provider") int provider, @QueryParam("from") @Nullable String from) {
        LocalDate when = dayIn(from).orElse(null);
        return marked(database.read(tx -> boards.mark(tx, pages.actor(), new ProviderId(provider), when)));
    }

    private Response marked(Optional<String> mark) {
        return mark.map(text -> Response.ok(text, MediaType.TEXT_PLAIN).build()).orElseThrow(DeskPages::absent);
    }

    // As people write days here, or as addresses do. Whoever mistypes one sees today.
    static Optional<LocalDate> dayIn(@Nullable String text) {
        return Form.empty()
                .with("day", text)
                .date("day")
                .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
    }

    static @Nullable FacilityId placeIn(@Nullable String text) {
        return text == null ? null : Query.id(text).map(FacilityId::new).orElse(null);
    }

    static ProblemException absent() {
        return new ProblemException(Problem.of(ProblemType.NOT_FOUND));
    }

    private BoardWords words() {
        return pages.words(BoardWords.class);
    }
}
