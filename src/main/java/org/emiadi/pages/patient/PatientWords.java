package org.emiadi.pages.patient;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// The words of the pages on which patients look after their own. Kiswahili stands in `messages/patient_sw.properties`.
@MessageBundle("patient")
public interface PatientWords {
    @Message("Hello, {name}")
    String hello(String name);

    @Message("Your next visit")
    String nextVisit();

    @Message("You have no visit to come.")
    String noNext();

    @Message("Book an appointment")
    String book();

    @Message("Book again")
    String bookAgain();

    @Message("All visits to come ({count} more)")
    String laterVisits(int count);

    @Message("To come")
    String coming();

    @Message("Past and cancelled")
    String over();

    @Message("Nothing is booked. A visit that you book will stand here.")
    String nothingComing();

    @Message("Visits that you have had will stand here, with what the provider wrote.")
    String nothingOver();

    @Message("Visit")
    String visit();

    // Where a visit stands

    @Message("Booked")
    String scheduled();

    @Message("Moved to this time")
    String rescheduled();

    @Message("You said that you will come")
    String confirmed();

    @Message("You are in the queue")
    String checkedIn();

    @Message("You are with the provider")
    String inProgress();

    @Message("Took place")
    String completed();

    @Message("Cancelled")
    String cancelled();

    @Message("You did not come")
    String noShow();

    @Message("The clinic cancelled this visit. Book another one, or call us.")
    String cancelledByClinic();

    // One visit

    @Message("Day")
    String day();

    @Message("Time")
    String hour();

    @Message("Provider")
    String with();

    @Message("For")
    String what();

    @Message("Place")
    String place();

    @Message("Phone")
    String phone();

    @Message("Insurance cover")
    String cover();

    @Message("Reference")
    String reference();

    @Message("Your appointment is booked")
    String done();

    @Message("Note the reference. With your date of birth it finds the visit without signing in.")
    String keepReference();

    @Message("What to bring")
    String bring();

    @Message("Add to calendar")
    String addToCalendar();

    @Message("Change time")
    String change();

    @Message("Cancel appointment")
    String cancel();

    @Message("Keep as it was")
    String keep();

    @Message("I will come")
    String willCome();

    @Message("Thank you. The clinic now knows that you will come.")
    String thanks();

    @Message("You can change or cancel this visit until it begins.")
    String rules();

    @Message("Call us to change the time of this visit.")
    String ringToMove();

    @Message("That is not possible any more. This is how the visit stands now.")
    String notAnyMore();

    @Message("Your insurance cover ends before that day. Choose an earlier time, or call us.")
    String coverTooShort();

    @Message("Cancel this appointment?")
    String cancelTitle();

    @Message("The time goes to somebody else at once, so this cannot be undone.")
    String cancelHint();

    @Message("Reason")
    String reason();

    @Message("Appointment cancelled. {when} is free for others.")
    String cancelledNotice(String when);

    @Message("Book another appointment")
    String bookAnother();

    @Message("What the provider wrote")
    String written();

    @Message("Diagnosis")
    String diagnosis();

    @Message("Treatment")
    String treatment();

    @Message("Notes")
    String notes();

    @Message("What providers write of your visits will stand here.")
    String noRecords();

    @Message("Write {most} letters at the most, on one line")
    String tooLong(int most);

    @Message("Somebody changed this meanwhile. Look at it again, then change it.")
    String changedMeanwhile();

    // Covers

    @Message("Expired")
    String expired();

    @Message("Last day today")
    String expiresToday();

    @Message("Days left: {days}")
    String expiresIn(long days);

    @Message("Valid")
    String valid();

    @Message("An insurance cover needs your attention")
    String coversExpire();

    @Message("Add a cover")
    String addCover();

    @Message("Change a cover")
    String changeCover();

    @Message("Remove")
    String remove();

    @Message("Insurer")
    String insurer();

    @Message("Member or policy number")
    String policy();

    @Message("Last day on which it counts")
    String lastDay();

    @Message("Cover saved.")
    String coverSaved();

    @Message("Cover removed.")
    String coverRemoved();

    @Message("Add the card of your insurer here, then choose it when you book.")
    String noCovers();

    @Message("Enter the name of the insurer, like SHA")
    String enterInsurer();

    @Message("Enter the number on the card")
    String enterPolicy();

    @Message("Another cover has that number. Check the card, or ask the front desk.")
    String policyInUse();

    // Details

    @Message("Name")
    String name();

    @Message("Patient number")
    String number();

    @Message("Date of birth")
    String born();

    @Message("National id")
    String nationalId();

    @Message("Not known")
    String notKnown();

    @Message("The front desk changes these: bring your card.")
    String askDesk();

    @Message("How we reach you")
    String reached();

    @Message("Email")
    String email();

    @Message("Enter an email address, like name@example.com")
    String enterEmail();

    @Message("Somebody else uses this. Check it, or ask the front desk.")
    String usedByAnother();

    @Message("Details saved.")
    String detailsSaved();

    @Message("Who looked at my data")
    String accesses();

    // Waiting for an earlier time

    @Message("Waiting for an earlier time")
    String waiting();

    @Message("An earlier time is free")
    String offered();

    @Message("Kept for you until {time}")
    String keptUntil(String time);

    @Message("Take it")
    String take();

    @Message("No, thank you")
    String decline();

    @Message("Stop waiting")
    String leave();

    @Message("In place of the visit that you have")
    String forMove();

    @Message("You are not waiting for a time. Where a time does not suit you, ask there to be told of an earlier one.")
    String nothingWaited();

    @Message("You are on the waiting list. When an earlier time comes free, it is offered to you here.")
    String waits();

    @Message("You wait for this already.")
    String waitsAlready();

    @Message("You wait for five already. Stop waiting for one of them first.")
    String waitsEnough();

    @Message("There is nothing to wait for here. Call us if you need an earlier time.")
    String notToWaitFor();

    @Message("The time goes to the next in line. You wait on for others.")
    String declined();

    @Message("That time is gone. You wait on for others.")
    String offerGone();

    @Message("You are off the waiting list.")
    String waitsNoMore();

    @Message("Tell me if an earlier time comes free")
    String tellMe();
}
