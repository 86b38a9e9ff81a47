-- As before, but what is taken of the providers who are asked for is always looked up provider by provider. In clinics of
-- some two hundred of them PostgreSQL took it for cheaper to look at all that is taken in the days in question, of which
-- it expected a dozen and found ten thousands.
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
    ), taken as materialized (
        select a.provider_id, a.facility_id, a.lane, a.occupied
          from appointments a
         where providers is null
           and a.occupied && tstzrange(lower(span) - before, upper(span) + duration + after, '[)')
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
         where a.occupied && tstzrange(lower(span) - before, upper(span) + duration + after, '[)')
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
               s.open_times * tstzmultirange(looked_at.during)
                   - coalesce(busy.times, '{}') - coalesce(elsewhere.times, '{}') as free_times
          from looked_at
         cross join lateral open_sessions(looked_at.during, providers) s
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
     where not isempty(lane.free_times)
       and slot.starts <@ span
       and lane.free_times @> tstzrange(slot.starts - before, slot.starts + duration + after, '[)')
       and (slot.starts at time zone lane.time_zone)::time >= wall_from
       and (slot.starts at time zone lane.time_zone)::time < wall_to
     group by lane.provider_id, lane.facility_id, slot.starts
$$;
