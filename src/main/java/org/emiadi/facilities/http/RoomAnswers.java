package org.emiadi.facilities.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Function;
import org.emiadi.facilities.Room;
import org.emiadi.facilities.RoomOutcome;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.EntityTag;
import org.emiadi.platform.http.Problems;

/// What clients are told of rooms.
@Singleton
final class RoomAnswers {
    private final CurrentRequest request;
    private final Problems problems;

    RoomAnswers(CurrentRequest request, Problems problems) {
        this.request = request;
        this.problems = problems;
    }

    Response of(RoomOutcome outcome, Function<Room, Response> done) {
        return switch (outcome) {
            case RoomOutcome.Done(Room room) -> done.apply(room);
            case RoomOutcome.Absent() -> absent();
            case RoomOutcome.NameInUse() ->
                problems.response(Problem.of(ProblemType.ALREADY_IN_USE).with("member", "name"));
            case RoomOutcome.Stale() -> problems.response(Problem.of(ProblemType.LOST_UPDATE));
        };
    }

    Response found(Room room) {
        return Response.ok(RoomJson.of(room))
                .header(HttpHeaders.ETAG, EntityTag.of(room.version()))
                .build();
    }

    Response added(Room room) {
        int id = room.id().value();
        return Response.created(URI.create("/rooms/" + id))
                .header(HttpHeaders.ETAG, EntityTag.of(room.version()))
                .entity(new RoomJson.Added(request.messages().text("done.room-added"), id))
                .build();
    }

    Response absent() {
        return problems.response(Problem.of(ProblemType.NOT_FOUND));
    }
}
