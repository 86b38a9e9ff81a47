package org.emiadi.pages.practice;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// The words of the pages of visits and records. Kiswahili stands in `messages/practice_sw.properties`.
@MessageBundle("practice")
public interface PracticeWords {
    // Days

    @Message("My day")
    String myDay();

    @Message("Other days")
    String otherDays();

    @Message("The day before")
    String dayBefore();

    @Message("The day after")
    String dayAfter();

    @Message("{#if visits == 1}1 visit{#else}{visits} visits{/if}")
    String visitCount(long visits);

    @Message("{#if visits == 1}1 visit{#else}{visits} visits{/if}, {waiting} waiting")
    String daySummary(long visits, long waiting);

    @Message("Call in the next patient ({waiting} waiting)")
    String callNext(long waiting);

    @Message("No visits and no hours on this day.")
    String emptyDay();

    @Message("To be moved")
    String needsMoving();

    @Message("ticket {number}")
    String ticket(int number);

    @Message("waiting {time}")
    String waiting(String time);

    @Message("Free, {time}")
    String free(String time);

    @Message("All day")
    String allDay();

    @Message("Closed: {why}")
    String closure(String why);

    @Message("Records not signed yet")
    String unfinished();

    @Message("Visit of {when}")
    String visitOf(String when);

    @Message("Nobody is waiting.")
    String nobodyWaits();

    // Where a visit stands

    @Message("Booked")
    String scheduled();

    @Message("Confirmed")
    String confirmed();

    @Message("Moved")
    String rescheduled();

    @Message("Has arrived")
    String checkedIn();

    @Message("With you")
    String inProgress();

    @Message("Done")
    String completedTag();

    @Message("Cancelled")
    String cancelledTag();

    @Message("Did not come")
    String noShow();

    // A visit

    @Message("Visit")
    String visit();

    @Message("When")
    String when();

    @Message("Where")
    String where();

    @Message("What for")
    String what();

    @Message("Said")
    String reason();

    @Message("Call in")
    String callIn();

    @Message("Check in")
    String arrived();

    @Message("Did not come")
    String didNotCome();

    @Message("Complete the visit")
    String complete();

    @Message("Complete, call in the next")
    String completeAndNext();

    @Message("Write the record")
    String writeRecord();

    @Message("Read the record")
    String readRecord();

    @Message("Go on writing")
    String continueDraft();

    @Message("The record is not signed yet. Draft of {when}.")
    String draftFrom(String when);

    @Message("Called in.")
    String calledIn();

    @Message("Marked as arrived.")
    String hasArrived();

    @Message("Marked: did not come.")
    String missed();

    @Message("Taken back.")
    String takenBack();

    @Message("Visit completed.")
    String completed();

    @Message("Visit completed. Its record is not signed yet.")
    String completedUnwritten();

    @Message("This is the next patient.")
    String nextCalledIn();

    @Message("It is too early for that: the time of the visit has not come yet.")
    String tooEarly();

    @Message("This visit has been changed meanwhile. It stands as shown here.")
    String changedMeanwhile();

    // The patient

    @Message("{#if years == 1}1 year{#else}{years} years{/if}")
    String years(int years);

    @Message("{#if months == 1}1 month{#else}{months} months{/if}")
    String months(int months);

    @Message("Female")
    String female();

    @Message("Male")
    String male();

    @Message("Other")
    String otherGender();

    @Message("Patient")
    String patient();

    @Message("Phone")
    String phone();

    // Records

    @Message("Record")
    String record();

    @Message("Past records")
    String pastRecords();

    @Message("No past records that you may see. What you sign appears here.")
    String noPastRecords();

    @Message("No diagnosis")
    String noDiagnosis();

    @Message("Diagnosis")
    String diagnosis();

    @Message("Treatment")
    String treatment();

    @Message("Notes")
    String notes();

    @Message("Open")
    String open();

    @Message("Record: {name}")
    String recordOf(String name);

    @Message("Signed by {name}, {when}")
    String signedBy(String name, String when);

    @Message("amended")
    String amendedTag();

    @Message("Sign the record")
    String sign();

    @Message("Sign and complete the visit")
    String signAndComplete();

    @Message("What is signed can be amended later; what it said before is kept.")
    String signHint();

    @Message("Save draft")
    String saveDraft();

    @Message("Throw the draft away")
    String discardDraft();

    @Message("Draft saved.")
    String draftSaved();

    @Message("Draft thrown away.")
    String draftDiscarded();

    @Message("Record signed.")
    String signed();

    @Message("Record signed, visit completed.")
    String signedAndCompleted();

    @Message("Write something in at least one of the three fields")
    String saysNothing();

    @Message("Shorten this to {most} letters")
    String tooLong(int most);

    @Message("This holds letters that cannot be saved")
    String unreadable();

    @Message("A record cannot be written: the visit was cancelled, missed, or is still to come. What you typed is"
            + " below.")
    String noVisit();

    @Message("This visit is not yours to write about.")
    String notYours();

    @Message("This draft was saved from somewhere else meanwhile. Both are below: what was saved there, and what you"
            + " typed. Save or sign to keep what you typed.")
    String draftChangedElsewhere();

    @Message("This draft was thrown away somewhere else meanwhile. What you typed is still here.")
    String draftGoneElsewhere();

    @Message("This record was signed somewhere else meanwhile. What you typed is still here; save it to see both.")
    String signedElsewhere();

    @Message("This record was signed before. What you typed since is below and not saved yet; save it as an amendment.")
    String signedBefore();

    @Message("This record was amended meanwhile. Both are below: as it stands, and what you typed.")
    String recordChangedElsewhere();

    @Message("Saved somewhere else, {when}")
    String savedElsewhere(String when);

    @Message("As it stands")
    String asItStands();

    @Message("Amend")
    String amend();

    @Message("Amend: {name}")
    String amendOf(String name);

    @Message("The record changes for everybody who reads it. What it said before is kept.")
    String amendHint();

    @Message("Save the amendment")
    String saveAmendment();

    @Message("Keep as it was")
    String leaveAsItWas();

    @Message("Record amended.")
    String amended();

    // Said while writing; % stands for the time

    @Message("Draft saved at %.")
    String saidSaved();

    @Message("Not saved yet.")
    String saidUnsaved();

    @Message("No connection. What you type is kept on this device and saved as soon as the connection is back.")
    String saidOffline();

    @Message("Kept on this device until you save it.")
    String saidHereOnly();

    @Message("What was typed on this device before is back. It had not been saved.")
    String saidRestored();

    @Message("You are no longer signed in here. What you typed is kept on this device: sign in again in another tab,"
            + " then go on.")
    String saidSignedOut();

    @Message("On this device something else was typed before and not saved.")
    String keptHere();

    @Message("Put it back")
    String putBack();

    @Message("Throw it away")
    String dropIt();

    @Message("This draft was changed somewhere else meanwhile. What you typed is still here and not saved.")
    String changedElsewhere();

    @Message("Keep what is typed here")
    String keepMine();

    @Message("Show what was saved there")
    String takeTheirs();
}
