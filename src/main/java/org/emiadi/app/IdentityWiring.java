package org.emiadi.app;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;
import org.emiadi.audit.AuditLog;
import org.emiadi.clinic.ClinicSettings;
import org.emiadi.identity.AccessTokens;
import org.emiadi.identity.BearerTokens;
import org.emiadi.identity.Cleanup;
import org.emiadi.identity.FirstAdmin;
import org.emiadi.identity.Invitations;
import org.emiadi.identity.PasswordHashing;
import org.emiadi.identity.PatientAccesses;
import org.emiadi.identity.PublishedKeys;
import org.emiadi.identity.ResetCodes;
import org.emiadi.identity.RevocationFeed;
import org.emiadi.identity.Revocations;
import org.emiadi.identity.Sessions;
import org.emiadi.identity.SignIn;
import org.emiadi.identity.SignInThrottle;
import org.emiadi.identity.SigningKeys;
import org.emiadi.identity.Users;
import org.emiadi.identity.WebSessions;
import org.emiadi.identity.http.TokenCredentials;
import org.emiadi.platform.Database;
import org.emiadi.platform.http.Credentials;
import org.emiadi.platform.http.SessionCookie;

/// Builds the room that knows users and tokens.
@Singleton
final class IdentityWiring {

    void stop(@Observes ShutdownEvent stop, RevocationFeed feed) {
        feed.close();
    }

    @Produces
    @Singleton
    SigningKeys signingKeys(Settings settings) {
        return SigningKeys.in(settings.keyFile());
    }

    @Produces
    @Singleton
    PublishedKeys publishedKeys(Database database, Clock clock) {
        return new PublishedKeys(database, clock);
    }

    @Produces
    @Singleton
    AccessTokens accessTokens(SigningKeys own, PublishedKeys published, Settings settings, Clock clock) {
        return new AccessTokens(own, published, settings.issuer(), clock);
    }

    @Produces
    @Singleton
    Revocations revocations(Clock clock) {
        return new Revocations(clock);
    }

    @Produces
    @Singleton
    RevocationFeed revocationFeed(DataSource source, Database database, Revocations revocations) {
        return new RevocationFeed(source, database, revocations);
    }

    @Produces
    @Singleton
    Credentials credentials(BearerTokens tokens, WebSessions sessions) {
        return new TokenCredentials(tokens, sessions);
    }

    @Produces
    @Singleton
    WebSessions webSessions(Database database, ClinicSettings clinic, Clock clock) {
        return new WebSessions(database, () -> clinic.now().idle(), clock);
    }

    @Produces
    @Singleton
    SessionCookie sessionCookie(Settings settings) {
        return new SessionCookie(settings.issuer().startsWith("https:"));
    }

    @Produces
    @Singleton
    BearerTokens bearerTokens(AccessTokens tokens, Revocations revocations) {
        return new BearerTokens(tokens, revocations);
    }

    @Produces
    @Singleton
    PasswordHashing passwordHashing() {
        return new PasswordHashing();
    }

    @Produces
    @Singleton
    Sessions sessions(AccessTokens tokens, Revocations revocations, Clock clock) {
        return new Sessions(tokens, revocations, clock);
    }

    @Produces
    @Singleton
    Users users(Database database, PasswordHashing hashing, Sessions sessions, AuditLog audit, Clock clock) {
        return new Users(database, hashing, sessions, audit, clock);
    }

    @Produces
    @Singleton
    PatientAccesses patientAccesses(AuditLog audit) {
        return new PatientAccesses(audit);
    }

    @Produces
    @Singleton
    SignIn signIn(
            Database database,
            PasswordHashing hashing,
            Sessions sessions,
            Revocations revocations,
            AuditLog audit,
            Clock clock) {
        return new SignIn(database, hashing, sessions, new SignInThrottle(clock), revocations, audit, clock);
    }

    @Produces
    @Singleton
    ResetCodes resetCodes(Database database, PasswordHashing hashing, AuditLog audit, Clock clock) {
        return new ResetCodes(database, hashing, audit, clock);
    }

    @Produces
    @Singleton
    Invitations invitations(Database database, PasswordHashing hashing, ResetCodes codes, AuditLog audit, Clock clock) {
        return new Invitations(database, hashing, codes, audit, clock);
    }

    @Produces
    @Singleton
    FirstAdmin firstAdmin(Database database, Users users) {
        return new FirstAdmin(database, users);
    }

    @Produces
    @Singleton
    Cleanup cleanup(Database database, Clock clock) {
        return new Cleanup(database, clock);
    }
}
