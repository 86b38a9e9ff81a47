package org.emiadi.waiting;

/// What can come of taking an entry off the waiting list.
public sealed interface Leaving {

    /// It is done; what was offered is free for the next in line.
    record Left() implements Leaving {}

    /// There is no such entry that the actor may see.
    record Absent() implements Leaving {}

    /// It waits no more.
    record Over(EntryStatus status) implements Leaving {}
}
