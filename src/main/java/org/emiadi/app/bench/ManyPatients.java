package org.emiadi.app.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.emiadi.platform.Database;

/// A card index of very many patients, the same at each run: two or three names each, frequent names often, one name of
/// fifty as somebody has misspelt it; most have a phone and a national id. Names and numbers are made up.
public final class ManyPatients {
    private static final int AT_ONCE = 50_000;
    /// What the desk types, by turns.
    private static final int WAYS_TO_TYPE = 6;
    /// The larger, the less do the most frequent names stand out.
    private static final int EVENNESS = 15;

    private static final int SHORTEST_MISSPELT = 4;
    private static final String VOWELS = "aeiou";

    private final Database database;

    public ManyPatients(Database database) {
        this.database = database;
    }

    /// Registers on, until there are so many patients.
    public void fillUpTo(int patients) {
        var family = KenyanNames.family();
        for (int count = count(); count < patients; count = count()) {
            register(count, Math.min(patients, count + AT_ONCE), family);
        }
        database.read(tx -> tx.update("vacuum analyze").execute());
    }

    private int count() {
        return database.read(tx ->
                tx.query("select count(*) from patients").mapTo(Integer.class).one());
    }

    // Chances come from the number of the patient, so that it does not matter how many are registered at once.
    private void register(int after, int to, List<String> family) {
        database.write(tx -> tx.update("""
                        with chance as (
                            select n, cast(:given as text[]) as given, cast(:family as text[]) as family,
                                   array(select (hashint8extended(n, k) & 2147483647) / 2147483648.0
                                           from generate_series(1, 6) k order by k) as u
                              from generate_series(cast(:after as bigint) + 1, :to) n
                        ), named as (
                            select n, u,
                                   given[1 + floor(:even * (power(cardinality(given) / cast(:even as float) + 1, u[1]) - 1))]
                                       as first_name,
                                   family[1 + floor(:even * (power(cardinality(family) / cast(:even as float) + 1, u[2]) - 1))]
                                       as middle_name,
                                   family[1 + floor(:even * (power(cardinality(family) / cast(:even as float) + 1, u[3]) - 1))]
                                       as last_name
                              from chance
                        ), person as (
                            insert into persons (first_name, last_name, type, gender, date_of_birth, phone, national_id)
                            select case when u[4] < 0.6 then first_name || ' ' || middle_name else first_name end,
                                   case when u[5] < 0.02
                                        then overlay(last_name placing '' from 2 + floor(u[5] * 150)::integer for 1)
                                        else last_name end,
                                   'patient',
                                   case when n % 2 = 0 then 'female' else 'male' end,
                                   date '1936-01-01' + (u[6] * 32800)::integer,
                                   case when n % 10 < 7 then '+2547' || lpad((n * 48271 % 100000000)::text, 8, '0') end,
                                   case when n % 10 < 8 then lpad((n * 69621 % 100000000)::text, 8, '0') end
                              from named
                             order by n
                            on conflict do nothing
                            returning id
                        )
                        insert into patients (id, patient_id, patient_number)
                        select id, cast(md5(id::text) as uuid)::text, next_patient_number() from person
                        """)
                .bindArray("given", String.class, KenyanNames.GIVEN)
                .bindArray("family", String.class, family)
                .bind("even", EVENNESS)
                .bind("after", after)
                .bind("to", to)
                .execute());
    }

    /// What somebody types who looks for one of the patients, and has a name wrong or is not through with it.
    ///
    /// @param seed the same gives the same, as long as the patients are the same
    public List<String> misspelt(int howMany, long seed) {
        var random = new Random(seed);
        var typed = new ArrayList<String>();
        while (typed.size() < howMany) {
            for (var names : someNames(howMany, random)) {
                typed.add(typed(names, typed.size() % WAYS_TO_TYPE, random));
            }
        }
        return List.copyOf(typed.subList(0, howMany));
    }

    private List<List<String>> someNames(int howMany, Random random) {
        return database.read(tx -> {
            int first = tx.query("select min(id) from patients")
                    .mapTo(Integer.class)
                    .one();
            int last = tx.query("select max(id) from patients")
                    .mapTo(Integer.class)
                    .one();
            var ids = IntStream.range(0, howMany)
                    .mapToObj(n -> random.nextInt(first, last + 1))
                    .toList();
            var names = new ArrayList<>(tx.query(
                            // Those of the clinic that these were added to have numbers for names, which nobody
                            // misspells.
                            """
                            select first_name || ' ' || last_name from persons
                             where id = any (:ids) and type = 'patient' and last_name !~ '[0-9]'
                             order by id
                            """)
                    .bindArray("ids", Integer.class, ids)
                    .mapTo(String.class)
                    .map(name -> List.of(name.toLowerCase(Locale.ROOT).split(" ", -1)))
                    .list());
            Collections.shuffle(names, random);
            return names;
        });
    }

    private static String typed(List<String> names, int way, Random random) {
        String given = names.getFirst();
        String family = names.getLast();
        return switch (way) {
            case 0 -> misspelt(family, random);
            case 1 -> given + " " + misspelt(family, random);
            case 2 -> misspelt(given, random) + " " + misspelt(family, random);
            case 3 -> misspelt(misspelt(family, random), random) + " " + given;
            case 4 -> start(given, random) + " " + start(family, random);
            default -> names.stream().map(name -> misspelt(name, random)).collect(Collectors.joining(" "));
        };
    }

    private static String start(String name, Random random) {
        return name.substring(0, Math.min(name.length(), 3 + random.nextInt(3)));
    }

    // A letter left out, two letters changed about, one doubled, or another vowel.
    private static String misspelt(String name, Random random) {
        if (name.length() < SHORTEST_MISSPELT) {
            return name;
        }
        int at = 1 + random.nextInt(name.length() - 2);
        String before = name.substring(0, at);
        char letter = name.charAt(at);
        char next = name.charAt(at + 1);
        String after = name.substring(at + 2);
        return switch (random.nextInt(4)) {
            case 0 -> before + next + after;
            case 1 -> before + next + letter + after;
            case 2 -> before + letter + letter + next + after;
            default -> before + anotherVowel(letter, random) + next + after;
        };
    }

    private static char anotherVowel(char letter, Random random) {
        return VOWELS.indexOf(letter) < 0 ? letter : VOWELS.charAt(random.nextInt(VOWELS.length()));
    }
}
