package org.emiadi.pages.admin;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// The words about facilities, rooms and types of appointment. Kiswahili stands in `messages/place_sw.properties`.
@MessageBundle("place")
public interface PlaceWords {
    // Places

    @Message("Facilities and rooms")
    String facilities();

    @Message("Facility")
    String facility();

    @Message("New facility")
    String newFacility();

    @Message("Where patients come to, with phone, time zone and consulting rooms.")
    String facilitiesHint();

    @Message("Name of the facility")
    String facilityName();

    @Message("{name} is added. Now add its rooms.")
    String facilityAdded(String name);

    @Message("Change {name}")
    String changeOf(String name);

    @Message("County")
    String county();

    @Message("Address and directions")
    String addressLabel();

    @Message("As you tell a patient on the phone.")
    String addressHint();

    @Message("Code in the master facility list")
    String mflCode();

    @Message("Like 13023")
    String mflHint();

    @Message("Country")
    String country();

    @Message("Two letters, like KE: its public holidays count.")
    String countryHint();

    @Message("Time zone")
    String timeZone();

    @Message("Of the clock on the wall, like Africa/Nairobi.")
    String timeZoneHint();

    @Message("Public holidays")
    String publicHolidays();

    @Message("Open on public holidays")
    String openOnHolidays();

    @Message("Rooms")
    String rooms();

    @Message("Room")
    String room();

    @Message("Rooms of {name}")
    String roomsOf(String name);

    @Message("No rooms yet.")
    String noRooms();

    @Message("Add a room")
    String addRoom();

    @Message("Name of the room")
    String roomName();

    @Message("{name} is added.")
    String roomAdded(String name);

    @Message("Rename")
    String rename();

    @Message("Rename {name}")
    String renameOf(String name);

    @Message("Closures")
    String closures();

    @Message("Closures of {name}")
    String closuresOf(String name);

    // Types of appointment

    @Message("Appointment types")
    String types();

    @Message("Appointment type")
    String type();

    @Message("New type")
    String newType();

    @Message("What patients come for, how long it takes, who may book it.")
    String typesHint();

    @Message("Name")
    String typeName();

    @Message("Visits that are booked stay as they are.")
    String bookedStays();

    @Message("Takes")
    String lasts();

    @Message("Book at least")
    String noticeLabel();

    @Message("At most ahead")
    String horizon();

    @Message("{days} days")
    String days(int days);

    @Message("Booked by")
    String bookedBy();

    @Message("Patients and staff")
    String byPatients();

    @Message("Staff only")
    String byStaff();

    @Message("How long it takes, in minutes")
    String durationMinutes();

    @Message("Minutes kept free before")
    String bufferBefore();

    @Message("Minutes kept free after")
    String bufferAfter();

    @Message("Starts every … minutes")
    String startsEvery();

    @Message("Left empty, one visit follows the other.")
    String startsEveryHint();

    @Message("Patients book at least so many minutes before")
    String noticeMinutes();

    @Message("Patients book at most so many days ahead")
    String horizonDays();

    @Message("Colour on the board")
    String colour();

    @Message("What it is, in English")
    String descriptionEn();

    @Message("What it is, in Kiswahili")
    String descriptionSw();

    @Message("Offered by these cadres")
    String cadres();

    @Message("Offered by these specializations")
    String specializations();

    @Message("With commas in between. Both left empty, everybody offers it.")
    String cadresHint();
}
