package org.emiadi.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// The words of the shell and of what all pages share. Kiswahili stands in `messages/web_sw.properties`.
@MessageBundle("web")
public interface Words {
    @Message("Skip to the content")
    String skip();

    @Message("Menu")
    String menu();

    @Message("Sign in")
    String signIn();

    @Message("Sign out")
    String signOut();

    @Message("Username")
    String username();

    @Message("Password")
    String password();

    @Message("Show")
    String show();

    @Message("Hide")
    String hide();

    @Message("Back")
    String back();

    @Message("Save")
    String save();

    @Message("Undo")
    String undo();

    @Message("Print")
    String print();

    @Message("Change")
    String change();

    @Message("Close")
    String close();

    @Message("Cancel")
    String cancel();

    @Message("Today")
    String today();

    @Message("Older")
    String older();

    @Message("Newer")
    String newer();

    @Message("More")
    String more();

    @Message("optional")
    String optional();

    @Message("Error:")
    String errorPrefix();

    @Message("There is a problem")
    String problem();

    @Message("For example 5/3/1990: day, month, year")
    String dateHint();

    @Message("Enter a date as day, month and year, like 5/3/1990")
    String enterDate();

    @Message("Enter this")
    String enterThis();

    @Message("Enter a number")
    String enterNumber();

    @Message("Choose one of these")
    String chooseOne();

    @Message("Enter a phone number, like 0712 345 678")
    String enterPhone();

    @Message("Times are in {zone}.")
    String timesIn(String zone);

    // The menu

    @Message("Home")
    String home();

    @Message("Find a provider")
    String find();

    @Message("My visits")
    String visits();

    @Message("My insurance covers")
    String covers();

    @Message("My records")
    String records();

    @Message("My details")
    String details();

    @Message("Front desk")
    String desk();

    @Message("Patients")
    String patients();

    @Message("Queue")
    String queue();

    @Message("To be moved")
    String needsMoving();

    @Message("My day")
    String myDay();

    @Message("My hours")
    String myHours();

    @Message("My leave")
    String myLeave();

    @Message("Administration")
    String administration();

    @Message("Reports")
    String reports();

    @Message("My account")
    String account();

    @Message("Help")
    String help();

    @Message("For developers")
    String developers();

    // Sign-in

    @Message("Welcome to E Miadi")
    String welcome();

    @Message("Remember me")
    String remember();

    @Message("Forgot password?")
    String forgot();

    @Message("The username or the password is wrong.")
    String wrongCredentials();

    @Message("Too many tries. Try again in {seconds} seconds.")
    String tryAgainIn(long seconds);

    @Message("Enter your username")
    String enterUsername();

    @Message("Enter your password")
    String enterPassword();

    @Message("Your sign-in had ended. Sign in again; what you typed is kept.")
    String keptWhatYouTyped();

    @Message("You have signed in again")
    String signedInAgain();

    @Message("What you had typed is still here and has not been saved yet.")
    String notSavedYet();

    @Message("Save what I typed")
    String sendWhatITyped();

    @Message("Leave it")
    String leaveIt();

    @Message("Set a new password")
    String newPasswordTitle();

    @Message("The front desk gives you a one-time code. With it you choose a new password here.")
    String codeFromTheDesk();

    @Message("One-time code")
    String code();

    @Message("8 letters and digits")
    String codeHint();

    @Message("Enter the code that the front desk gave you")
    String enterCode();

    @Message("The username or the code is wrong, or the code has expired.")
    String wrongCode();

    @Message("New password")
    String newPassword();

    @Message("10 characters or more. Several words make a good one.")
    String passwordHint();

    @Message("Your present password")
    String presentPassword();

    @Message("That is not your present password.")
    String wrongPresentPassword();

    @Message("Your new password is set. All other devices are signed out.")
    String passwordSet();

    @Message("Choose a password of your own before you go on.")
    String mustChange();

    @Message("Change password")
    String changePassword();

    @Message("Sign out everywhere")
    String signOutEverywhere();

    @Message("Ends your sign-ins on all phones and computers, this one too.")
    String signOutEverywhereHint();

    @Message("You are signed out everywhere.")
    String signedOutEverywhere();

    @Message("You are signed out.")
    String signedOut();

    @Message("Language")
    String language();

    @Message("Keyboard shortcuts")
    String shortcuts();

    @Message("Use single keys as shortcuts")
    String useShortcuts();

    @Message("Press ? on any page to see them.")
    String shortcutsHint();

    @Message("Saved.")
    String saved();

    // Idle

    @Message("Are you still there?")
    String stillThere();

    @Message("You will be signed out in about two minutes. What you have typed stays on this page.")
    String soonSignedOut();

    @Message("Stay signed in")
    String staySignedIn();

    // Keyboard help

    @Message("Search patients")
    String keySearch();

    @Message("New appointment")
    String keyNew();

    @Message("Today")
    String keyToday();

    @Message("Day before, day after")
    String keyDays();

    @Message("Check in the chosen appointment")
    String keyCheckIn();

    @Message("Did not come")
    String keyNoShow();

    @Message("Move the chosen appointment (then Enter)")
    String keyMove();

    @Message("Undo the last step")
    String keyUndo();

    @Message("This help")
    String keyHelp();

    // Errors

    @Message("This page is not here")
    String notFoundTitle();

    @Message("Perhaps the address was mistyped, or it is something that you may not see.")
    String notFoundText();

    @Message("This is not for you")
    String notAllowedTitle();

    @Message("Your role does not allow this. If you need it, ask the administrator.")
    String notAllowedText();

    @Message("This form does not come from here")
    String otherSiteTitle();

    @Message("For your safety nothing was changed. Open the page again and repeat what you did.")
    String otherSiteText();

    @Message("Too many requests")
    String tooManyTitle();

    @Message("Wait {seconds} seconds, then try again. Nothing was changed.")
    String tooManyText(String seconds);

    @Message("Something went wrong")
    String brokenTitle();

    @Message(
            "It is our fault, not yours. Nothing was changed. Try again; if it happens again, tell us the reference below.")
    String brokenText();

    @Message("We cannot answer just now")
    String unavailableTitle();

    @Message("Nothing was changed. Try again in a few seconds.")
    String unavailableText();

    @Message("This is too long")
    String tooLargeTitle();

    @Message("Shorten what you typed, then send it again.")
    String tooLargeText();

    @Message("This cannot be read")
    String unreadableTitle();

    @Message("Go back, reload the page, and try again.")
    String unreadableText();

    @Message("Reference")
    String reference();

    @Message("Call us: {phone}")
    String callUs(String phone);

    @Message("Go to the first page")
    String toTheFirstPage();
}
