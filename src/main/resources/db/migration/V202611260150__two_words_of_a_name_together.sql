-- Finds patients of whom two names are typed in a third of the time, and more often those who fit best. Two words of one
-- name stand together in an index: whoever has both is asked for, and not looked for among all who have one of them.

-- A word, and two words of one name together, in the order of their letters, with a space between. Of longer names than
-- any that people have, twenty of the words: there are two of them together in 190 ways.
create function together_in_name(words text) returns setof text
    language sql immutable strict parallel safe
    rows 5
as $$
    select a.word || coalesce(' ' || b.word, '')
      from string_to_table(words, ' ') with ordinality a (word, place)
      left join lateral (
           select b.word
             from string_to_table(words, ' ') with ordinality b (word, place)
            where a.word < b.word collate "C" and a.place <= 20 and b.place <= 20
            union all
           select null) b on true
$$;

-- What stands in patient_words of a name: each word and each two, with all of its words.
create function entries_of_name(first_name text, last_name text) returns table (word text, words text)
    language sql immutable parallel safe
    rows 5
as $$
    select entry.word, name.words
      from (select string_agg(word, ' ' order by word) as words from words_of_name(first_name, last_name) word) name
     cross join lateral together_in_name(name.words) entry (word)
$$;

comment on column patient_words.word is 'A word of the name, or two of its words in the order of their letters';

-- Both at once and first, as the key between them is made anew: whoever searches or registers somebody holds the one and
-- asks for the other.
lock table persons, patient_words in access exclusive mode;
-- Without indexes and checks while it is filled, which is much quicker.
alter table patient_words drop constraint patient_words_pkey, drop constraint patient_words_person;
drop index patient_words_of_person;
insert into patient_words (word, person_id, words)
select w.word, p.person_id, p.words
  from (select distinct person_id, words from patient_words) p
 cross join lateral together_in_name(p.words) w (word)
 where w.word like '% %'
 order by w.word collate "C", p.person_id;
alter table patient_words
    add constraint patient_words_pkey primary key (word, person_id) include (words),
    add constraint patient_words_person foreign key (person_id) references persons (id) on delete cascade;
create index patient_words_of_person on patient_words (person_id);
analyze patient_words;

create or replace function note_words_of_new_patients() returns trigger
    language plpgsql
as $$
begin
    perform note_words(array(
        select w.word from added p cross join lateral words_of_name(p.first_name, p.last_name) w (word)
         where p.type = 'patient'));
    insert into patient_words (word, person_id, words)
    select e.word, p.id, e.words
      from added p
     cross join lateral entries_of_name(p.first_name, p.last_name) e
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
    select e.word, new.id, e.words from entries_of_name(new.first_name, new.last_name) e;
    return null;
end $$;

drop function persons_called(text, text, bigint, integer);
drop function patients_by_frequent_words(integer[], text[], integer[], integer[], integer);

-- For patients_by_name, of one word that was typed, for which all these may be meant, the most alike first.
--   points_of_each  how alike they are, in millionths
drop function patients_by_one_word(text[], real[], numeric, bigint, integer);
create function patients_by_one_word(
        meanings text[], points_of_each integer[], after_points integer, after_id bigint, most integer)
    returns table (person_id integer, fit integer)
    language sql stable
as $$
    select p.person_id, max(p.points)
      from (select w.person_id, m.points
              from (select i, meanings[i] as word, points_of_each[i] as points
                      from generate_subscripts(meanings, 1) i
                     where after_points is null or points_of_each[i] <= after_points
                     order by i) m
             cross join lateral (
                   select w.person_id
                     from patient_words w
                    where w.word = m.word
                      and w.person_id > case when m.points = after_points then after_id else 0 end
                      -- Who has another word that is more like it has been seen before.
                      and (after_points is null
                           or m.points = (select max(points_of_each[array_position(meanings, other)])
                                            from string_to_table(w.words, ' ') other))
                    order by w.person_id
                    limit most) w
             limit 1000) p
     group by p.person_id
     order by 2 desc, 1
     limit most
$$;

-- For patients_by_name, of two words that were typed: two words of names that may be meant by them, those first that are
-- most alike.
--   after_points  those that are at most so much alike together; null for all
create function two_words_meant(
        ones text[], points_of_ones integer[], others text[], points_of_others integer[],
        after_points integer)
    returns table (word text, points integer)
    language sql immutable
as $$
    select case when a.word = b.word then a.word
                when a.word < b.word collate "C" then a.word || ' ' || b.word
                else b.word || ' ' || a.word
            end,
           a.points + b.points
      from unnest(ones, points_of_ones) with ordinality a (word, points, nearest)
     cross join unnest(others, points_of_others) with ordinality b (word, points, nearest)
     where after_points is null or a.points + b.points <= after_points
     order by a.points + b.points desc, a.nearest, b.nearest
$$;

-- For patients_by_name, of two words that were typed: who has words together that may be meant by them, in the order of
-- how well they fit, then of their ids.
--   after_points, after_id  those behind this place in the order; null and any id for all
create function patients_by_two_words(
        ones text[], points_of_ones integer[], others text[], points_of_others integer[],
        after_points integer, after_id bigint, most integer)
    returns table (person_id integer, fit integer)
    language plpgsql stable
as $$
declare
    twos    text[];
    points  integer[];
    first   integer := 1;
    last    integer;
    at_once integer := 1;
    found   record;
    persons integer[] := '{}';
    fits    integer[] := '{}';
begin
    select array_agg(t.word), array_agg(t.points)
      into twos, points
      from two_words_meant(ones, points_of_ones, others, points_of_others, after_points) t;
    while first <= cardinality(twos) and cardinality(persons) < most loop
        -- More at once each time, and always all that are equally alike: among those the ids decide.
        last := least(first + at_once - 1, cardinality(twos));
        while points[last + 1] = points[last] loop
            last := last + 1;
        end loop;
        select array_agg(f.person_id) as persons, array_agg(f.fit) as fits
          into found
          from (select p.person_id, max(points[i]) as fit
                  from generate_series(first, last) i
                 cross join lateral (
                       select w.person_id
                         from patient_words w
                        where w.word = twos[i]
                          and w.person_id > case when points[i] = after_points then after_id else 0 end
                          and w.person_id <> all (persons)
                          -- Who has two words that are more alike has been on a page before.
                          and (after_points is null
                               or points[i] = (select max(points_of_ones[array_position(ones, name.word)])
                                                      + max(points_of_others[array_position(others, name.word)])
                                                 from string_to_table(w.words, ' ') name (word)))
                        order by w.person_id
                        limit most) p
                 group by p.person_id
                 order by 2 desc, 1
                 limit most - cardinality(persons)) f;
        persons := persons || found.persons;
        fits := fits || found.fits;
        first := last + 1;
        at_once := at_once * 4;
    end loop;
    return query select * from unnest(persons, fits);
end $$;

-- The patients of whom each word that was typed is part of the name, misspelt or not, in the order of how well they
-- fit, then of their ids. Score: the sum of the likenesses (pg_trgm, 0 to 1) of the words.
--   after_score, after_id  those behind this place in the order; null and any id for all
-- Of two words whoever has both is asked for, the most alike first. Otherwise it is looked at those who have the word that
-- the fewest have, whether the other words fit as well; of three words and more that each very many have, at some of
-- those who have two of them together.
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
    most_meant     constant integer := 1000;
    -- The shortest that is found in the middle of a word.
    shortest_part  constant integer := 3;
    -- To look at so many costs less than to ask for words together.
    few            constant integer := 200;
    enough         constant integer := 1000;
    -- So many by the noted numbers are more than enough, however wrong these are.
    beyond_doubt   constant integer := 4000;
    most_twos      constant integer := 200;
    -- At least of each, where both may mean very many.
    most_of_each   constant integer := 12;
    most_together  constant integer := 500;
    -- A score beyond these is none of ours, and might be too large for points.
    after_points   constant integer := case when after_score is not null
                                            then round(least(greatest(after_score, -1), 1000) * 1000000) end;
    part           text;
    meant          record;
    meanings       text[] := '{}';
    points         integer[] := '{}';
    starts         integer[] := '{}';
    ends           integer[] := '{}';
    holders        bigint[] := '{}';
    rarest         integer;
    second         integer;
    of_rarest      integer;
    of_second      integer;
    ones           text[];
    points_of_ones integer[];
    others         text[];
    points_of_others integer[];
    by_two         boolean;
    left_out       integer;
    found          integer[];
    fits           integer[];
    persons        integer[];
    words_of_each  text[];
begin
    -- Below this a word is another word. It is not set with the function, as a restored database may not know of
    -- pg_trgm yet when its functions are made.
    perform set_config('pg_trgm.word_similarity_threshold', '0.39', true);
    -- What each word may mean, most likely first, of equally likely ones what more are called; one word after the other.
    for place in 1..cardinality(typed) loop
        part := without_signs(miadi_fold(typed[place]), '');
        select array_agg(m.word) as words, array_agg(m.points) as points, sum(m.holders) as holders
          into meant
          from (select w.word, round(word_similarity(part, w.word) * 1000000)::integer as points, w.holders
                  from name_words w
                 where w.word %> part
                    or w.word like case when length(part) >= shortest_part then '%' || part || '%' end
                 order by 2 desc, w.holders desc, 1
                 limit most_meant) m;
        if meant.words is null then
            return;
        end if;
        starts[place] := cardinality(meanings) + 1;
        meanings := meanings || meant.words;
        points := points || meant.points;
        ends[place] := cardinality(meanings);
        holders[place] := meant.holders;
    end loop;

    if cardinality(typed) = 1 then
        return query
            select o.person_id, o.fit * 0.000001
              from patients_by_one_word(meanings, points, after_points, after_id, most) o;
        return;
    end if;

    -- The noted numbers say where to look.
    select r.places[1], r.places[2]
      into rarest, second
      from (select array_agg(h.place order by h.holders, h.place) as places
              from unnest(holders) with ordinality h (holders, place)) r;
    -- Of these two the meanings that are put together.
    of_second := ends[second] - starts[second] + 1;
    of_rarest := least(ends[rarest] - starts[rarest] + 1, greatest(most_of_each, most_twos / of_second));
    of_second := least(of_second, greatest(most_of_each, most_twos / of_rarest));
    ones := meanings[starts[rarest]:starts[rarest] + of_rarest - 1];
    points_of_ones := points[starts[rarest]:starts[rarest] + of_rarest - 1];
    others := meanings[starts[second]:starts[second] + of_second - 1];
    points_of_others := points[starts[second]:starts[second] + of_second - 1];

    by_two := cardinality(typed) = 2 and holders[rarest] > few;
    if by_two then
        select array_agg(t.person_id), array_agg(t.fit)
          into found, fits
          from patients_by_two_words(
                   ones, points_of_ones, others, points_of_others, after_points, after_id, most) t;
        -- The most that somebody may fit for whom was not asked.
        left_out := greatest(
            case when starts[rarest] + of_rarest <= ends[rarest]
                 then points[starts[rarest] + of_rarest] + points_of_others[1] end,
            case when starts[second] + of_second <= ends[second]
                 then points_of_ones[1] + points[starts[second] + of_second] end);
    end if;

    -- All who have the rarest word, where one can look at all of them, and must.
    if holders[rarest] <= beyond_doubt
            and not (by_two and (left_out is null or coalesce(fits[most] > left_out, false))) then
        select array_agg(r.person_id), array_agg(r.words)
          into persons, words_of_each
          from (select w.person_id, w.words
                  from generate_series(starts[rarest], ends[rarest]) i
                  join patient_words w on w.word = meanings[i]
                 limit enough + 1) r;
    end if;
    if persons is null or cardinality(persons) > enough then
        if by_two then
            return query select f.person_id, f.fit * 0.000001 from unnest(found, fits) f (person_id, fit);
            return;
        end if;
        -- Some of those who have two words together that may be meant by the two rarest, the most alike first.
        select array_agg(r.person_id), array_agg(r.words)
          into persons, words_of_each
          from (select p.person_id, p.words
                  from two_words_meant(ones, points_of_ones, others, points_of_others, null) two
                 cross join lateral (
                       select w.person_id, w.words
                         from patient_words w
                        where w.word = two.word
                        order by w.person_id
                        limit most_together) p
                 limit enough) r;
    end if;

    return query
        select b.person_id, sum(b.points) * 0.000001
          from (select f.person_id, m.place, max(m.points) as points
                  from (select p.person_id, unnest(string_to_array(p.words, ' ')) as word
                          from unnest(persons, words_of_each) p (person_id, words)) f
                  join (-- By subscripts, of which the planner expects a thousand and not ten.
                        select width_bucket(i, starts) as place, meanings[i] as word, points[i] as points
                          from generate_subscripts(meanings, 1) i) m
                    on m.word = f.word
                 group by f.person_id, m.place) b
         group by b.person_id
        having count(*) = cardinality(typed)
           and (after_points is null or (-sum(b.points), b.person_id) > (-after_points, after_id))
         order by sum(b.points) desc, b.person_id
         limit most;
end $$;
