package org.emiadi.pages.patient;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// The words of the page that tells patients who looked at their data.
@MessageBundle("access")
public interface AccessWords {
    @Message("Who looked at my data")
    String title();

    @Message(
            "Each time somebody looks at your data or changes them, it stands here. Searches and lists of many patients do not.")
    String lead();

    @Message("Nobody but you has looked at your data yet.")
    String nobody();

    @Message("Show what I did as well")
    String withMine();

    @Message("Show only what others did")
    String othersOnly();

    @Message("Refused")
    String refused();

    @Message("You")
    String you();

    @Message("Another patient")
    String anotherPatient();

    @Message("Somebody who had not signed in")
    String notSignedIn();

    @Message("The system, by itself")
    String house();

    @Message("Administration")
    String admin();

    @Message("Front desk")
    String receptionist();

    @Message("Provider")
    String provider();

    // What was done

    @Message("Read your medical records")
    String readRecord();

    @Message("Wrote or changed a medical record of yours")
    String wroteRecord();

    @Message("Looked at your visits")
    String lookedAtVisits();

    @Message("Booked a visit for you")
    String bookedVisit();

    @Message("Changed a visit of yours")
    String changedVisit();

    @Message("Looked at your details")
    String readDetails();

    @Message("Registered or changed your details")
    String changedDetails();

    @Message("Looked at your insurance covers")
    String readCovers();

    @Message("Changed your insurance covers")
    String changedCovers();

    @Message("Waiting list")
    String waitingList();

    @Message("Looked at this list")
    String readAccesses();

    @Message("A one-time code for your sign-in was given out")
    String gaveOutCode();

    @Message("Set a new password for your sign-in with a one-time code")
    String setPasswordByCode();

    @Message("Changed the password of your sign-in")
    String changedPassword();

    @Message("Made your sign-in; a one-time code for it was given out")
    String madeAccount();

    @Message("Something else")
    String other();
}
