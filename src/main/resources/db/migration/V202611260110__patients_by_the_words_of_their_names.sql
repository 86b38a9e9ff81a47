-- Finds patients by names, misspelt or not typed to the end, among a million as fast as among a hundred. Looking for
-- something alike in the names of all of them took the longer the more there were. There are few different words in
-- all those names: what is typed is compared with these, and whose they are stands in an index.

-- Signs within names are left out, or something else stands in their place.
create function without_signs(words text, instead text) returns text
    language sql immutable strict parallel safe
    return translate(words, '!"#$%&()*+,-./:;<=>?@[\]^_{|}~', repeat(instead, 30));

-- Folded as everything that is searched. Of a name with a hyphen the two halves, and both as one; no numbers, which are
-- searched otherwise.
create function words_of_name(first_name text, last_name text) returns setof text
    language sql immutable strict parallel safe
as $$
    select distinct word
      from miadi_fold(first_name || ' ' || last_name) folded,
           string_to_table(without_signs(folded, ' ') || ' ' || without_signs(folded, ''), ' ') word
     where word <> '' and word !~ '[0-9]'
$$;

-- Who is called so, with all words of their name, so that those who have one word can be asked for the others without
-- looking up each. Filled before there are indexes, which is much quicker.
create table patient_words (
    word      text collate "C" not null,
    person_id integer          not null,
    words     text collate "C" not null
);
insert into patient_words (word, person_id, words)
select w.word, p.id, name.words
  from persons p
 cross join lateral (
       select string_agg(word, ' ' order by word) as words from words_of_name(p.first_name, p.last_name) word) name
 cross join lateral string_to_table(name.words, ' ') w (word)
 where p.type = 'patient'
 order by w.word collate "C", p.id;
alter table patient_words
    add primary key (word, person_id) include (words),
    add constraint patient_words_person foreign key (person_id) references persons (id) on delete cascade;
create index patient_words_of_person on patient_words (person_id);

-- Every word of a patient's name, once. None is taken away with the last who was called so; it is then nobody's.
create table name_words (
    word text collate "C" primary key
);
insert into name_words (word) select distinct word from patient_words order by word;
create index name_words_alike on name_words using gin (word gin_trgm_ops);
analyze patient_words, name_words;

-- The words are in order, so that two who bring the same new words wait for each other, and not each for the other.
create function note_words_of_new_patients() returns trigger
    language plpgsql
as $$
begin
    insert into name_words (word)
    select distinct w.word
      from added p cross join lateral words_of_name(p.first_name, p.last_name) w (word)
     where p.type = 'patient'
       and not exists (select from name_words n where n.word = w.word)
     order by w.word
    on conflict do nothing;
    insert into patient_words (word, person_id, words)
    select w.word, p.id, name.words
      from added p
     cross join lateral (
           select string_agg(word, ' ' order by word) as words from words_of_name(p.first_name, p.last_name) word) name
     cross join lateral string_to_table(name.words, ' ') w (word)
     where p.type = 'patient';
    return null;
end $$;
create trigger persons_words after insert on persons
    referencing new table as added
    for each statement execute function note_words_of_new_patients();

create function note_words_of_renamed_patient() returns trigger
    language plpgsql
as $$
begin
    delete from patient_words where person_id = new.id;
    insert into name_words (word)
    select w.word
      from words_of_name(new.first_name, new.last_name) w (word)
     where not exists (select from name_words n where n.word = w.word)
     order by w.word
    on conflict do nothing;
    insert into patient_words (word, person_id, words)
    select w.word, new.id, name.words
      from (select string_agg(word, ' ' order by word) as words
              from words_of_name(new.first_name, new.last_name) word) name
     cross join lateral string_to_table(name.words, ' ') w (word);
    return null;
end $$;
create trigger persons_renamed after update of first_name, last_name on persons
    for each row
    when (new.type = 'patient' and (new.first_name, new.last_name) is distinct from (old.first_name, old.last_name))
    execute function note_words_of_renamed_patient();

-- Who has both words, found by going through those of both in step: the planner would rather look each of the one up
-- among the other, which takes long where both are frequent.
create function persons_called(one text, other text, after bigint, most integer)
    returns table (person_id integer, words text)
    language sql stable
    set enable_nestloop to off
    set enable_hashjoin to off
as $$
    select a.person_id, a.words
      from patient_words a
      join patient_words b on b.person_id = a.person_id
     where a.word = one and a.person_id > after and b.word = other and b.person_id > after
     order by a.person_id
     limit most
$$;

-- For patients_by_name, of one word that was typed, for which all these may be meant, the most alike first.
create function patients_by_one_word(
        meanings text[], likenesses real[], after_score numeric, after_id bigint, most integer)
    returns table (id integer, score numeric)
    language sql stable
as $$
    select p.person_id, max(p.likeness)
      from (select w.person_id, m.likeness
              from (select meanings[i] as word, likenesses[i] as exactly, round(likenesses[i]::numeric, 6) as likeness
                      from generate_subscripts(meanings, 1) i
                     where after_score is null or round(likenesses[i]::numeric, 6) <= after_score
                     order by i) m
             cross join lateral (
                   select w.person_id
                     from patient_words w
                    where w.word = m.word
                      and w.person_id > case when m.likeness = after_score then after_id else 0 end
                      -- Who has another word that is more like it has been seen before.
                      and (after_score is null
                           or m.exactly = (select max(likenesses[array_position(meanings, other)])
                                             from string_to_table(w.words, ' ') other))
                    order by w.person_id
                    limit most) w
             limit 1000) p
     group by p.person_id
     order by 2 desc, 1
     limit most
$$;

-- For patients_by_name, where each of the typed words is a frequent one: some of those who have the two rarest, words
-- most like the typed ones first, and beyond these who has two together of which very many have each.
--   rarest  the places of the typed words, the one that the fewest have first
create function patients_by_frequent_words(
        places integer[], meanings text[], likenesses real[], rarest integer[])
    returns table (person_id integer, words text)
    language sql stable
as $$
    with looked_at as materialized (
        select a.rank, l.*
          from unnest(rarest[1:2]) with ordinality a (place, rank)
         cross join lateral (
               select m.i, m.word, p.person_id, p.words
                 from (select i, meanings[i] as word
                         from generate_subscripts(meanings, 1) i
                        where places[i] = a.place
                        order by i) m
                cross join lateral (
                      select w.person_id, w.words
                        from patient_words w
                       where w.word = m.word
                       order by w.person_id
                       limit 301) p
                limit 600) l
    ), frequent as materialized (
        select l.rank, l.word, row_number() over (partition by l.rank order by l.i) as nearest
          from looked_at l
         group by l.rank, l.i, l.word
        having count(*) > 300
    )
    select l.person_id, l.words from looked_at l where l.rank = 1
    union all
    (select l.person_id, l.words
       from looked_at l
      where l.rank = 2 and l.word not in (select f.word from frequent f where f.rank = 2)
      limit 300)
    union all
    select p.person_id, p.words
      from frequent f
      join frequent g on g.rank = 2 and g.nearest <= 2
     cross join lateral persons_called(f.word, g.word, 0, 500) p
     where f.rank = 1 and f.nearest <= 2
$$;

-- The patients of whom each word that was typed is part of the name, misspelt or not, in the order of how well they
-- fit, then of their ids. Score: the sum of the likenesses (pg_trgm, 0 to 1) of the words.
--   after_score, after_id  those behind this place in the order; null and any id for all
-- Looked at is who has the word that the fewest have, whether the other words fit as well.
create function patients_by_name(typed text[], after_score numeric, after_id bigint, most integer)
    returns table (id integer, score numeric)
    language plpgsql stable
    -- Planning it anew would take longer than the search.
    set plan_cache_mode to force_generic_plan
    set jit to off
as $$
declare
    most_meant    constant integer := 1000;
    -- The shortest that is found in the middle of a word.
    shortest_part constant integer := 3;
    most_pairs    constant integer := 8;
    enough        constant integer := 1000;
    most_counted  constant integer := 1001;
    places        integer[];
    meanings      text[];
    likenesses    real[];
    best          record;
    together      integer[];
    rarest        integer[];
    rare          boolean;
    persons       integer[];
    words_of_each text[];
begin
    -- Below this a word is another word. It is not set with the function, as a restored database may not know of
    -- pg_trgm yet when its functions are made.
    perform set_config('pg_trgm.word_similarity_threshold', '0.39', true);
    -- What each word may mean, most likely first.
    select array_agg(m.place::integer), array_agg(m.word), array_agg(m.likeness)
      into places, meanings, likenesses
      from (select a.place, n.word, n.likeness
              from (-- `offset 0`: folded once, and not for each word that it is compared with.
                    select t.place, without_signs(miadi_fold(t.word), '') as word
                      from unnest(typed) with ordinality t (word, place) offset 0) a
             cross join lateral (
                   select w.word, word_similarity(a.word, w.word) as likeness
                     from name_words w
                    where w.word %> a.word
                       or w.word like case when length(a.word) >= shortest_part then '%' || a.word || '%' end
                    order by likeness desc, w.word
                    limit most_meant) n
             order by a.place, n.likeness desc, n.word) m;

    if cardinality(typed) = 1 then
        return query select * from patients_by_one_word(meanings, likenesses, after_score, after_id, most);
        return;
    end if;

    -- Those who have what two words most likely mean come before all others. Where they are a page, that is all.
    if cardinality(typed) = 2 then
        select array_agg(m.word) filter (where m.place = 1) as ones,
               array_agg(m.word) filter (where m.place = 2) as others,
               round((max(m.likeness) filter (where m.place = 1)
                      + max(m.likeness) filter (where m.place = 2))::numeric, 6) as score
          into best
          from (select n.place, n.word, n.likeness, max(n.likeness) over (partition by n.place) as most_alike
                  from unnest(places, meanings, likenesses) n (place, word, likeness)) m
         where m.likeness = m.most_alike;
        if cardinality(best.ones) * cardinality(best.others) <= most_pairs
                and (after_score is null or after_score >= best.score) then
            together := array(
                select distinct p.person_id
                  from unnest(best.ones) one
                 cross join unnest(best.others) other
                 cross join lateral persons_called(
                           one, other, case when after_score = best.score then after_id else 0 end, most) p
                 order by p.person_id
                 limit most);
            return query select p, best.score from unnest(together) p;
            -- What follows is behind these.
            if cardinality(together) > 0 then
                after_score := best.score;
                after_id := together[cardinality(together)];
                most := most - cardinality(together);
            end if;
        end if;
    end if;
    if most = 0 then
        return;
    end if;

    -- The words by how many may be meant by them.
    select array_agg(c.place order by c.holders, c.place), min(c.holders) <= enough
      into rarest, rare
      from (select place,
                   (select count(*)
                      from (select
                              from generate_subscripts(meanings, 1) i
                              join patient_words w on w.word = meanings[i]
                             where places[i] = place
                             limit most_counted) those) as holders
              from generate_subscripts(typed, 1) place) c;

    if rare then
        select array_agg(w.person_id), array_agg(w.words)
          into persons, words_of_each
          from generate_subscripts(meanings, 1) i
          join patient_words w on w.word = meanings[i]
         where places[i] = rarest[1];
    else
        select array_agg(f.person_id), array_agg(f.words)
          into persons, words_of_each
          from patients_by_frequent_words(places, meanings, likenesses, rarest) f;
    end if;

    return query
        select b.person_id, round(sum(b.likeness)::numeric, 6) as score
          from (select f.person_id, m.place, max(m.likeness) as likeness
                  from unnest(persons, words_of_each) f (person_id, words)
                 cross join lateral string_to_table(f.words, ' ') w (word)
                  join (-- By subscripts, of which the planner expects a thousand and not ten.
                        select places[i] as place, meanings[i] as word, likenesses[i] as likeness
                          from generate_subscripts(meanings, 1) i) m
                    on m.word = w.word
                 group by f.person_id, m.place) b
         group by b.person_id
        having count(*) = cardinality(typed)
           and (after_score is null
                or (-round(sum(b.likeness)::numeric, 6), b.person_id) > (-after_score, after_id))
         order by 2 desc, 1
         limit most;
end $$;

-- The ids of patients with such digits in a phone number or national id, some of them where very many have.
create function patients_with_number(pattern text) returns setof integer
    language sql stable
    -- To go through everybody is quicker only for digits that nearly everybody has.
    set enable_seqscan to off
as $$
    select p.id from persons p where p.search_text like pattern and p.type = 'patient' limit 2000
$$;
