package org.emiadi.pages.desk;

import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.emiadi.people.PersonDetails;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Database;
import org.emiadi.platform.PhoneNumber;
import org.emiadi.platform.Role;
import org.emiadi.platform.TestDatabase;
import org.emiadi.web.Visitor;
import org.jspecify.annotations.Nullable;

/// A receptionist, and people whom nobody else in the tests knows.
final class Desk {
    private static final Pattern SLOT = Pattern.compile("name=\"slot\" value=\"([^\"]+)\"");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([0-9]+)\"");
    private static final int LETTERS = 26;
    private static final int LENGTH = 12;

    final Database database = TestDatabase.ofTheHttpTests();
    private @Nullable Visitor signedIn;

    /// Signs in when first asked, as fields of tests are made before the address of the server is known.
    Visitor visitor() {
        Visitor known = signedIn == null ? Visitor.signedIn(Role.RECEPTIONIST, null) : signedIn;
        signedIn = known;
        return known;
    }

    /// A name of letters, as digits are searched otherwise.
    static String newName() {
        var name = new StringBuilder("X");
        UUID.randomUUID()
                .toString()
                .chars()
                .filter(Character::isLetterOrDigit)
                .limit(LENGTH)
                .forEach(letter -> name.append((char) ('a' + letter % LETTERS)));
        return name.toString();
    }

    static String newPhone() {
        return "07%08d".formatted(Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 100_000_000L));
    }

    int patient(String firstName, String lastName) {
        return TestPeople.patient(database, TestPeople.named(firstName, lastName))
                .personId();
    }

    int patient() {
        return patient("Wanjiku", newName());
    }

    int patientWithPhone(String lastName, String phone) {
        var details = new PersonDetails(
                "Wanjiku", lastName, null, PhoneNumber.parse(phone).orElseThrow(), null, null, null);
        return TestPeople.patient(database, details).personId();
    }

    Response submit(String page, String path, Map<String, ?> fields) {
        return visitor().submit(page, path, fields);
    }

    /// Sends the form of a page to the page itself.
    Response submit(String page, Map<String, ?> fields) {
        return submit(page, page, fields);
    }

    static String firstSlotOn(String html) {
        return found(SLOT, html);
    }

    static String versionOn(String html) {
        return found(VERSION, html);
    }

    private static String found(Pattern pattern, String html) {
        var field = pattern.matcher(html);
        if (!field.find()) {
            throw new AssertionError("no " + pattern + " on\n" + html);
        }
        return field.group(1);
    }
}
