package org.emiadi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordTest {

    @Test
    void length_counts_in_characters_as_people_see_them() {
        assertThat(new Password("123456789").hasGoodLength()).isFalse();
        assertThat(new Password("1234567890").hasGoodLength()).isTrue();
        assertThat(new Password("😀".repeat(10)).hasGoodLength()).isTrue();
        assertThat(new Password("x".repeat(129)).hasGoodLength()).isFalse();
    }

    @Test
    void common_passwords_and_ones_with_the_username_are_refused() {
        assertThat(new Password("1234567890").fault("wanjiku")).contains("password-too-common");
        assertThat(new Password("QWERTYUIOP").fault("wanjiku")).contains("password-too-common");
        assertThat(new Password("x-WANJIKU-2026").fault("wanjiku")).contains("password-is-username");
        assertThat(new Password("tumaini la kesho").fault("wanjiku")).isEmpty();
    }

    @Test
    void a_password_is_never_printed() {
        assertThat(new Password("tumaini la kesho")).hasToString("Password[…]");
        assertThat(new NewUser("x", new Password("siri kubwa sana"), org.emiadi.platform.Role.ADMIN, null, false)
                        .toString())
                .doesNotContain("siri");
    }

    @Test
    void hashes_are_argon2id_with_a_salt_each() {
        var hashing = TestIdentity.hashing();
        String hash = hashing.hash("tumaini la kesho");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(hashing.hash("tumaini la kesho")).isNotEqualTo(hash);
        assertThat(hashing.matches("tumaini la kesho", hash)).isTrue();
        assertThat(hashing.matches("tumaini la kesh", hash)).isFalse();
        assertThat(hashing.isOutdated(hash)).isFalse();
        assertThat(hashing.isOutdated("$argon2id$v=19$m=4096,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$"
                        + "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE"))
                .isTrue();
    }
}
