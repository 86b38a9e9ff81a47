package org.emiadi.pages.admin;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.emiadi.facilities.Facilities;
import org.emiadi.facilities.Facility;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Database;
import org.emiadi.platform.FieldError;
import org.emiadi.platform.Messages;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemException;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Role;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.web.Form;
import org.emiadi.web.Pages;
import org.emiadi.web.When;
import org.emiadi.web.Words;
import org.jspecify.annotations.Nullable;

/// What the pages of administrators share: who asks, words, and how typed text becomes a value.
@Singleton
final class Office {
    private final Pages pages;
    private final Database database;
    private final Facilities facilities;
    private final CurrentRequest request;

    Office(Pages pages, Database database, Facilities facilities, CurrentRequest request) {
        this.pages = pages;
        this.database = database;
        this.facilities = facilities;
        this.request = request;
    }

    Actor actor() {
        return pages.actor();
    }

    AdminWords words() {
        return pages.words(AdminWords.class);
    }

    PlaceWords placeWords() {
        return pages.words(PlaceWords.class);
    }

    AbsenceWords absenceWords() {
        return pages.words(AbsenceWords.class);
    }

    OfficeWords officeWords() {
        return pages.words(OfficeWords.class);
    }

    Words shared() {
        return pages.words(Words.class);
    }

    When when() {
        return pages.when();
    }

    Messages messages() {
        return request.messages();
    }

    <T> T write(Function<Tx, T> commands) {
        return database.write(commands);
    }

    <T> T read(Function<Tx, T> questions) {
        return database.read(questions);
    }

    /// What there is; the page that says "not here" where there is nothing.
    static <T> T found(Optional<T> thing) {
        return thing.orElseThrow(Office::absent);
    }

    static ProblemException absent() {
        return new ProblemException(Problem.of(ProblemType.NOT_FOUND));
    }

    /// The version that the form was drawn for.
    static OptionalInt version(Form form) {
        return form.number("version");
    }

    /// Somebody was quicker: nothing is lost, and the reader is told to look again.
    void stale(Form form) {
        form.wrong("", officeWords().changedMeanwhile());
    }

    void taken(Form form, String member) {
        form.wrong(member, officeWords().alreadyInUse());
    }

    /// Says that what stands in a field is wrong, in the words of the API.
    void wrong(Form form, String field, String key, Object... args) {
        form.wrong(field, messages().sentence(FieldError.of(field, key, args)));
    }

    /// A line of text that must be there.
    ///
    /// @param label of its field, to be named where it is missing
    String line(Form form, String name, String label, int longest) {
        required(form, name, label);
        return within(form, name, longest);
    }

    void required(Form form, String name, String label) {
        form.required(name, officeWords().fillIn(label));
    }

    /// A text that may be left out; null where it is.
    @Nullable
    String optional(Form form, String name, int longest) {
        String text = within(form, name, longest);
        return text.isEmpty() ? null : text;
    }

    private String within(Form form, String name, int longest) {
        String text = form.text(name);
        if (text.length() > longest) {
            wrong(form, name, "too-long", longest);
        }
        return text;
    }

    /// What was typed, read as a value; null where nothing was, or where it cannot be read, which is then said.
    <T> @Nullable T parsed(Form form, String name, Function<String, Optional<T>> parse, String key) {
        if (!form.has(name)) {
            return null;
        }
        Optional<T> value = parse.apply(form.text(name));
        if (value.isEmpty()) {
            wrong(form, name, key);
        }
        return value.orElse(null);
    }

    /// A number between two; the first where none can be read, which is then said.
    int number(Form form, String name, int least, int most) {
        OptionalInt number = form.number(name);
        if (number.isEmpty() || number.getAsInt() < least || number.getAsInt() > most) {
            wrong(form, name, "range", least, most);
            return least;
        }
        return number.getAsInt();
    }

    /// All facilities, of which a clinic has few.
    static List<Facility> facilities(Tx tx, Facilities door) {
        return door.list(tx, Slice.first(Slice.MOST)).rows();
    }

    List<Facility> facilities() {
        return read(tx -> facilities(tx, facilities));
    }

    /// A role in the reader's language.
    String role(Role role) {
        return words().role(role);
    }

    /// Where people reach this server, as the browser that asks does.
    static String address(UriInfo uri, String path) {
        return uri.getBaseUri().resolve(path).toString();
    }
}
