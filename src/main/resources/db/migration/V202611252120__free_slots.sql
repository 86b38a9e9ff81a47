-- The rule of free time, once, for everybody who asks: searches, bookings, the waiting list. The functions are plain
-- SQL, so that PostgreSQL plans them as part of the question.

-- The sessions that touch a span, closed times taken out of `open_times`. A local time that the clock skips when it is
-- put forward counts as the same time later; one that it shows twice counts as the second.
create function open_sessions(span tstzrange)
    returns table (provider_id integer, facility_id integer, working_hours_id integer, capacity smallint,
                   time_zone varchar, during tstzrange, open_times tstzmultirange)
    language sql stable parallel safe
as $$
    select h.provider_id, h.facility_id, h.id, h.capacity, f.time_zone, session.during,
           tstzmultirange(session.during) - coalesce(closed.times, '{}')
      from facilities f
     cross join lateral (
           -- From the day before, for sessions over midnight.
           select (lower(span) at time zone f.time_zone)::date - 1 + n as day
             from generate_series(0, (upper(span) at time zone f.time_zone)::date
                                     - (lower(span) at time zone f.time_zone)::date + 1) n) date
      join working_hours h
        on h.facility_id = f.id
       and h.weekday = extract(isodow from date.day)
       and date.day >= h.valid_from
       and (h.valid_to is null or date.day <= h.valid_to)
       -- Weeks are counted from the Monday of the week in which the hours begin to hold.
       and (date.day - (h.valid_from - (extract(isodow from h.valid_from)::integer - 1))) / 7 % h.every_weeks = 0
     cross join lateral (
           select (date.day + h.starts_at) at time zone f.time_zone as starts,
                  (date.day + h.starts_at + h.length) at time zone f.time_zone as ends) wall
     cross join lateral (select tstzrange(least(wall.starts, wall.ends), wall.ends, '[)') as during) session
     cross join lateral (
           select range_agg(absence.during) as times
             from (select t.during from time_off t
                    where t.provider_id = h.provider_id and t.during && session.during
                   union all
                   select c.during from facility_closures c
                    where c.facility_id = f.id and c.during && session.during
                   union all
                   select tstzrange(d.day::timestamp at time zone f.time_zone,
                                    (d.day + 1)::timestamp at time zone f.time_zone, '[)')
                     from holidays d
                    where d.country = f.country and d.observed and not f.open_on_holidays
                      and d.day between date.day and date.day + 1) absence) closed
     where session.during && span
$$;

-- The slots that begin in a span and can be taken: on the grid of their session, inside its open times together with
-- the minutes before and after, free in at least one of the provider's places.
--   at       now: holds that have expired are no longer in the way
--   every    how far apart slots begin, counted from where the session begins
--   type     of the appointment; null for none in particular, which any session serves
--   ignored  the appointment or hold that makes room for the one asked for; null for none
create function free_slots(span tstzrange, at timestamptz, duration interval, before interval, after interval,
                           every interval, type integer, providers integer[], facility integer, ignored integer)
    returns table (provider_id integer, facility_id integer, time_zone varchar, starts timestamptz, ends timestamptz,
                   places integer)
    language sql stable parallel safe
as $$
    select s.provider_id, s.facility_id, min(s.time_zone), slot.starts, slot.starts + duration,
           count(distinct lane.number)::integer
      from open_sessions(tstzrange(lower(span) - before, upper(span) + duration + after, '[)')) s
     cross join lateral generate_series(1, s.capacity) lane (number)
     cross join lateral (
           select s.open_times - coalesce(range_agg(a.occupied), '{}') as times
             from appointments a
            where a.provider_id = s.provider_id
              and a.lane = lane.number
              and a.occupied && s.during
              and (a.held_until is null or a.held_until > at)
              and a.id is distinct from ignored) free
     cross join lateral generate_series(lower(s.during) + before, upper(s.during) - duration - after, every) slot (starts)
     where (providers is null or s.provider_id = any (providers))
       and (facility is null or s.facility_id = facility)
       and slot.starts <@ span
       and (type is null
            or not exists (select 1 from working_hours_types w where w.working_hours_id = s.working_hours_id)
            or exists (select 1 from working_hours_types w
                        where w.working_hours_id = s.working_hours_id and w.appointment_type_id = type))
       and free.times @> tstzrange(slot.starts - before, slot.starts + duration + after, '[)')
     group by s.provider_id, s.facility_id, slot.starts
$$;

-- The same in the order of time, until there are enough: day after day, so that what lies far ahead costs nothing
-- where the answer is near.
create function next_free_slots(span tstzrange, at timestamptz, duration interval, before interval, after interval,
                                every interval, type integer, providers integer[], facility integer, most integer)
    returns table (provider_id integer, facility_id integer, time_zone varchar, starts timestamptz, ends timestamptz,
                   places integer)
    language plpgsql stable
as $$
declare
    since timestamptz := lower(span);
    upto  timestamptz;
    found_so_far integer := 0;
    found_now    integer;
begin
    while since < upper(span) and found_so_far < most loop
        upto := least(since + interval '24 hours', upper(span));
        return query
            select f.* from free_slots(tstzrange(since, upto, '[)'), at, duration, before, after, every, type,
                                       providers, facility, null) f
             order by f.starts, f.provider_id, f.facility_id
             limit most - found_so_far;
        get diagnostics found_now = row_count;
        found_so_far := found_so_far + found_now;
        since := upto;
    end loop;
end $$;

-- The earliest slot of each provider, as far as there is one.
create function first_free_slots(span tstzrange, at timestamptz, duration interval, before interval, after interval,
                                 every interval, type integer, providers integer[], facility integer)
    returns table (provider_id integer, facility_id integer, time_zone varchar, starts timestamptz, ends timestamptz,
                   places integer)
    language plpgsql stable
as $$
declare
    since   timestamptz := lower(span);
    upto    timestamptz;
    waiting integer[]   := providers;
    slot    record;
begin
    while since < upper(span) and cardinality(waiting) > 0 loop
        upto := least(since + interval '24 hours', upper(span));
        for slot in
            select distinct on (f.provider_id) f.*
              from free_slots(tstzrange(since, upto, '[)'), at, duration, before, after, every, type, waiting,
                              facility, null) f
             order by f.provider_id, f.starts, f.facility_id
        loop
            waiting := array_remove(waiting, slot.provider_id);
            provider_id := slot.provider_id;
            facility_id := slot.facility_id;
            time_zone := slot.time_zone;
            starts := slot.starts;
            ends := slot.ends;
            places := slot.places;
            return next;
        end loop;
        since := upto;
    end loop;
end $$;
