package org.emiadi.queue;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.emiadi.audit.AuditEvent;
import org.emiadi.audit.AuditLog;
import org.emiadi.facilities.FacilityId;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Tx;

/// The screens on the walls of waiting rooms. Each is opened by a key, so that nobody leaves a machine on a wall signed
/// in as staff; whoever has the key reads what the room reads, and nothing else.
public final class Screens {
    /// As many as nobody guesses.
    private static final int KEY_BYTES = 16;

    private static final String SUBJECT = "facility";

    private final SecureRandom random = new SecureRandom();
    private final AuditLog audit;
    private final Clock clock;

    public Screens(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /// The key of a facility's screen, made when it is first asked for; empty where the actor is not of the staff.
    public Optional<String> key(Tx tx, Actor actor, FacilityId facility) {
        if (!actor.isStaff()) {
            return Optional.empty();
        }
        if (ScreenSql.add(tx, facility, newKey(), clock.instant())) {
            audit.record(tx, actor, AuditEvent.done("screen.opened").on(SUBJECT, facility.value()));
        }
        return ScreenSql.key(tx, facility);
    }

    /// Puts another key in the place of the one before, which opens nothing any more. For the desk; empty for others.
    public Optional<String> renew(Tx tx, Actor actor, FacilityId facility) {
        if (!actor.isDesk()) {
            audit.record(tx, actor, AuditEvent.refused("screen.renewed").on(SUBJECT, facility.value()));
            return Optional.empty();
        }
        ScreenSql.replace(tx, facility, newKey(), clock.instant());
        audit.record(tx, actor, AuditEvent.done("screen.renewed").on(SUBJECT, facility.value()));
        return ScreenSql.key(tx, facility);
    }

    private String newKey() {
        var bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// The facility whose screen a key opens; empty where it opens none.
    public Optional<FacilityId> opened(Tx tx, String key) {
        return ScreenSql.facility(tx, key);
    }
}
