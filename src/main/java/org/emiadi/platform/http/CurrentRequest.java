package org.emiadi.platform.http;

import jakarta.enterprise.context.RequestScoped;
import java.util.Locale;
import java.util.Optional;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Messages;
import org.emiadi.platform.Origin;

/// Who makes the request that is being answered, and in which language to answer.
@RequestScoped
public class CurrentRequest {
    private Actor actor = Actor.anonymous(Origin.local("none"));
    private Locale locale = Messages.ENGLISH;
    private Optional<PageSession> session = Optional.empty();
    private boolean page;

    public Actor actor() {
        return actor;
    }

    public Origin origin() {
        return actor.origin();
    }

    public Messages messages() {
        return Messages.in(locale);
    }

    /// Whether a browser asks for a page, rather than a program for JSON.
    public boolean isForPage() {
        return page;
    }

    /// The sign-in of the browser; empty for programs, and for whoever has not signed in.
    public Optional<PageSession> session() {
        return session;
    }

    /// The language from here on.
    public void speak(Locale locale) {
        this.locale = locale;
    }

    void forPage() {
        this.page = true;
    }

    void set(PageSession session) {
        this.session = Optional.of(session);
    }

    void set(Actor actor) {
        this.actor = actor;
    }
}
