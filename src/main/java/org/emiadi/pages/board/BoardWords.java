package org.emiadi.pages.board;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// The words of the front desk's day. Kiswahili stands in `messages/board_sw.properties`.
@MessageBundle("board")
public interface BoardWords {
    @Message("Days")
    String days();

    @Message("Day before")
    String previousDay();

    @Message("Day after")
    String nextDay();

    @Message("Week before")
    String previousWeek();

    @Message("Week after")
    String nextWeek();

    @Message("This week")
    String thisWeek();

    @Message("Day")
    String day();

    @Message("Go to this day")
    String goToDay();

    @Message("Facility")
    String facility();

    @Message("Show")
    String show();

    @Message("New appointment")
    String newAppointment();

    @Message("Walk-in")
    String walkIn();

    @Message("The day of all providers")
    String boardOf();

    @Message("Week of {name}")
    String weekOf(String name);

    @Message("Nobody has hours or visits on this day.")
    String emptyDay();

    @Message("Hours are entered under Administration; the next day with visits may be one arrow away.")
    String emptyDayHint();

    @Message("No visits")
    String nothing();

    @Message("More providers")
    String moreProviders();

    @Message("{count} at a time")
    String atATime(int count);

    @Message("On leave")
    String leave();

    @Message("Sick")
    String sick();

    @Message("In a meeting")
    String meeting();

    @Message("Away")
    String away();

    @Message("Held for somebody")
    String held();

    @Message("Booked")
    String scheduled();

    @Message("Confirmed")
    String confirmed();

    @Message("Moved")
    String moved();

    @Message("Arrived")
    String arrived();

    @Message("Inside")
    String inside();

    @Message("Done")
    String completed();

    @Message("Cancelled")
    String cancelled();

    @Message("Did not come")
    String noShow();

    @Message("Needs moving")
    String needsMoving();

    @Message("Check in")
    String checkIn();

    @Message("Check in: {name}")
    String checkInNamed(String name);

    @Message("Did not come: {name}")
    String noShowNamed(String name);

    @Message("{name} has arrived. Ticket {ticket}.")
    String hasArrived(String name, int ticket);

    @Message("{name} did not come.")
    String didNotCome(String name);

    @Message("{name} is called in. Ticket {ticket}.")
    String isCalled(String name, int ticket);

    @Message("The visit of {name} is done.")
    String isDone(String name);

    @Message("{name} has confirmed.")
    String isConfirmed(String name);

    @Message("{name} is moved to {time}, {provider}.")
    String isMoved(String name, String time, String provider);

    @Message("Undone: {name} stands as before.")
    String isBack(String name);

    @Message("{name} is taken out of the queue.")
    String isTakenOut(String name);

    @Message("Visit")
    String visit();

    @Message("Visit of {name}")
    String visitOf(String name);

    @Message("Patient")
    String patient();

    @Message("Patient number")
    String number();

    @Message("Phone")
    String phone();

    @Message("Time")
    String time();

    @Message("Provider")
    String provider();

    @Message("What for")
    String what();

    @Message("Status")
    String status();

    @Message("Reason")
    String reason();

    @Message("Ticket")
    String ticket();

    @Message("Back to the day")
    String backToDay();

    @Message("Open the patient")
    String openPatient();

    @Message("Move")
    String move();

    @Message("Move")
    String moveHere();

    @Message("Move {name}?")
    String moveTitle(String name);

    @Message("Move this visit?")
    String moving();

    @Message("Was")
    String was();

    @Message("Now")
    String now();

    @Message("Keep as it was")
    String keep();

    @Message("New day")
    String newDay();

    @Message("New time")
    String newTime();

    @Message("24 hours, like 09:30")
    String timeHint();

    @Message("Enter a time, like 09:30")
    String enterTime();

    @Message("The clock does not show that time on that day")
    String noSuchTime();

    @Message("Choose a provider")
    String chooseProvider();

    @Message("Although no hours are published then")
    String outsideHours();

    @Message("Say why it is to be outside of the working hours")
    String sayWhy();

    @Message("Take out of the queue")
    String takeOut();

    @Message("Patient has confirmed")
    String confirm();

    @Message("Call in")
    String call();

    @Message("Done")
    String done();

    @Message("Add a walk-in")
    String walkInTitle();

    @Message("Part of a name, the patient number, a phone number or a national ID")
    String walkInHint();

    @Message("Search patients")
    String searchPatients();

    @Message("Whoever is free first")
    String whoever();

    @Message("Add {name}")
    String addNamed(String name);

    @Message("Add to the queue")
    String add();

    @Message("Nobody found. Try fewer letters, or register the patient.")
    String nobodyFound();

    @Message("Register patient")
    String register();

    @Message("The patient waits already. Ticket {ticket}.")
    String waitsAlready(int ticket);

    @Message("{name} waits. Ticket {ticket}, place {position} in the queue.")
    String isWaiting(String name, int ticket, int position);

    @Message("Queue")
    String queue();

    @Message("Nobody waits.")
    String queueEmpty();

    @Message("Whoever is checked in or walks in stands here, with how long they have waited.")
    String queueEmptyHint();

    @Message("Waiting")
    String waiting();

    @Message("With a provider")
    String insideNow();

    @Message("Waited")
    String waited();

    @Message("long")
    String waitLong();

    @Message("very long")
    String waitVeryLong();

    @Message("Call next")
    String callNext();

    @Message("{name}: {count} waiting")
    String callNextOf(String name, int count);

    @Message("Nobody waits for this provider any more.")
    String nobodyWaits();

    @Message("The queue has changed meanwhile, so nobody was called. Please see whose turn it is now.")
    String queueMoved();

    @Message("Priority")
    String priority();

    @Message("Emergency")
    String emergency();

    @Message("Elderly")
    String elderly();

    @Message("Child")
    String child();

    @Message("Routine")
    String routine();

    @Message("Room")
    String room();

    @Message("Actions")
    String actions();

    @Message("Screen for the wall")
    String wallScreen();

    @Message("New address for the screen")
    String renewScreen();

    @Message("The address in use now stops working.")
    String renewHint();

    @Message("The screen has a new address. Open it anew on the wall.")
    String screenRenewed();

    @Message("Please come in")
    String pleaseComeIn();

    @Message("Please wait. Your number will be shown here.")
    String noneCalled();

    @Message("Nobody waits")
    String noneWaiting();

    @Message("This screen has lost its connection. Please ask at the front desk.")
    String screenOld();

    @Message("Alt and the arrows move a visit, Enter asks, Escape puts it back.")
    String moveKeys();

    @Message("List of the day")
    String listOf();
}
