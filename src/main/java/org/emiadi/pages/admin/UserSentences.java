package org.emiadi.pages.admin;

import org.emiadi.identity.UserOutcome;
import org.emiadi.web.Form;

/// What is said where a user cannot be made or changed.
final class UserSentences {
    private UserSentences() {}

    /// Nothing where it was done.
    static void say(Form form, UserOutcome outcome, Office office) {
        switch (outcome) {
            case UserOutcome.Done done -> {}
            case UserOutcome.NameTaken() -> office.taken(form, "username");
            case UserOutcome.PersonTaken() -> form.wrong("", office.words().personHasUser());
            case UserOutcome.PersonMissing() -> form.wrong("", office.words().choosePerson());
            case UserOutcome.PersonIsNot(String type) ->
                form.wrong("", office.words().personIsNot());
            case UserOutcome.BadPassword(String key) -> office.wrong(form, "username", key);
            case UserOutcome.Absent() -> throw Office.absent();
            case UserOutcome.LastAdmin() -> form.wrong("", office.words().lastAdmin());
        }
    }
}
