package org.emiadi.pages.admin;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.emiadi.setup.Step;

/// The words about hours, the trail, settings and setting up. Kiswahili stands in `messages/office_sw.properties`.
@MessageBundle("office")
public interface OfficeWords {
    // What can be wrong

    @Message("Fill in: {label}")
    String fillIn(String label);

    @Message("Somebody changed this meanwhile. Open the page again to see it; what you typed is still here.")
    String changedMeanwhile();

    @Message("This is already in use. Choose another.")
    String alreadyInUse();

    @Message("There is no user of that name.")
    String noSuchUser();

    // Hours

    @Message("When each provider works: patients book within these hours only.")
    String hoursHintHome();

    @Message("Works on")
    String worksOn();

    @Message("No hours: patients find no free times")
    String noHours();

    @Message("No hours yet: patients find no free times. Add them below.")
    String noHoursYet();

    @Message("Day")
    String weekday();

    @Message("On these days")
    String weekdays();

    @Message("Choose at least one day")
    String chooseDay();

    @Message("From")
    String from();

    @Message("To")
    String to();

    @Message("Patients at a time")
    String places();

    @Message("Valid")
    String valid();

    @Message("only on {day}")
    String onlyOn(String day);

    @Message("since {day}")
    String since(String day);

    @Message("{first} to {last}")
    String fromTo(String first, String last);

    @Message("every {weeks} weeks")
    String everyWeeks(int weeks);

    @Message("all types")
    String allTypes();

    @Message("Add hours")
    String addHours();

    @Message("The hours are added.")
    String hoursAdded();

    @Message("The hours are removed. Visits that are booked stay.")
    String hoursRemoved();

    @Message("There are hours at that time already. Change those, or choose other times.")
    String hoursOverlap();

    @Message("Change working hours")
    String changeTheHours();

    @Message("Change {day} {time}")
    String changeHours(String day, String time);

    @Message("Remove {day} {time}")
    String removeHours(String day, String time);

    @Message("Remove")
    String remove();

    @Message("Remove {name}")
    String removeOf(String name);

    @Message("Like 08:00")
    String clockHint();

    @Message("Like 17:00; before the start it is on the next day")
    String clockEndHint();

    @Message("Patients at the same time")
    String capacity();

    @Message("1 for most")
    String capacityHint();

    @Message("From day")
    String validFrom();

    @Message("Today, where it is left empty")
    String validFromHint();

    @Message("To day")
    String validTo();

    @Message("Until further notice, where it is left empty")
    String validToHint();

    @Message("Every … weeks")
    String everyWeeksLabel();

    @Message("1 for every week, 2 for every second")
    String everyWeeksHint();

    @Message("Only for these types")
    String onlyTypes();

    @Message("None chosen: for all")
    String onlyTypesHint();

    // Audit trail

    @Message("Who did what to whose data, when, and from where.")
    String auditHintHome();

    @Message(
            "{#switch role}{#case 'admin'}Administrator{#case 'receptionist'}Receptionist{#case 'provider'}Provider{#case 'patient'}Patient{#case 'system'}The server{#case 'nobody'}Not signed in{/switch}")
    String roleInTrail(String role);

    @Message("Patient (id)")
    String patientId();

    @Message("Action")
    String action();

    @Message("From day")
    String fromDay();

    @Message("To day")
    String toDay();

    @Message("Show everything")
    String everything();

    @Message("Nothing of the kind is in the trail.")
    String nothingInTrail();

    @Message("Newest first. Reading this page is in the trail as well.")
    String newestFirst();

    @Message("All of these as CSV (the newest {most})")
    String csv(int most);

    @Message("Who")
    String who();

    @Message("What")
    String subject();

    @Message("From where")
    String fromWhere();

    @Message("Detail")
    String detail();

    @Message("refused")
    String refused();

    // Reports and settings

    @Message("Bookings, no-shows, waiting times, use of capacity.")
    String reportsHintHome();

    @Message(
            "Name and phone of the clinic, what patients bring, when staff are signed out. A change counts everywhere within seconds.")
    String settingsHint();

    @Message("Name of the clinic")
    String clinicName();

    @Message("Stands on every page.")
    String clinicNameHint();

    @Message("Stands on every page: whom to ring when in doubt.")
    String clinicPhoneHint();

    @Message("What patients bring, in English")
    String bringEn();

    @Message("What patients bring, in Kiswahili")
    String bringSw();

    @Message("Told with each booking.")
    String bringHint();

    @Message("Minutes until idle staff are signed out")
    String idleMinutes();

    @Message("5 to 120. They are warned two minutes before, and what they have typed is kept.")
    String idleHint();

    @Message("Language of the pages")
    String defaultLanguage();

    @Message("For readers whose browser asks for neither.")
    String defaultLanguageHint();

    // Setting up

    @Message("Set up the clinic")
    String setUp();

    @Message("Four short steps, then patients can book. All of it can be changed later.")
    String setUpLead();

    @Message(
            "{#when step}{#is FACILITY}The facility{#is PROVIDER}The first provider{#is HOURS}When they work{#is USER}The first user{/when}")
    String step(Step step);

    @Message("Done")
    String done();

    @Message("Now")
    String now();

    @Message("Where do patients come to?")
    String stepFacility();

    @Message("Who sees patients?")
    String stepProvider();

    @Message("Begin with one. You add the others afterwards.")
    String stepProviderHint();

    @Message("When does the provider work?")
    String stepHours();

    @Message("Patients book within these hours only.")
    String stepHoursHint();

    @Message("Morning from")
    String morningFrom();

    @Message("Morning to")
    String morningTo();

    @Message("Afternoon from")
    String afternoonFrom();

    @Message("Afternoon to")
    String afternoonTo();

    @Message("Who signs in besides you?")
    String stepUser();

    @Message("You get a slip with a one-time code to hand over.")
    String stepUserHint();

    @Message("A receptionist")
    String aReceptionist();

    @Message("A provider")
    String theProvider();

    @Message("Username, for a receptionist")
    String usernameOfReceptionist();

    @Message("Save and go on")
    String saveAndGoOn();

    @Message("Later")
    String later();

    @Message("Your clinic is set up")
    String isSetUp();

    @Message("The first free time that a patient finds:")
    String firstFree();

    @Message("A patient finds no free time yet. Look at the working hours and the appointment types.")
    String noFree();

    @Message("The clinic is not quite set up: patients cannot book everything yet.")
    String notSetUpYet();

    @Message("Go on setting up")
    String goOnSettingUp();
}
