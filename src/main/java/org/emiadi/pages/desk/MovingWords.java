package org.emiadi.pages.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// The words of the waiting list and of what needs moving. Kiswahili stands in
/// `messages/moving_sw.properties`.
@MessageBundle("moving")
public interface MovingWords {

    // Waiting list

    @Message("Not before")
    String earliest();

    @Message("Not after")
    String latest();

    @Message("On the waiting list. A time that falls free is offered in turn.")
    String joinedList();

    @Message("On the waiting list, and a time is offered already. See below.")
    String joinedWithOffer();

    @Message("This provider does not offer that type")
    String typeNotOffered();

    @Message("The last day is before the first")
    String lastBeforeFirst();

    @Message("That day has passed")
    String dayHasPassed();

    @Message("That day is too far ahead")
    String dayTooFar();

    @Message("The patient waits for {most} visits already")
    String waitsOften(int most);

    @Message("Declined. The patient waits on for other times.")
    String offerDeclined();

    @Message("That time is gone. The patient waits on.")
    String offerGone();

    @Message("Off the waiting list.")
    String leftList();

    @Message("Enter a reason")
    String enterReason();

    @Message("That cannot be done any more. This is how it stands now.")
    String notAnyMore();

    // Needs moving

    @Message("Appointments to be moved")
    String movingTitle();

    @Message("Somebody is away, or the clinic is closed. Ring the patient, then move, keep or cancel.")
    String movingText();

    @Message("Nothing needs moving. When somebody goes on leave, the appointments in the way stand here.")
    String nothingToMove();

    @Message("The provider is away")
    String providerIsAway();

    @Message("Closed: {why}")
    String clinicIsClosed(String why);

    @Message("Holiday: {name}")
    String isHoliday(String name);

    @Message("Keep: somebody stands in")
    String keep();

    @Message("Somebody stands in")
    String somebodyStandsIn();

    @Message("Kept where it was.")
    String kept();

    @Message("Chosen")
    String chosen();

    @Message("Choose {who}")
    String tick(String who);

    @Message("Tick at least one")
    String tickSome();

    @Message("Cancel those that are ticked")
    String cancelTicked();

    @Message("{count} appointments cancelled.")
    String cancelledSome(int count);
}
