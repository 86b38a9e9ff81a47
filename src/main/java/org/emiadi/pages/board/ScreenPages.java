package org.emiadi.pages.board;

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
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.facilities.Facilities;
import org.emiadi.facilities.Facility;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.EvenWhenIdle;
import org.emiadi.platform.http.Open;
import org.emiadi.queue.Queue;
import org.emiadi.queue.ScreenLine;
import org.emiadi.queue.Screens;
import org.emiadi.web.Frame;
import org.emiadi.web.Notice;
import org.emiadi.web.Pages;
import org.jspecify.annotations.Nullable;

/// The screen on the wall of the waiting room: tickets and initials, and nothing to press.
@Path("/app")
@RunOnVirtualThread
public class ScreenPages {
    /// As many as can be read from the last row of chairs.
    private static final int MOST_CALLED = 4;

    private static final int MOST_WAITING = 24;
    /// So long a call stands out.
    private static final Duration FRESH = Duration.ofMinutes(2);

    private final Database database;
    private final Queue queue;
    private final Screens screens;
    private final Facilities facilities;
    private final Clock clock;
    private final Pages pages;

    ScreenPages(Database database, Queue queue, Screens screens, Facilities facilities, Clock clock, Pages pages) {
        this.database = database;
        this.queue = queue;
        this.screens = screens;
        this.facilities = facilities;
        this.clock = clock;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "board")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance screen(Frame frame, Wall wall);
    }

    /// What hangs on the wall.
    record Wall(String place, String time, List<Line> called, List<Line> waiting, int further) {}

    /// @param fresh whether the call is new
    record Line(int ticket, String initials, String where, String provider, boolean fresh) {}

    /// Leads staff to the screen's own address, which opens on the wall without anybody signed in.
    @GET
    @Path("queue/screen")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER})
    @Operation(hidden = true)
    public Response lead(@QueryParam("place") @Nullable String place) {
        var where = DeskPages.placeIn(place);
        String key = database.write(tx -> screens.key(
                        tx, pages.actor(), where == null ? facilities.first(tx).id() : where))
                .orElseThrow(DeskPages::absent);
        return pages.go("/app/queue/screen/" + key);
    }

    @POST
    @Path("queue/screen")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response renew() {
        var where = DeskPages.placeIn(pages.form().orNull("place"));
        if (where == null) {
            throw DeskPages.absent();
        }
        if (database.write(tx -> screens.renew(tx, pages.actor(), where)).isEmpty()) {
            throw DeskPages.absent();
        }
        return pages.go(
                "/app/queue?place=" + where.value(),
                Notice.of(pages.words(BoardWords.class).screenRenewed()));
    }

    @GET
    @Path("queue/screen/{key}")
    @Open
    @EvenWhenIdle
    @Operation(hidden = true)
    public Response screen(@PathParam("key") String key) {
        Wall wall = database.read(tx -> screens.opened(tx, key)
                        .flatMap(where -> facilities.find(tx, where))
                        .flatMap(facility -> wall(facility, queue.screen(tx, facility.id()))))
                .orElseThrow(DeskPages::absent);
        return pages.show(Templates.screen(pages.frame(), wall));
    }

    private Optional<Wall> wall(Facility facility, Optional<List<ScreenLine>> lines) {
        Instant now = clock.instant();
        return lines.map(all -> {
            var waiting = all.stream().filter(line -> !line.called()).toList();
            return new Wall(
                    facility.details().name(),
                    pages.when().time(now, facility.zone()),
                    all.stream()
                            .filter(ScreenLine::called)
                            .sorted(Comparator.comparing(ScreenPages::calledAt).reversed())
                            .limit(MOST_CALLED)
                            .map(line -> line(line, now))
                            .toList(),
                    waiting.stream()
                            .limit(MOST_WAITING)
                            .map(line -> line(line, now))
                            .toList(),
                    Math.max(waiting.size() - MOST_WAITING, 0));
        });
    }

    private static Instant calledAt(ScreenLine line) {
        Instant at = line.calledAt();
        return at == null ? Instant.MIN : at;
    }

    private static Line line(ScreenLine line, Instant now) {
        String room = line.room();
        return new Line(
                line.ticket(),
                line.initials(),
                room == null ? "" : room,
                line.provider(),
                calledAt(line).isAfter(now.minus(FRESH)));
    }
}
