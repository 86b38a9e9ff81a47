package org.emiadi.app;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.emiadi.audit.AuditLog;
import org.emiadi.identity.AccessTokens;
import org.emiadi.identity.NewUser;
import org.emiadi.identity.Password;
import org.emiadi.identity.PasswordHashing;
import org.emiadi.identity.PublishedKeys;
import org.emiadi.identity.Revocations;
import org.emiadi.identity.Sessions;
import org.emiadi.identity.SigningKeys;
import org.emiadi.identity.UserOutcome;
import org.emiadi.identity.Users;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Users from the command line, for whoever has lost the last administrator's password. Passwords are made here and
/// shown once; none is ever typed, where others could read it.
@Command(
        name = "user",
        description = "Make a user, or give one a new password.",
        subcommands = {UserCommand.Create.class, UserCommand.ResetPassword.class})
final class UserCommand {

    @Command(name = "create", description = "Make a user with a random password, to be changed at the first sign-in.")
    static final class Create implements Callable<Integer> {
        @Parameters(paramLabel = "USERNAME")
        private String username = "";

        @Option(
                names = "--role",
                defaultValue = "admin",
                description = "admin, receptionist, provider or patient (default: admin)")
        private String role = "admin";

        @Option(names = "--person", description = "Number of the provider or patient that the user is")
        private @Nullable Integer person;

        @Override
        public Integer call() {
            var wanted = Role.ofUser(role);
            if (wanted.isEmpty()) {
                System.err.println(
                        "There is no role \"" + role + "\": it is admin, receptionist, provider or patient.");
                return CommandLine.FAILED;
            }
            var settings = Settings.fromEnvironment();
            var password = Password.random();
            var user = new NewUser(username, password, wanted.get(), person, true);
            return AtCommandLine.withDatabase(
                    settings,
                    database -> tell(users(settings, database).register(Actor.system("command line"), user), password));
        }
    }

    @Command(name = "reset-password", description = "Give a user a random password, to be changed at the next sign-in.")
    static final class ResetPassword implements Callable<Integer> {
        @Parameters(paramLabel = "USERNAME")
        private String username = "";

        @Override
        public Integer call() {
            return resetPassword(Settings.fromEnvironment(), username);
        }
    }

    static int resetPassword(Settings settings, String username) {
        var password = Password.random();
        return AtCommandLine.withExistingDatabase(
                settings,
                database -> tell(
                        users(settings, database).resetPassword(Actor.system("command line"), username, password),
                        password));
    }

    private static Users users(Settings settings, Database database) {
        var clock = Clock.systemUTC();
        var tokens = new AccessTokens(
                SigningKeys.in(settings.keyFile()), new PublishedKeys(database, clock), settings.issuer(), clock);
        var sessions = new Sessions(tokens, new Revocations(clock), clock);
        return new Users(database, new PasswordHashing(), sessions, new AuditLog(clock), clock);
    }

    private static int tell(UserOutcome outcome, Password password) {
        if (outcome instanceof UserOutcome.Done(var user)) {
            System.out.println("""
                      User      %s (%s)
                      Password  %s   (shown this once; to be changed at the next sign-in)
                    """.formatted(user.username(), user.role().text(), password.text()));
            return 0;
        }
        System.err.println(
                switch (outcome) {
                    case UserOutcome.NameTaken taken -> "Another user has that name.";
                    case UserOutcome.PersonTaken taken -> "Another user is that person.";
                    case UserOutcome.PersonMissing missing -> "That role needs --person.";
                    case UserOutcome.PersonIsNot(String type) -> "That person is not a " + type + ".";
                    case UserOutcome.Absent absent -> "There is no such user.";
                    default -> "That cannot be done: " + outcome.getClass().getSimpleName() + ".";
                });
        return CommandLine.FAILED;
    }
}
