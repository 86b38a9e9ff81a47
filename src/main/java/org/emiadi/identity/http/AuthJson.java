package org.emiadi.identity.http;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.emiadi.identity.Password;
import org.emiadi.identity.Session;
import org.emiadi.identity.User;
import org.emiadi.platform.http.NotCleared;
import org.jspecify.annotations.Nullable;

/// Signing in and users as JSON.
final class AuthJson {
    private static final String USERNAME = "\\S+";
    private static final int LONGEST_NAME = 80;

    private AuthJson() {}

    @Schema(name = "SignIn")
    record SignInRequest(
            @NotBlank @Size(max = LONGEST_NAME) @Schema(examples = "admin")
            String username,

            @NotBlank @Size(max = Password.LONGEST) String password,

            @Schema(description = "Patients stay signed in for 30 days instead of 12 hours") @Nullable
            Boolean rememberMe) {}

    @Schema(name = "Session")
    record SessionJson(
            String accessToken,
            @Schema(enumeration = "Bearer") String tokenType,

            @Schema(description = "Life of the access token in seconds")
            long expiresIn,

            @Schema(description = "Works once; gives the next pair")
            String refreshToken,

            UserJson user) {

        static SessionJson of(Session session) {
            return new SessionJson(
                    session.accessToken(),
                    "Bearer",
                    session.expiresIn().toSeconds(),
                    session.refreshToken(),
                    UserJson.of(session.user()));
        }
    }

    @Schema(name = "User")
    record UserJson(
            int id,
            String username,

            @Schema(enumeration = {"admin", "receptionist", "provider", "patient"})
            String role,

            @Schema(description = "The patient or provider that the user is") @Nullable
            Integer personId,

            boolean mustChangePassword,
            boolean locked) {

        static UserJson of(User user) {
            return new UserJson(
                    user.id(),
                    user.username(),
                    user.role().text(),
                    user.personId(),
                    user.mustChangePassword(),
                    user.locked());
        }
    }

    @Schema(name = "NewUser")
    record NewUserRequest(
            @NotBlank
            @Size(max = LONGEST_NAME)
            @Pattern(regexp = USERNAME, message = "username")
            @Schema(examples = "wanjiku")
            String username,

            @NotNull @Size(min = Password.SHORTEST, max = Password.LONGEST)
            String password,

            @NotBlank @Schema(enumeration = {"admin", "receptionist", "provider", "patient"})
            String role,

            @Schema(description = "Required for providers and patients") @Nullable
            Integer personId,

            @Schema(description = "Before anything else, at the first sign-in") @Nullable
            Boolean mustChangePassword) {}

    @Schema(name = "NewInvitation")
    record InvitationRequest(
            @Size(max = LONGEST_NAME)
            @Pattern(regexp = USERNAME, message = "username")
            @Schema(description = "Left out, it is made of the person's name", examples = "achieng.otieno")
            @Nullable
            String username,

            @NotBlank @Schema(enumeration = {"admin", "receptionist", "provider", "patient"})
            String role,

            @Schema(description = "Required for providers and patients") @Nullable
            Integer personId) {}

    @Schema(name = "Invitation")
    record InvitationJson(
            String message,
            int userId,
            String username,

            @Schema(description = "To be handed over in person")
            String code,

            Instant expiresAt) {}

    @Schema(name = "UserRegistered")
    record UserRegistered(String message, int userId) {}

    @Schema(name = "UserChanges", description = "What is sent is changed, at once and on every node")
    record UserChanges(
            @NotCleared @Nullable Optional<@NotBlank String> role,
            @NotCleared @Nullable Optional<Boolean> locked,
            @Nullable Optional<Integer> personId) {}

    @Schema(name = "Refresh")
    record RefreshRequest(@NotBlank @Size(max = 200) String refreshToken) {}

    @Schema(name = "PasswordChange")
    record PasswordChange(
            @NotNull @Size(max = Password.LONGEST) String currentPassword,

            @NotNull @Size(min = Password.SHORTEST, max = Password.LONGEST)
            String newPassword) {}

    @Schema(name = "ResetCodeRequest")
    record ResetCodeRequest(
            @NotBlank @Size(max = LONGEST_NAME) String username) {}

    @Schema(name = "ResetCode")
    record ResetCodeJson(
            String message,

            @Schema(description = "To be handed over in person")
            String code,

            Instant expiresAt) {}

    @Schema(name = "PasswordReset")
    record ResetRequest(
            @NotBlank @Size(max = LONGEST_NAME) String username,
            @NotBlank @Size(max = 40) String code,

            @NotNull @Size(min = Password.SHORTEST, max = Password.LONGEST)
            String password) {}

    @Schema(name = "Message")
    record Message(String message) {}

    @Schema(name = "JsonWebKeySet")
    record KeySet(List<Map<String, Object>> keys) {}
}
