package org.emiadi.pages.admin;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.emiadi.people.Gender;
import org.emiadi.platform.Role;

/// The words about users and providers. Kiswahili stands in `messages/admin_sw.properties`.
@MessageBundle("admin")
public interface AdminWords {
    // People who sign in

    @Message("Users")
    String users();

    @Message("User")
    String user();

    @Message("New user")
    String newUser();

    @Message("New user: {role}")
    String newUserOf(String role);

    @Message("Who signs in, with which role; one-time codes; locks.")
    String usersHint();

    @Message("Username or name")
    String findUser();

    @Message("Search")
    String search();

    @Message("Role")
    String roleLabel();

    @Message("All roles")
    String allRoles();

    @Message(
            "{#when role}{#is ADMIN}Administrator{#is RECEPTIONIST}Receptionist{#is PROVIDER}Provider{#is PATIENT}Patient{#is SYSTEM}The server{/when}")
    String role(Role role);

    @Message("Name")
    String personName();

    @Message("State")
    String state();

    @Message("Locked")
    String isLocked();

    @Message("Must choose a password")
    String mustChangePassword();

    @Message("May sign in")
    String maySignIn();

    @Message("No user found. Search for less, or add a new user.")
    String noUserFound();

    @Message("no user yet")
    String noUserYet();

    @Message("This is you. Change your own password on the page of your account.")
    String thisIsYou();

    @Message("One-time code")
    String oneTimeCode();

    @Message(
            "For whoever has forgotten the password: a code to print and hand over, good for 24 hours. An older code is no longer good then.")
    String codeHint();

    @Message("Make a code")
    String makeCode();

    @Message("Change the role")
    String changeRole();

    @Message("Takes effect at once: the user is signed out everywhere.")
    String roleHint();

    @Message("The role is changed.")
    String roleChanged();

    @Message("Lock this user")
    String lock();

    @Message("The user is signed out everywhere at once and cannot sign in. Nothing is deleted.")
    String lockHint();

    @Message("Let this user sign in again")
    String unlock();

    @Message("The password is as before.")
    String unlockHint();

    @Message("The user is locked.")
    String lockedNow();

    @Message("The user may sign in again.")
    String unlockedNow();

    @Message("This user is locked. Let them sign in again first, then make a code.")
    String unlockFirst();

    @Message("You cannot change your own role or lock yourself. Ask another administrator.")
    String notYourself();

    @Message("Nobody would be left to administer the clinic. Make another administrator first.")
    String lastAdmin();

    @Message("This person is a user already.")
    String personHasUser();

    @Message("Choose who it is.")
    String choosePerson();

    @Message("The person does not go with this role. Choose another role, or somebody else.")
    String personIsNot();

    @Message("Who is it for?")
    String whoIsIt();

    @Message(
            "Receptionists see all patients. Providers see those who come to them. Patients see what is theirs. Administrators see and change everything but medical records.")
    String rolesHint();

    @Message("Which person is it?")
    String whichPerson();

    @Message("Name, number or phone")
    String findPerson();

    @Message("Nobody found. Check the spelling, or register the person first.")
    String nobodyFound();

    @Message("Choose one")
    String found();

    @Message("Number or cadre")
    String numberOrCadre();

    @Message("One word, like achieng.otieno. It cannot be changed later.")
    String usernameHint();

    @Message("You get a slip with a one-time code. With it they choose their own password; nobody else knows it.")
    String inviteHint();

    @Message("Make the user")
    String makeUser();

    @Message("Make a user for {name}")
    String makeUserFor(String name);

    @Message("Slip to hand over")
    String slip();

    @Message("For")
    String slipFor();

    @Message("Open")
    String slipOpen();

    @Message("Type your username and the code.")
    String slipType();

    @Message("Choose a password of 10 characters or more.")
    String slipChoose();

    @Message("The code works once. Show it to nobody, and throw this slip away afterwards.")
    String slipSecret();

    @Message("Good until")
    String goodUntil();

    @Message("The code is shown this once. Print the slip, or write the code down, before you leave this page.")
    String shownOnce();

    @Message("To print: Ctrl+P.")
    String howToPrint();

    @Message("I have handed it over")
    String handedOver();

    // Providers

    @Message("Providers")
    String providers();

    @Message("Provider")
    String provider();

    @Message("New provider")
    String newProvider();

    @Message("Who sees patients, and how they are reached.")
    String providersHint();

    @Message("{name} is added. Now say when they work.")
    String providerAdded(String name);

    @Message("No provider found. Add the first one: then you can say when they work.")
    String noProviders();

    @Message("Name or specialization")
    String findProvider();

    @Message("First name")
    String firstName();

    @Message("Last name")
    String lastName();

    @Message("Cadre")
    String cadre();

    @Message("Doctor, clinical officer, nurse, …")
    String cadreHint();

    @Message("Specialization")
    String specialization();

    @Message("Paediatrics, dental care, …")
    String specializationHint();

    @Message("Phone")
    String phone();

    @Message("Email")
    String email();

    @Message("Sex")
    String genderLabel();

    @Message("{#when gender}{#is FEMALE}Female{#is MALE}Male{#is OTHER}Other{#is UNKNOWN}Not known{/when}")
    String gender(Gender gender);

    @Message("National ID")
    String nationalId();

    @Message("Date of birth")
    String dateOfBirth();

    @Message("Working hours")
    String hours();

    @Message("Working hours of {name}")
    String hoursOf(String name);

    @Message("Audit trail")
    String auditTrail();

    @Message("Settings")
    String settings();
}
