package org.emiadi.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.emiadi.insurance.CoverDetails;
import org.emiadi.people.EmailAddress;
import org.emiadi.people.Gender;
import org.emiadi.people.NationalId;
import org.emiadi.people.PersonDetails;
import org.emiadi.people.Provider.Practice;
import org.emiadi.people.Providers.Profile;
import org.emiadi.platform.PhoneNumber;
import org.emiadi.records.Findings;
import org.jspecify.annotations.Nullable;

/// The made-up people of the sample clinic, with names as they are common in Kenya.
final class DemoPeople {
    private static final List<String> WOMEN = List.of(
            "Wanjiku",
            "Akinyi",
            "Nafula",
            "Chebet",
            "Mumbua",
            "Halima",
            "Nyambura",
            "Atieno",
            "Wambui",
            "Jepkosgei",
            "Kerubo",
            "Zawadi",
            "Amina",
            "Njeri",
            "Moraa",
            "Faith",
            "Grace",
            "Mercy",
            "Esther",
            "Lucy");
    private static final List<String> MEN = List.of(
            "Otieno",
            "Kamau",
            "Wekesa",
            "Kiprono",
            "Mutua",
            "Hassan",
            "Mwangi",
            "Odhiambo",
            "Juma",
            "Kiplagat",
            "Onyango",
            "Barasa",
            "Abdi",
            "Njoroge",
            "Omondi",
            "Peter",
            "John",
            "Samuel",
            "Brian",
            "Dennis");
    private static final List<String> FAMILIES = List.of(
            "Kamau",
            "Odhiambo",
            "Wafula",
            "Kipchoge",
            "Musyoka",
            "Mohamed",
            "Maina",
            "Ochieng",
            "Kariuki",
            "Cheruiyot",
            "Nyaboke",
            "Barasa",
            "Ali",
            "Ndung'u",
            "Ouma",
            "Mwende",
            "Kiptoo",
            "Wanyama",
            "Muthoni",
            "Achieng");
    private static final List<Practice> PRACTICES = List.of(
            new Practice("Doctor", "General practice"),
            new Practice("Doctor", "Paediatrics"),
            new Practice("Doctor", "Obstetrics and gynaecology"),
            new Practice("Clinical officer", "General practice"),
            new Practice("Clinical officer", "Paediatrics"),
            new Practice("Clinical officer", "Ear, nose and throat"),
            new Practice("Nurse", "Maternal and child health"),
            new Practice("Nurse", "Immunisation"),
            new Practice("Nurse", "Chronic care"),
            new Practice("Dentist", null),
            new Practice("Physiotherapist", null),
            new Practice("Nutritionist", null));
    private static final List<String> INSURERS = List.of("SHA", "Jubilee", "AAR", "Britam", "CIC", "Madison");
    private static final List<String> REASONS =
            List.of("Travelling", "Feels better", "Work", "Rain, the road is closed", "Asked for another day");
    private static final List<Findings> FINDINGS = List.of(
            new Findings(
                    "Malaria, uncomplicated",
                    "Artemether-lumefantrine 20/120 mg for 3 days",
                    "RDT positive. Review if fever persists."),
            new Findings("Upper respiratory tract infection", "Paracetamol, fluids, rest", null),
            new Findings(
                    "Hypertension",
                    "Amlodipine 5 mg once daily",
                    "BP 152/94. Salt intake discussed. Review in 4 weeks."),
            new Findings("Type 2 diabetes mellitus", "Metformin 500 mg twice daily", "HbA1c 8.1 %. Foot check normal."),
            new Findings("Antenatal visit, 24 weeks", "Iron and folate", "Fetal heart 144. No danger signs."),
            new Findings("Acute gastroenteritis", "ORS, zinc for 10 days", "No dehydration."),
            new Findings("Urinary tract infection", "Nitrofurantoin 100 mg twice daily for 5 days", null),
            new Findings("Well child visit", null, "Growth on the curve. Immunisations up to date."));

    private static final int FIRST_PHONE = 712_000_000;
    private static final int FIRST_NATIONAL_ID = 20_000_000;

    private DemoPeople() {}

    static List<Profile> providers(Random random) {
        var profiles = new ArrayList<Profile>();
        for (int i = 0; i < PRACTICES.size(); i++) {
            boolean woman = i % 2 == 0;
            var names = names(random, woman, 900 + i);
            profiles.add(new Profile(names, PRACTICES.get(i)));
        }
        return profiles;
    }

    static PersonDetails patient(Random random, int number) {
        return names(random, random.nextBoolean(), number);
    }

    private static PersonDetails names(Random random, boolean woman, int number) {
        String first = pick(random, woman ? WOMEN : MEN);
        String last = pick(random, FAMILIES);
        int age = 1 + random.nextInt(80);
        String email = (first + "." + last + number + "@example.org")
                .toLowerCase(Locale.ROOT)
                .replace("'", "");
        return new PersonDetails(
                first,
                last,
                LocalDate.of(2026 - age, 1 + random.nextInt(12), 1 + random.nextInt(28)),
                PhoneNumber.parse("+254" + (FIRST_PHONE + number)).orElseThrow(),
                random.nextInt(3) == 0 ? EmailAddress.parse(email).orElseThrow() : null,
                woman ? Gender.FEMALE : Gender.MALE,
                adultsId(age, number).orElse(null));
    }

    private static Optional<NationalId> adultsId(int age, int number) {
        return age < 18
                ? Optional.empty()
                : NationalId.parse(Integer.toString(FIRST_NATIONAL_ID + number * 7919 % 9_999_999));
    }

    static List<CoverDetails> covers(Random random, int number, LocalDate today) {
        int many = random.nextInt(10);
        var covers = new ArrayList<CoverDetails>();
        for (int i = 0; i < (many < 2 ? 0 : many < 8 ? 1 : 2); i++) {
            String insurer = i == 0 ? "SHA" : pick(random, INSURERS.subList(1, INSURERS.size()));
            String policy = "%s-%06d-%d".formatted(insurer.toUpperCase(Locale.ROOT), 100_000 + number, i + 1);
            // Some have run out, so that the warning can be seen.
            covers.add(new CoverDetails(insurer, policy, today.plusDays(random.nextInt(700) - 60)));
        }
        return covers;
    }

    static Findings findings(Random random) {
        return pick(random, FINDINGS);
    }

    static @Nullable String reason(Random random) {
        return random.nextBoolean() ? pick(random, REASONS) : null;
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
