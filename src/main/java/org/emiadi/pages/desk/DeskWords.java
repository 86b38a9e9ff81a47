package org.emiadi.pages.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// The words of finding and registering patients. Kiswahili stands in
/// `messages/desk_sw.properties`.
@MessageBundle("desk")
public interface DeskWords {

    // Finding

    @Message("Search patients")
    String search();

    @Message("Part of a name, phone, patient number or national ID")
    String searchHint();

    @Message("Search")
    String searchFor();

    @Message("Book for whom?")
    String bookFor();

    @Message("Type two letters or more.")
    String typeMore();

    @Message("Nobody found. Try fewer letters, the phone, or register somebody new.")
    String nobody();

    @Message("More match. Type more to narrow them down.")
    String moreMatch();

    @Message("{count} found")
    String found(int count);

    @Message("Register patient")
    String register();

    @Message("Name")
    String name();

    @Message("Number")
    String number();

    @Message("Born")
    String born();

    @Message("Sex")
    String sex();

    @Message("Phone")
    String phone();

    @Message("National ID")
    String nationalId();

    @Message("Email")
    String email();

    @Message("{date} (age {age})")
    String bornAndAge(String date, int age);

    @Message("Female")
    String female();

    @Message("Male")
    String male();

    @Message("Other")
    String otherSex();

    @Message("Unknown")
    String unknownSex();

    @Message("Not known")
    String notKnown();

    @Message("Book")
    String book();

    @Message("Open")
    String open();

    // Registering

    @Message("First name")
    String firstName();

    @Message("Last name")
    String lastName();

    @Message("Date of birth")
    String dateOfBirth();

    @Message("or age in years")
    String orAge();

    @Message("If the day is not known; 1 January of the year is written.")
    String ageHint();

    @Message("No phone of their own")
    String noPhone();

    @Message("Insurance covers")
    String covers();

    @Message("Insurer")
    String insurer();

    @Message("Member or policy number")
    String policy();

    @Message("Last day of the cover")
    String expiry();

    @Message("Cover {row}")
    String coverRow(int row);

    @Message("Is it one of these?")
    String isItOneOfThese();

    @Message("They may be registered already. Nothing has been saved yet.")
    String alikeText();

    @Message("Same")
    String same();

    @Message("national ID")
    String sameNationalId();

    @Message("phone")
    String samePhone();

    @Message("email")
    String sameEmail();

    @Message("date of birth")
    String sameBirth();

    @Message("name")
    String sameName();

    @Message("None of these: register somebody new")
    String noneOfThese();

    @Message("Registered as {number}")
    String registered(String number);

    @Message("Enter the first name")
    String enterFirstName();

    @Message("Enter the last name")
    String enterLastName();

    @Message("Choose the sex")
    String chooseSex();

    @Message("Enter the date of birth or the age")
    String enterBirthOrAge();

    @Message("Enter the age in whole years, 0 to 120")
    String enterAge();

    @Message("Enter the phone, or tick that they have none")
    String enterPhoneOrNone();

    @Message("Enter 8 to 30 letters and digits")
    String enterNationalId();

    @Message("Enter an email address, like jina@mfano.co.ke")
    String enterEmail();

    @Message("Enter the insurer")
    String enterInsurer();

    @Message("Enter the number on the card")
    String enterPolicy();

    @Message("At most {most} characters")
    String tooLong(int most);

    @Message("Somebody else has this already. Search for it.")
    String takenBySomebody();

    @Message("Another cover has this number")
    String policyInUse();

    @Message("Somebody changed this meanwhile. Look at it again, then repeat.")
    String changedMeanwhile();

    // The patient

    @Message("Walk-in: into the queue")
    String walkIn();

    @Message("Back to the patient")
    String backTo();

    @Message("Patient")
    String patientTitle();

    @Message("Book an appointment")
    String bookTitle();

    @Message("Patient number")
    String patientNumber();

    @Message("Coming visits")
    String coming();

    @Message("Nothing is booked.")
    String noComing();

    @Message("Past visits")
    String past();

    @Message("No visits yet.")
    String noPast();

    @Message("When")
    String when();

    @Message("Type")
    String visitType();

    @Message("Provider")
    String provider();

    @Message("Place")
    String place();

    @Message("Status")
    String status();

    @Message("Actions")
    String actions();

    @Message("Why")
    String why();

    @Message("Came {came} times, did not come {missed} times, cancelled late {late} times")
    String keptVisits(int came, int missed, int late);

    @Message("Keeps appointments")
    String keepsAppointments();

    @Message("Change details")
    String edit();

    @Message("No covers.")
    String noCovers();

    @Message("Add a cover")
    String addCover();

    @Message("Change cover")
    String changeCover();

    @Message("Remove")
    String remove();

    @Message("ended")
    String coverEnded();

    @Message("ends soon")
    String coverEndsSoon();

    @Message("Cover removed.")
    String coverRemoved();

    @Message("until {day}")
    String until(String day);

    @Message("Waiting list")
    String waitingList();

    @Message("Not on the waiting list.")
    String notWaiting();

    @Message("Put on the waiting list")
    String join();

    @Message("Waits for")
    String waitsFor();

    @Message("Anybody")
    String anybody();

    @Message("Since")
    String since();

    @Message("Offered")
    String offered();

    @Message("Somebody else is asked at {time}.")
    String offeredUntil(String time);

    @Message("Take it")
    String accept();

    @Message("Not this one")
    String decline();

    @Message("Take off the list")
    String leave();

    @Message("Sign-in")
    String signIn();

    @Message("Username: {name}")
    String usernameIs(String name);

    @Message("Has no sign-in yet.")
    String cannotSignIn();

    @Message("Make a one-time code")
    String giveCode();

    @Message("Print slip")
    String print();
}
