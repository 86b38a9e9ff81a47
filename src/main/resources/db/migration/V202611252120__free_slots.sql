-- The rule of free time, once, for everybody who asks: searches, bookings, the waiting list.

-- Finds what is taken of a span of time without going through the providers one by one.
create index appointments_occupied on appointments using gist (occupied);
-- What it costs each booking is saved here: these two are the beginnings of appointments_of_patient and
-- appointments_of_provider.
drop index if exists ix_appointments_patient_id;
drop index if exists ix_appointments_provider_id;

-- The sessions that touch a span, closed times taken out of `open_times`. A local time that the clock skips when it is
-- put forward counts as the same time later; one that it shows twice counts as the second.
--   providers  whose; null for everybody's
create function open_sessions(span tstzrange, providers integer[] default null)
    returns table (provider_id integer, facility_id integer, working_hours_id integer, capacity smallint,
                   time_zone varchar, during tstzrange, open_times tstzmultirange)
    language sql stable parallel safe
as $$
    with date as (
        -- From the day before, for sessions over midnight.
        select f.id as facility_id, f.time_zone, f.country, f.open_on_holidays, day::date as day
          from facilities f
         cross join lateral generate_series(
                   date_trunc('day', lower(span) at time zone f.time_zone) - interval '1 day',
                   upper(span) at time zone f.time_zone, interval '1 day') day
    ), closed as (
        select absence.facility_id, range_agg(absence.during) as times
          from (select c.facility_id, c.during
                  from facility_closures c
                 where c.during && tstzrange(lower(span) - interval '2 days', upper(span) + interval '2 days', '[)')
                union all
                -- To the day after, for the same.
                select date.facility_id,
                       tstzrange(h.day::timestamp at time zone date.time_zone,
                                 (h.day + 1)::timestamp at time zone date.time_zone, '[)')
                  from date
                  join holidays h
                    on h.country = date.country and h.observed and h.day between date.day and date.day + 1
                 where not date.open_on_holidays) absence
         group by absence.facility_id
    ), away as (
        select t.provider_id, range_agg(t.during) as times
          from time_off t
         where t.during && tstzrange(lower(span) - interval '2 days', upper(span) + interval '2 days', '[)')
           and (providers is null or t.provider_id = any (providers))
         group by t.provider_id
    )
    select h.provider_id, h.facility_id, h.id, h.capacity, date.time_zone, session.during,
           tstzmultirange(session.during) - coalesce(closed.times, '{}') - coalesce(away.times, '{}')
      from date
      join working_hours h
        on h.facility_id = date.facility_id
       and h.weekday = extract(isodow from date.day)::smallint
       and date.day >= h.valid_from
       and (h.valid_to is null or date.day <= h.valid_to)
       -- Weeks are counted from the Monday of the week in which the hours begin to hold.
       and (date.day - (h.valid_from - (extract(isodow from h.valid_from)::integer - 1))) / 7 % h.every_weeks = 0
       and (providers is null or h.provider_id = any (providers))
     -- `offset 0` here and below: worked out once for each session, and not wherever it is mentioned.
     cross join lateral (
           select (date.day + h.starts_at) at time zone date.time_zone as starts,
                  (date.day + h.starts_at + h.length) at time zone date.time_zone as ends offset 0) wall
     cross join lateral (
           select tstzrange(least(wall.starts, wall.ends), wall.ends, '[)') as during offset 0) session
      left join closed on closed.facility_id = h.facility_id
      left join away on away.provider_id = h.provider_id
     where session.during && span
$$;

-- Whether a session serves a type; one that names none serves all of them.
create function serves(hours integer, type integer) returns boolean
    language sql stable parallel safe
    return not exists (select 1 from working_hours_types w where w.working_hours_id = hours)
        or exists (select 1 from working_hours_types w where w.working_hours_id = hours and w.appointment_type_id = type);

-- The slots that begin in a span and can be taken: on the grid of their session, inside its open times together with
-- the minutes before and after, free in at least one of the provider's places.
--   at         now: holds that have expired are no longer in the way
--   every      how far apart slots begin, counted from where the session begins
--   type       of the appointment; null for none in particular, which any session serves
--   providers  whose; null for everybody's
--   ignored    the appointment or hold that makes room for the one asked for; null for none
--   wall_from, wall_to  the part of the day in which slots begin, by the facility's clock; wall_to not included
create function free_slots(span tstzrange, at timestamptz, duration interval, before interval, after interval,
                           every interval, type integer, providers integer[], facility integer, ignored integer,
                           wall_from time default '00:00', wall_to time default '24:00')
    returns table (provider_id integer, facility_id integer, time_zone varchar, starts timestamptz, ends timestamptz,
                   places integer)
    language sql stable parallel safe
as $$
    with taken as materialized (
        select a.provider_id, a.facility_id, a.lane, a.occupied
          from appointments a
         where a.occupied && tstzrange(lower(span) - before, upper(span) + duration + after, '[)')
           and (providers is null or a.provider_id = any (providers))
           and (a.held_until is null or a.held_until > at)
           and a.id is distinct from ignored
    ), busy as (
        select provider_id, lane, range_agg(occupied) as times from taken group by provider_id, lane
    ), elsewhere as (
        -- Whoever is at another facility has no place free at this one.
        select t.provider_id, f.id as facility_id, range_agg(t.occupied) as times
          from taken t
          join facilities f on f.id <> t.facility_id
         group by t.provider_id, f.id
    ), lane as materialized (
        select s.provider_id, s.facility_id, s.time_zone, place.number, s.during,
               s.open_times - coalesce(busy.times, '{}') - coalesce(elsewhere.times, '{}') as free_times
          from open_sessions(tstzrange(lower(span) - before, upper(span) + duration + after, '[)'), providers) s
         cross join lateral generate_series(1, s.capacity) place (number)
          left join busy on busy.provider_id = s.provider_id and busy.lane = place.number
          left join elsewhere on elsewhere.provider_id = s.provider_id and elsewhere.facility_id = s.facility_id
         where (facility is null or s.facility_id = facility)
           -- As serves() has it, spelled out because it is asked of each session.
           and (type is null
                or not exists (select 1 from working_hours_types w where w.working_hours_id = s.working_hours_id)
                or exists (select 1 from working_hours_types w
                            where w.working_hours_id = s.working_hours_id and w.appointment_type_id = type))
    )
    select lane.provider_id, lane.facility_id, min(lane.time_zone), slot.starts, slot.starts + duration,
           count(distinct lane.number)::integer
      from lane
     cross join lateral (select lower(lane.during) + before as starts offset 0) grid
     cross join lateral generate_series(
               -- The first of the grid that is in the span.
               greatest(grid.starts, date_bin(every, lower(span) + every - interval '1 microsecond', grid.starts)),
               least(upper(lane.during) - duration - after, upper(span)),
               every) slot (starts)
     where slot.starts <@ span
       and lane.free_times @> tstzrange(slot.starts - before, slot.starts + duration + after, '[)')
       and (slot.starts at time zone lane.time_zone)::time >= wall_from
       and (slot.starts at time zone lane.time_zone)::time < wall_to
     group by lane.provider_id, lane.facility_id, slot.starts
$$;

-- Not later than the next moment at which a session is open; null where nobody has hours. Of the hours only the days
-- of the week are looked at, which is quick and tells enough to leap over nights.
create function next_opening(since timestamptz, providers integer[], facility integer) returns timestamptz
    language sql stable parallel safe
as $$
    select greatest(since, min((date.day + hours.starts_at) at time zone f.time_zone))
      from (select distinct h.facility_id, h.weekday, h.starts_at, h.length
              from working_hours h
             where (providers is null or h.provider_id = any (providers))
               and (facility is null or h.facility_id = facility)) hours
      join facilities f on f.id = hours.facility_id
     cross join lateral (
           select (since at time zone f.time_zone)::date + n as day from generate_series(-1, 7) n) date
     where hours.weekday = extract(isodow from date.day)::smallint
       and (date.day + hours.starts_at + hours.length) at time zone f.time_zone > since
$$;

-- How far to look at first, in the hope that the answer is near: the fewer providers, the farther.
create function first_step(providers integer[]) returns interval
    language sql immutable parallel safe
    return least(interval '14 days', interval '1 hour' * greatest(1, 336 / greatest(1, coalesce(cardinality(providers), 336))));

-- The free slots in the order of time, until there are enough: span after span, each twice as long as the one before,
-- so that what lies far ahead costs nothing where the answer is near.
create function next_free_slots(span tstzrange, at timestamptz, duration interval, before interval, after interval,
                                every interval, type integer, providers integer[], facility integer, most integer,
                                wall_from time default '00:00', wall_to time default '24:00')
    returns table (provider_id integer, facility_id integer, time_zone varchar, starts timestamptz, ends timestamptz,
                   places integer)
    language plpgsql stable
    -- How much is in a span is known only when it is: a plan for any span is a bad one for most.
    set plan_cache_mode to force_custom_plan
    set jit to off
as $$
declare
    since   timestamptz := lower(span);
    upto    timestamptz;
    step    interval    := first_step(providers);
    missing integer     := most;
    added   integer;
begin
    while missing > 0 loop
        since := next_opening(since, providers, facility);
        exit when since is null or since >= upper(span);
        upto := least(since + step, upper(span));
        return query
            select f.* from free_slots(tstzrange(since, upto, '[)'), at, duration, before, after, every, type,
                                       providers, facility, null, wall_from, wall_to) f
             order by f.starts, f.provider_id, f.facility_id
             limit missing;
        get diagnostics added = row_count;
        missing := missing - added;
        since := upto;
        step := step * 2;
    end loop;
end $$;

-- The earliest slot of each provider, as far as there is one, in the order of time, until there are enough.
create function first_free_slots(span tstzrange, at timestamptz, duration interval, before interval, after interval,
                                 every interval, type integer, providers integer[], facility integer, most integer,
                                 wall_from time default '00:00', wall_to time default '24:00')
    returns table (provider_id integer, facility_id integer, time_zone varchar, starts timestamptz, ends timestamptz,
                   places integer)
    language plpgsql stable
    set plan_cache_mode to force_custom_plan
    set jit to off
as $$
declare
    since   timestamptz := lower(span);
    upto    timestamptz;
    step    interval    := first_step(providers);
    waiting integer[]   := coalesce(providers, array(select distinct h.provider_id from working_hours h));
    missing integer     := most;
    slot    record;
begin
    while missing > 0 and cardinality(waiting) > 0 loop
        since := next_opening(since, waiting, facility);
        exit when since is null or since >= upper(span);
        upto := least(since + step, upper(span));
        for slot in
            select * from (
                   select distinct on (f.provider_id) f.*
                     from free_slots(tstzrange(since, upto, '[)'), at, duration, before, after, every, type, waiting,
                                     facility, null, wall_from, wall_to) f
                    order by f.provider_id, f.starts, f.facility_id) first
             order by first.starts, first.provider_id
             limit missing
        loop
            missing := missing - 1;
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
        step := step * 2;
    end loop;
end $$;

-- How many slots are free on each day, by the date at the facility; days without any are left out.
create function free_days(span tstzrange, at timestamptz, duration interval, before interval, after interval,
                          every interval, type integer, providers integer[], facility integer,
                          wall_from time default '00:00', wall_to time default '24:00')
    returns table (day date, free integer)
    language plpgsql stable
    set plan_cache_mode to force_custom_plan
    set jit to off
as $$
begin
    return query
        select (f.starts at time zone f.time_zone)::date, count(*)::integer
          from free_slots(span, at, duration, before, after, every, type, providers, facility, null, wall_from,
                          wall_to) f
         group by 1;
end $$;
