package org.emiadi.platform.http;

import jakarta.enterprise.context.RequestScoped;
import java.util.Locale;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Messages;
import org.emiadi.platform.Origin;

/// Who makes the request that is being answered, and in which language to answer.
@RequestScoped
public class CurrentRequest {
    private Actor actor = Actor.anonymous(Origin.local("none"));
    private Locale locale = Messages.ENGLISH;

    public Actor actor() {
        return actor;
    }

    public Origin origin() {
        return actor.origin();
    }

    public Messages messages() {
        return Messages.in(locale);
    }

    void set(Actor actor) {
        this.actor = actor;
    }

    void set(Locale locale) {
        this.locale = locale;
    }
}
