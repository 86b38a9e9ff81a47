package org.emiadi.facilities.http;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.emiadi.facilities.Room;
import org.emiadi.platform.http.OneLine;

/// A consulting room as JSON.
@Schema(name = "Room")
public record RoomJson(int id, int facilityId, String name) {

    static RoomJson of(Room room) {
        return new RoomJson(room.id().value(), room.facility().value(), room.name());
    }

    /// A name for a room.
    @Schema(name = "RoomName")
    record Name(
            @NotBlank @Size(max = 60) @OneLine @Schema(examples = "Room 3")
            String name) {}

    /// What is told of a room that was added.
    @Schema(name = "RoomAdded")
    record Added(String message, int roomId) {}
}
