-- Finds patients by names in half the time. How many patients have a word is noted with the word, about: nothing needs
-- to be counted while somebody waits, and of two words that are asked for together the holders of the rarer one are
-- looked through, whether their names have the other.

-- With room in its pages for numbers that change.
alter table name_words set (fillfactor = 70);
alter table name_words add column holders integer not null default 0;
drop index name_words_alike;
update name_words n
   set holders = c.holders
  from (select word, count(*) as holders from patient_words group by word) c
 where n.word = c.word;
-- New words are found in the index, and not in a list beside it.
create index name_words_alike on name_words using gin (word gin_trgm_ops) with (fastupdate = off);
analyze name_words;

-- Notes words of new names, and that somebody more has them: exactly for rare ones, and for frequent ones every so often
-- for several at once, as not to write the same rows for each patient. A row that somebody else has locked is passed
-- over: nobody waits for a number that is only about right. None is taken away when patients are renamed or removed.
-- New words are in order, so that two who bring the same ones wait for each other, and not each for the other.
create function note_words(words text[]) returns void
    language sql
as $$
    insert into name_words (word)
    select distinct w.word
      from unnest(words) w (word)
     where not exists (select from name_words n where n.word = w.word)
     order by w.word
    on conflict do nothing;
    with noted as materialized (
        select n.word, greatest(c.holders, n.holders / 16) as more
          from (select w.word, count(*)::integer as holders from unnest(words) w (word) group by w.word) c
          join name_words n on n.word = c.word
         where random() * greatest(c.holders, n.holders / 16) < c.holders
           for no key update of n skip locked
    )
    update name_words n
       set holders = n.holders + t.more
      from noted t
     where n.word = t.word
$$;

create or replace function note_words_of_new_patients() returns trigger
    language plpgsql
as $$
begin
    perform note_words(array(
        select w.word from added p cross join lateral words_of_name(p.first_name, p.last_name) w (word)
         where p.type = 'patient'));
    insert into patient_words (word, person_id, words)
    select w.word, p.id, name.words
      from added p
     cross join lateral (
           select string_agg(word, ' ' order by word) as words from words_of_name(p.first_name, p.last_name) word) name
     cross join lateral string_to_table(name.words, ' ') w (word)
     where p.type = 'patient';
    return null;
end $$;

create or replace function note_words_of_renamed_patient() returns trigger
    language plpgsql
as $$
begin
    delete from patient_words where person_id = new.id;
    perform note_words(array(
        select word from words_of_name(new.first_name, new.last_name) word
        except select word from words_of_name(old.first_name, old.last_name) word));
    insert into patient_words (word, person_id, words)
    select w.word, new.id, name.words
      from (select string_agg(word, ' ' order by word) as words
              from words_of_name(new.first_name, new.last_name) word) name
     cross join lateral string_to_table(name.words, ' ') w (word);
    return null;
end $$;

-- Who has both words; the first should be the one that fewer have.
drop function persons_called(text, text, bigint, integer);
create function persons_called(rarer text, other text, after bigint, most integer)
    returns table (person_id integer, words text)
    language sql stable
as $$
    select w.person_id, w.words
      from patient_words w
     where w.word = rarer
       and w.person_id > after
       and ' ' || w.words || ' ' like '% ' || other || ' %'
     order by w.person_id
     limit most
$$;

-- For patients_by_name, where each of the typed words is a frequent one: some of those who have the two rarest, words
-- most like the typed ones first, and beyond these who has two together of which very many have each.
--   rarest         the places of the typed words, the one that the fewest have first
--   most_together  how many who have two together
drop function patients_by_frequent_words(integer[], text[], real[], integer[]);
create function patients_by_frequent_words(
        places integer[], meanings text[], holders integer[], rarest integer[], most_together integer)
    returns table (person_id integer, words text)
    language sql stable
as $$
    with looked_at as materialized (
        select a.rank, l.*
          from unnest(rarest[1:2]) with ordinality a (place, rank)
         cross join lateral (
               select m.i, m.word, m.holders, p.person_id, p.words
                 from (select i, meanings[i] as word, holders[i] as holders
                         from generate_subscripts(meanings, 1) i
                        where places[i] = a.place
                        order by i) m
                cross join lateral (
                      select w.person_id, w.words
                        from patient_words w
                       where w.word = m.word
                       order by w.person_id
                       limit 301) p
                -- Two frequent ones whole.
                limit 602) l
    ), frequent as materialized (
        select l.rank, l.word, l.holders, row_number() over (partition by l.rank order by l.i) as nearest
          from looked_at l
         group by l.rank, l.i, l.word, l.holders
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
     cross join lateral persons_called(
               case when f.holders <= g.holders then f.word else g.word end,
               case when f.holders <= g.holders then g.word else f.word end,
               0,
               most_together) p
     where f.rank = 1 and f.nearest <= 2
$$;

-- The patients of whom each word that was typed is part of the name, misspelt or not, in the order of how well they
-- fit, then of their ids. Score: the sum of the likenesses (pg_trgm, 0 to 1) of the words.
--   after_score, after_id  those behind this place in the order; null and any id for all
-- Looked at is who has the word that the fewest have, whether the other words fit as well.
create or replace function patients_by_name(typed text[], after_score numeric, after_id bigint, most integer)
    returns table (id integer, score numeric)
    language plpgsql stable
    -- Planning it anew would take longer than the search.
    set plan_cache_mode to force_generic_plan
    set jit to off
    -- The planner expects more rows than there are, and would sort them.
    set enable_mergejoin to off
as $$
declare
    most_meant    constant integer := 1000;
    -- The shortest that is found in the middle of a word.
    shortest_part constant integer := 3;
    most_pairs    constant integer := 8;
    enough        constant integer := 1000;
    -- So many by the noted numbers are more than enough, however wrong these are.
    beyond_doubt  constant integer := 4000;
    most_together constant integer := 500;
    places        integer[];
    meanings      text[];
    likenesses    real[];
    holders       integer[];
    best          record;
    together      integer[];
    rarest        integer[];
    fewest        bigint;
    persons       integer[];
    words_of_each text[];
begin
    -- Below this a word is another word. It is not set with the function, as a restored database may not know of
    -- pg_trgm yet when its functions are made.
    perform set_config('pg_trgm.word_similarity_threshold', '0.39', true);
    -- What each word may mean, most likely first.
    select array_agg(m.place::integer), array_agg(m.word), array_agg(m.likeness), array_agg(m.holders)
      into places, meanings, likenesses, holders
      from (select a.place, n.word, n.likeness, n.holders
              from (-- `offset 0`: folded once, and not for each word that it is compared with.
                    select t.place, without_signs(miadi_fold(t.word), '') as word
                      from unnest(typed) with ordinality t (word, place) offset 0) a
             cross join lateral (
                   select w.word, word_similarity(a.word, w.word) as likeness, w.holders
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
               array_agg(m.holders) filter (where m.place = 1) as ones_holders,
               array_agg(m.word) filter (where m.place = 2) as others,
               array_agg(m.holders) filter (where m.place = 2) as others_holders,
               round((max(m.likeness) filter (where m.place = 1)
                      + max(m.likeness) filter (where m.place = 2))::numeric, 6) as score
          into best
          from (select n.place, n.word, n.likeness, n.holders, max(n.likeness) over (partition by n.place) as most_alike
                  from unnest(places, meanings, likenesses, holders) n (place, word, likeness, holders)) m
         where m.likeness = m.most_alike;
        if cardinality(best.ones) * cardinality(best.others) <= most_pairs
                and (after_score is null or after_score >= best.score) then
            together := array(
                select distinct p.person_id
                  from unnest(best.ones, best.ones_holders) one (word, holders)
                 cross join unnest(best.others, best.others_holders) other (word, holders)
                 cross join lateral persons_called(
                           case when one.holders <= other.holders then one.word else other.word end,
                           case when one.holders <= other.holders then other.word else one.word end,
                           case when after_score = best.score then after_id else 0 end,
                           most) p
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

    -- The words by how many may be meant by them. The noted numbers say where to look; whether all of those can be looked
    -- at is seen by reading them.
    select array_agg(c.place order by c.holders, c.place), min(c.holders)
      into rarest, fewest
      from (select t.place, coalesce(sum(m.holders), 0) as holders
              from generate_subscripts(typed, 1) t (place)
              left join unnest(places, holders) m (place, holders) on m.place = t.place
             group by t.place) c;
    if fewest <= beyond_doubt then
        select array_agg(r.person_id), array_agg(r.words)
          into persons, words_of_each
          from (select w.person_id, w.words
                  from generate_subscripts(meanings, 1) i
                  join patient_words w on w.word = meanings[i]
                 where places[i] = rarest[1]
                 limit enough + 1) r;
    end if;
    if fewest > beyond_doubt or cardinality(persons) > enough then
        select array_agg(f.person_id), array_agg(f.words)
          into persons, words_of_each
          from patients_by_frequent_words(
                   places, meanings, holders, rarest,
                   -- All of two words come equally far, so the first ones are enough for the first page.
                   case when cardinality(typed) = 2 and after_score is null then most else most_together end) f;
    end if;

    return query
        select b.person_id, round(sum(b.likeness)::numeric, 6) as score
          from (select f.person_id, m.place, max(m.likeness) as likeness
                  from (select p.person_id, string_to_table(p.words, ' ') as word
                          from unnest(persons, words_of_each) p (person_id, words)) f
                  join (-- By subscripts, of which the planner expects a thousand and not ten.
                        select places[i] as place, meanings[i] as word, likenesses[i] as likeness
                          from generate_subscripts(meanings, 1) i) m
                    on m.word = f.word
                 group by f.person_id, m.place) b
         group by b.person_id
        having count(*) = cardinality(typed)
           and (after_score is null
                or (-round(sum(b.likeness)::numeric, 6), b.person_id) > (-after_score, after_id))
         order by 2 desc, 1
         limit most;
end $$;
