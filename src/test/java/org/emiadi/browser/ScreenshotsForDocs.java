package org.emiadi.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Makes the pictures of the README and the docs, from the sample clinic. Run by `./miadi screenshots`, not with
/// the tests.
@QuarkusTest
@TestProfile(SampleClinic.class)
class ScreenshotsForDocs {
    private static final Path FOLDER = Path.of("docs", "screenshots");

    @Test
    void are_made_anew() throws IOException {
        assumeTrue(Boolean.getBoolean("miadi.write-docs"), "asked for with ./miadi screenshots");
        Files.createDirectories(FOLDER);
        shoot(Visitor.onPhone(), "/app/login", "sign-in-phone");
        shoot(Visitor.onPhone().inSwahili().signedInAs("patient"), "/app/me", "patient-phone");
        shoot(Visitor.onPhone(), "/app/book/1?type=1", "times-phone");
        shoot(Visitor.atDesk().signedInAs("reception"), "/app/desk", "desk");
        shoot(Visitor.atDesk().signedInAs("provider"), "/app/today", "provider");
        shoot(Visitor.atDesk().signedInAs("admin"), "/app/admin/reports", "reports");
    }

    private static void shoot(Visitor visitor, String path, String name) {
        try (var screen = visitor.open(path)) {
            byte[] picture = screen.page().screenshot(new Page.ScreenshotOptions());
            Files.write(FOLDER.resolve(name + ".png"), picture);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
