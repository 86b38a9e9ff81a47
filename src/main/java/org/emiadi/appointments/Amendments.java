package org.emiadi.appointments;

import java.util.Optional;
import java.util.OptionalInt;
import org.emiadi.appointments.Amendment.Wanted;
import org.emiadi.appointments.Appointment.Place;
import org.emiadi.appointments.Appointment.Visit;
import org.emiadi.appointments.Booking.Named;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Constraint;
import org.emiadi.platform.Role;
import org.emiadi.platform.Tx;
import org.jspecify.annotations.Nullable;

/// Changes what an appointment, which is locked, has with it: room, cover, priority.
final class Amendments {
    private final Tx tx;
    private final Actor actor;

    Amendments(Tx tx, Actor actor) {
        this.tx = tx;
        this.actor = actor;
    }

    Amendment amend(Appointment before, Wanted wanted, OptionalInt expected) {
        if (expected.isPresent() && expected.getAsInt() != before.version()) {
            return new Amendment.Stale();
        }
        if (actor.is(Role.PATIENT) && (wanted.room() != null || wanted.priority() != null)) {
            return new Amendment.NotAllowed();
        }
        if (wanted.priority() != null && before.visit().arrived() == null) {
            return new Amendment.NotInQueue();
        }
        var after = after(before, wanted);
        return wanted.cover() == null || wanted.cover().isEmpty()
                ? write(after, false)
                : withCover(after, wanted.cover().get());
    }

    private Amendment withCover(Appointment after, int cover) {
        var end = LifeSql.endOfCover(tx, after, cover);
        if (end.isEmpty()) {
            return new Amendment.Unknown(Named.COVER);
        }
        boolean expires = end.get().isBefore(after.day());
        return expires && actor.is(Role.PATIENT) ? new Amendment.CoverExpired() : write(after, expires);
    }

    private Amendment write(Appointment after, boolean coverExpires) {
        try {
            tx.savepoint(() -> {
                LifeSql.amend(tx, after);
                return after;
            });
            return new Amendment.Amended(after, coverExpires);
        } catch (RuntimeException refusal) {
            if (Constraint.refused(refusal, Constraint.EXCLUSION)) {
                return new Amendment.RoomBusy(LifeSql.inRoom(tx, after));
            }
            if (Constraint.refused(refusal, Constraint.FOREIGN_KEY)) {
                return new Amendment.Unknown(Named.ROOM);
            }
            throw refusal;
        }
    }

    private static Appointment after(Appointment before, Wanted wanted) {
        Place place = before.place();
        Visit visit = before.visit();
        return new Appointment(
                before.id(),
                before.reference(),
                before.typeId(),
                before.patient(),
                before.provider(),
                before.booked(),
                before.status(),
                before.moved(),
                before.reason(),
                new Place(place.facilityId(), place.zone(), kept(wanted.room(), place.roomId()), place.outsideHours()),
                kept(wanted.cover(), before.coverId()),
                before.seriesId(),
                wanted.priority() == null
                        ? visit
                        : new Visit(visit.arrived(), visit.started(), visit.ended(), wanted.priority(), visit.ticket()),
                before.cancelledBy(),
                before.version() + 1);
    }

    private static @Nullable Integer kept(@Nullable Optional<Integer> wanted, @Nullable Integer before) {
        return wanted == null ? before : wanted.orElse(null);
    }
}
