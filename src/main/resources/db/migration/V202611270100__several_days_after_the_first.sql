-- Free slots by the same rules as before. Where some providers are asked for, and none of them is free for days, the answer
-- comes sooner: to ask for a span costs about as much as two days of two dozen providers, so after the first span a longer
-- one is asked for at once.

-- How far to look after `steps` spans without enough, the last of them as long as `step`.
create function next_step(providers integer[], step interval, steps integer) returns interval
    language sql immutable parallel safe
    return case
           when steps = 1 and providers is not null
               then least(step * 5, greatest(step, interval '3 days'))
           -- Sooner it would reach far beyond where the answer mostly is.
           when steps >= 4 then step * 2
           else step end;

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
        since := next_opening(since, asked, facility);
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
