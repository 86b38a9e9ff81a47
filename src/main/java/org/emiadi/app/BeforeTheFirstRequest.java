package org.emiadi.app;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CompletableFuture;
import org.emiadi.identity.PublishedKeys;
import org.emiadi.identity.RevocationFeed;
import org.emiadi.identity.SigningKeys;

/// What no request may come before: the keys of this node are known to the others, what was revoked is known to it, and
/// holidays are there, so that nobody books one that is only about to be filled in. Side by side, as each waits for the
/// database.
@ApplicationScoped
class BeforeTheFirstRequest {

    void happen(
            @Observes StartupEvent start, Jobs jobs, SigningKeys own, PublishedKeys published, RevocationFeed feed) {
        var holidays = CompletableFuture.runAsync(
                jobs::fillInHolidaysOfNewCountries,
                task -> Thread.ofPlatform().name("holidays").start(task));
        published.publish(own);
        feed.start();
        holidays.join();
    }
}
