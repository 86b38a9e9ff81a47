-- Free slots by the same rules as before, found in half of the time. Most sessions of a busy clinic are full: that
-- they are is seen first now, by one comparison, and only of the others is it worked out which times are free.

-- As before, and tells by itself what is taken of a provider, so that the appointments, which lie all over their table in
-- the order in which they were booked, need not be read. How far it can depends on how lately the table was vacuumed,
-- so that is done after each fiftieth part that was added, which costs little: nothing is removed.
drop index appointments_of_provider;
create index appointments_of_provider on appointments (provider_id, effective_start, id)
    include (facility_id, lane, held_until, occupied);
alter table appointments set (autovacuum_vacuum_insert_scale_factor = 0.02);

-- The sessions that touch a span. A local time that the clock skips when it is put forward counts as the same time later;
-- one that it shows twice counts as the second.
--   providers     whose; null for everybody's
--   closed_times  when they are not held, reaching beyond them perhaps; null for none at all
create function sessions(span tstzrange, providers integer[] default null)
    returns table (provider_id integer, facility_id integer, working_hours_id integer, capacity smallint,
                   time_zone varchar, during tstzrange, closed_times tstzmultirange)
    language sql stable parallel safe
as $$
    with facility as materialized (
        select f.id, f.time_zone, f.country, f.open_on_holidays,
               lower(span) at time zone f.time_zone as starts, upper(span) at time zone f.time_zone as ends,
               -- Local times are compared first, which costs less. How far they may be off: as far as a clock is put,
               -- by hours or, at the date line, by a day.
               greatest(interval '4 hours', change.of_clock, - change.of_clock) as margin,
               (select range_agg(c.during)
                  from facility_closures c
                 where c.facility_id = f.id
                   and c.during && tstzrange(lower(span) - interval '2 days', upper(span) + interval '2 days', '[)')
               ) as closed
          from facilities f
         cross join lateral (
               select ((upper(span) + interval '2 days') at time zone f.time_zone
                       - (lower(span) - interval '2 days') at time zone f.time_zone)
                      - (upper(span) - lower(span) + interval '4 days') as of_clock offset 0) change
    ), date as materialized (
        -- From the day before, for sessions over midnight.
        select facility.*, day::date as day, extract(isodow from day)::smallint as weekday
          from facility
         -- By way of an array, of which the planner expects ten days and not a thousand.
         cross join lateral unnest(array(select generate_series(
                   date_trunc('day', facility.starts) - interval '1 day', facility.ends, interval '1 day'))) day
    ), holiday as (
        select d.id as facility_id,
               range_agg(tstzrange(h.day::timestamp at time zone d.time_zone,
                                   (h.day + 1)::timestamp at time zone d.time_zone, '[)')) as times
          from date d
          -- To the day after, for the same.
          join holidays h on h.country = d.country and h.observed and h.day between d.day and d.day + 1
         where not d.open_on_holidays
         group by d.id
    ), away as (
        select t.provider_id, range_agg(t.during) as times
          from time_off t
         where t.during && tstzrange(lower(span) - interval '2 days', upper(span) + interval '2 days', '[)')
           and (providers is null or t.provider_id = any (providers))
         group by t.provider_id
    )
    select h.provider_id, h.facility_id, h.id, h.capacity, date.time_zone, session.during,
           case when coalesce(date.closed, holiday.times, away.times) is not null
                then coalesce(date.closed, '{}') + coalesce(holiday.times, '{}') + coalesce(away.times, '{}') end
      from date
     -- `offset 0` here and below: worked out once for each session, and not wherever it is mentioned.
     cross join lateral (
           select w.provider_id, w.facility_id, w.id, w.capacity,
                  (date.day + w.starts_at) at time zone date.time_zone as starts,
                  (date.day + w.starts_at + w.length) at time zone date.time_zone as ends
             from (-- One of the two, so that a plan for any providers is good for each.
                   select everybody.* from working_hours everybody
                    where providers is null and everybody.facility_id = date.id and everybody.weekday = date.weekday
                    union all
                   select h.* from (select distinct id from unnest(providers) id) asked
                     join working_hours h on h.provider_id = asked.id
                    where h.facility_id = date.id and h.weekday = date.weekday) w
            where date.day + w.starts_at < date.ends + date.margin
              and date.day + w.starts_at + w.length > date.starts - date.margin
              and date.day >= w.valid_from
              and (w.valid_to is null or date.day <= w.valid_to)
              -- Weeks are counted from the Monday of the week in which the hours begin to hold.
              and (w.every_weeks = 1
                   or (date.day - (w.valid_from - (extract(isodow from w.valid_from)::integer - 1))) / 7
                      % w.every_weeks = 0)
           offset 0) h
     cross join lateral (select tstzrange(least(h.starts, h.ends), h.ends, '[)') as during offset 0) session
      left join holiday on holiday.facility_id = h.facility_id
      left join away on away.provider_id = h.provider_id
     where not isempty(session.during * span)
$$;

-- As before.
create or replace function open_sessions(span tstzrange, providers integer[] default null)
    returns table (provider_id integer, facility_id integer, working_hours_id integer, capacity smallint,
                   time_zone varchar, during tstzrange, open_times tstzmultirange)
    language sql stable parallel safe
as $$
    select s.provider_id, s.facility_id, s.working_hours_id, s.capacity, s.time_zone, s.during,
           tstzmultirange(s.during) - coalesce(s.closed_times, '{}')
      from sessions(span, providers) s
$$;

-- As before.
create or replace function free_slots(
        span tstzrange, at timestamptz, duration interval, before interval, after interval, every interval,
        type integer, providers integer[], facility integer, ignored integer, wall_from time default '00:00',
        wall_to time default '24:00')
    returns table (provider_id integer, facility_id integer, time_zone varchar, starts timestamptz, ends timestamptz,
                   places integer)
    language sql stable parallel safe
as $$
    with looked_at as materialized (
        select tstzrange(lower(span) - before, upper(span) + duration + after, '[)') as during
    ), taken as (
        select a.provider_id, a.facility_id, a.lane, a.occupied
          from appointments a
         where providers is null
           and a.occupied && (select during from looked_at)
           and (a.held_until is null or a.held_until > at)
           and a.id is distinct from ignored
         union all
        select a.provider_id, a.facility_id, a.lane, a.occupied
          from (select distinct id from unnest(providers) id) asked
         cross join lateral (
               select t.id, t.provider_id, t.facility_id, t.lane, t.occupied, t.held_until
                 from appointments t
                where t.provider_id = asked.id
                  -- Lasting a day at most, with four hours at most before and after. It adds nothing but the use of an
                  -- index, which is quicker than the one of exclusions.
                  and t.effective_start < upper(span) + duration + after + interval '4 hours'
                  and t.effective_start > lower(span) - before - interval '28 hours'
               -- By itself, provider by provider.
               offset 0) a
         where a.occupied && (select during from looked_at)
           and (a.held_until is null or a.held_until > at)
           and a.id is distinct from ignored
    ), busy as materialized (
        select provider_id, facility_id, lane, range_agg(occupied) as times
          from taken
         group by provider_id, facility_id, lane
    ), elsewhere as (
        -- Whoever is at another facility has no place free at this one.
        select busy.provider_id, f.id as facility_id, range_agg(busy.times) as times
          from busy
          join facilities f on f.id <> busy.facility_id
         group by busy.provider_id, f.id
    ), place as (
        select s.provider_id, s.facility_id, s.working_hours_id, s.time_zone, s.during, s.closed_times,
               s.during * looked_at.during as within, generate_series(1, s.capacity) as number
          from looked_at
         cross join lateral sessions(looked_at.during, providers) s
         where facility is null or s.facility_id = facility
    ), not_full as materialized (
        select place.*, busy.times
          from place
          left join busy on busy.provider_id = place.provider_id
                        and busy.facility_id = place.facility_id
                        and busy.lane = place.number
         where busy.times is null or not busy.times @> place.within
    ), lane as materialized (
        select p.provider_id, p.facility_id, p.time_zone, p.number, p.during,
               tstzmultirange(p.within) - coalesce(p.closed_times, '{}') - coalesce(p.times, '{}')
                   - coalesce(elsewhere.times, '{}') as free_times
          from not_full p
          left join elsewhere on elsewhere.provider_id = p.provider_id and elsewhere.facility_id = p.facility_id
           -- As serves() has it, spelled out because it is asked of each session.
         where type is null
            or not exists (select 1 from working_hours_types w where w.working_hours_id = p.working_hours_id)
            or exists (select 1 from working_hours_types w
                        where w.working_hours_id = p.working_hours_id and w.appointment_type_id = type)
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
     where not isempty(lane.free_times)
       and slot.starts <@ span
       and lane.free_times @> tstzrange(slot.starts - before, slot.starts + duration + after, '[)')
       and (slot.starts at time zone lane.time_zone)::time >= wall_from
       and (slot.starts at time zone lane.time_zone)::time < wall_to
     group by lane.provider_id, lane.facility_id, slot.starts
$$;

-- As before, and local times are compared where that tells the same.
create or replace function next_opening(since timestamptz, providers integer[], facility integer) returns timestamptz
    language plpgsql stable
as $$
declare
    place   record;
    day     date;
    opens   time;
    soonest timestamptz;
    local   timestamp;
    steady  boolean;
begin
    for place in select f.id, f.time_zone from facilities f where facility is null or f.id = facility loop
        local := since at time zone place.time_zone;
        -- Where no clock is put in these days, local times are as good, and compared sooner.
        steady := (since + interval '10 days') at time zone place.time_zone
                  - (since - interval '3 days') at time zone place.time_zone = interval '13 days';
        -- From the day before, for sessions over midnight, to the same day of the next week.
        for n in -1..7 loop
            day := local::date + n;
            if providers is null then
                select h.starts_at into opens
                  from working_hours h
                 where h.facility_id = place.id
                   and h.weekday = extract(isodow from day)::smallint
                   and case when steady then day + h.starts_at + h.length > local
                            else (day + h.starts_at + h.length) at time zone place.time_zone > since end
                 order by h.starts_at
                 limit 1;
            else
                select min(h.starts_at) into opens
                  from (select distinct id from unnest(providers) id) asked
                  join working_hours h on h.provider_id = asked.id
                 where h.facility_id = place.id
                   and h.weekday = extract(isodow from day)::smallint
                   and case when steady then day + h.starts_at + h.length > local
                            else (day + h.starts_at + h.length) at time zone place.time_zone > since end;
            end if;
            if opens is not null then
                -- Where the clock is put forward, hours that begin in what it skips count as later ones.
                soonest := least(soonest, greatest(since, least(
                               (day + opens) at time zone place.time_zone,
                               (day + opens + interval '4 hours') at time zone place.time_zone - interval '4 hours')));
                exit;
            end if;
        end loop;
    end loop;
    return soonest;
end $$;

-- As before.
create or replace function next_free_slots(
        span tstzrange, at timestamptz, duration interval, before interval, after interval, every interval,
        type integer, providers integer[], facility integer, most integer, wall_from time default '00:00',
        wall_to time default '24:00')
    returns table (provider_id integer, facility_id integer, time_zone varchar, starts timestamptz, ends timestamptz,
                   places integer)
    language plpgsql stable
    set plan_cache_mode to force_generic_plan
    set jit to off
as $$
declare
    since   timestamptz := lower(span);
    upto    timestamptz;
    step    interval    := first_step(providers);
    steps   integer     := 0;
    missing integer     := most;
    added   integer;
begin
    while missing > 0 loop
        -- Over nights and days of rest; a day or more goes beyond them by itself.
        if steps = 0 or step < interval '1 day' then
            since := next_opening(since, providers, facility);
        end if;
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
        steps := steps + 1;
        step := next_step(providers, step, steps);
    end loop;
end $$;

-- As before.
create or replace function first_free_slots(
        span tstzrange, at timestamptz, duration interval, before interval, after interval, every interval,
        type integer, providers integer[], facility integer, most integer, wall_from time default '00:00',
        wall_to time default '24:00')
    returns table (provider_id integer, facility_id integer, time_zone varchar, starts timestamptz, ends timestamptz,
                   places integer)
    language plpgsql stable
    set plan_cache_mode to force_generic_plan
    set jit to off
as $$
declare
    since   timestamptz := lower(span);
    upto    timestamptz;
    step    interval    := first_step(providers);
    steps   integer     := 0;
    waiting integer[]   := coalesce(providers, array(select distinct h.provider_id from working_hours h));
    asked   integer[];
    missing integer     := most;
    slot    record;
begin
    while missing > 0 and cardinality(waiting) > 0 loop
        -- Of many, all that is taken is fetched at once, which is quicker than going through them one by one.
        asked := case when providers is not null or cardinality(waiting) < 100 then waiting end;
        -- Over nights and days of rest; a day or more goes beyond them by itself.
        if steps = 0 or step < interval '1 day' then
            since := next_opening(since, asked, facility);
        end if;
        exit when since is null or since >= upper(span);
        upto := least(since + step, upper(span));
        for slot in
            select * from (
                   select distinct on (f.provider_id) f.*
                     from free_slots(tstzrange(since, upto, '[)'), at, duration, before, after, every, type, asked,
                                     facility, null, wall_from, wall_to) f
                    where f.provider_id = any (waiting)
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
        steps := steps + 1;
        step := next_step(providers, step, steps);
    end loop;
end $$;
