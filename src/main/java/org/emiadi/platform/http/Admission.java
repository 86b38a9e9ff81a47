package org.emiadi.platform.http;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Who is looked after now and who waits, first come first served. Always true: there are never more requests than
/// the bound, and each gives its place back once, however it ends.
public final class Admission {
    /// Turns at once: some more than there are connections to the database, so that none of those is ever idle.
    /// More would not make the work go faster, and a request at work holds far more memory than one that waits.
    static final int TURNS = 48;

    private final int bound;
    private final int turns;
    private final LinkedHashSet<Place> waiting = new LinkedHashSet<>();
    private final LongAdder refused = new LongAdder();
    private int inFlight;
    private int turnsTaken;

    private enum State {
        WAITING,
        AT_WORK,
        /// At work for so long that the next one no longer waits for it.
        AT_WORK_FOR_LONG,
        GONE
    }

    /// @param bound requests at once, those that wait included
    public Admission(int bound) {
        this(bound, TURNS);
    }

    Admission(int bound, int turns) {
        this.bound = bound;
        this.turns = turns;
    }

    /// The place of one request.
    static final class Place {
        private final Consumer<Place> turn;
        private State state = State.WAITING;

        private Place(Consumer<Place> turn) {
            this.turn = turn;
        }
    }

    /// What has come of a request that has just arrived.
    sealed interface Arrival {
        /// Its turn is now. What was handed over is not called.
        record Admitted(Place place) implements Arrival {}

        /// Its turn will be called, unless it leaves.
        record Queued(Place place) implements Arrival {}

        /// There is no room.
        record Full() implements Arrival {}
    }

    /// @param turn what is called, by any thread, when it is the turn of a request that had to wait
    Arrival arrive(Consumer<Place> turn) {
        var place = new Place(turn);
        synchronized (waiting) {
            if (inFlight >= bound) {
                refused.increment();
                return new Arrival.Full();
            }
            inFlight++;
            if (turnsTaken >= turns) {
                waiting.add(place);
                return new Arrival.Queued(place);
            }
            turnsTaken++;
            place.state = State.AT_WORK;
            return new Arrival.Admitted(place);
        }
    }

    /// The request is over, whether answered, refused or cut off. Further calls do nothing.
    void leave(Place place) {
        Place next = null;
        synchronized (waiting) {
            if (place.state == State.GONE) {
                return;
            }
            inFlight--;
            if (place.state == State.WAITING) {
                waiting.remove(place);
            } else if (place.state == State.AT_WORK) {
                next = passTurn();
            }
            place.state = State.GONE;
        }
        call(next);
    }

    /// The request has waited too long for its turn. Whether it still waited.
    boolean giveUp(Place place) {
        synchronized (waiting) {
            if (place.state != State.WAITING) {
                return false;
            }
            refused.increment();
        }
        leave(place);
        return true;
    }

    /// Lets the next one begin, although this one has not ended: whoever is slow (a long body over a thin line, a lock
    /// in the database) must not stand in the way of all the others.
    void letNextGoAhead(Place place) {
        Place next = null;
        synchronized (waiting) {
            if (place.state == State.AT_WORK) {
                place.state = State.AT_WORK_FOR_LONG;
                next = passTurn();
            }
        }
        call(next);
    }

    private @Nullable Place passTurn() {
        Iterator<Place> first = waiting.iterator();
        if (!first.hasNext()) {
            turnsTaken--;
            return null;
        }
        Place next = first.next();
        first.remove();
        next.state = State.AT_WORK;
        return next;
    }

    /// Outside the lock, as nobody knows what is done there.
    private static void call(@Nullable Place next) {
        if (next != null) {
            next.turn.accept(next);
        }
    }

    /// Requests that are there now, those that wait included.
    int inFlight() {
        synchronized (waiting) {
            return inFlight;
        }
    }

    int queued() {
        synchronized (waiting) {
            return waiting.size();
        }
    }

    /// Requests that were sent away since the start.
    long refused() {
        return refused.sum();
    }
}
