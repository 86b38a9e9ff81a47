package org.emiadi.pages.practice;

import org.emiadi.people.ProviderId;
import org.emiadi.platform.Actor;

/// The provider who reads.
final class Me {
    private Me() {}

    static ProviderId of(Actor actor) {
        Integer person = actor.personId();
        if (person == null || !actor.isProvider(person)) {
            throw new IllegalStateException("these pages are for providers");
        }
        return new ProviderId(person);
    }
}
