-- No absence lasts longer than a leap year, and an hour more where the clock is put back at its end.
alter table time_off
    add constraint time_off_at_most_a_year check (upper(during) - lower(during) <= interval '367 days');
alter table facility_closures
    add constraint facility_closures_at_most_a_year check (upper(during) - lower(during) <= interval '367 days');

create index time_off_by_start          on time_off (lower(during), id);
create index time_off_by_time           on time_off using gist (during);
create index facility_closures_by_start on facility_closures (lower(during), id);
create index facility_closures_by_time  on facility_closures using gist (during);
create index holidays_by_day            on holidays (day, id);

-- Only what is still to come, which is little however old the clinic grows: visits that took place leave it.
create index appointments_to_come_at_facility on appointments (facility_id, effective_start, id)
    where status in ('scheduled', 'confirmed', 'rescheduled');
create index appointments_to_come_of_provider on appointments (provider_id, effective_start, id)
    where status in ('scheduled', 'confirmed', 'rescheduled');

-- The clock on the wall where a provider works: at the facility of their hours, else at the first one.
create function time_zone_of_provider(provider integer) returns varchar
    language sql stable parallel safe
as $$
    select coalesce(
        (select f.time_zone
           from working_hours h
           join facilities f on f.id = h.facility_id
          where h.provider_id = provider
          order by h.valid_to desc nulls first, h.id
          limit 1),
        (select time_zone from facilities order by id limit 1))
$$;

-- The rule of what absences displace, once, for everybody who asks: each absence that touches a span, with each
-- appointment that is to take place then, although its provider or its facility is away, unless it was kept on purpose
-- after the absence was known.
--   span      from now on, to leave out what is over
--   provider  whose appointments; null for everybody's
-- Absences are few and visits are many: `offset 0` keeps the planner from starting at the visits. None is longer than a
-- day, so that indexes find all that reach into an absence from a day before its start on.
create function displacements(span tstzrange, provider integer)
    returns table (absence text, absence_id integer, because varchar, appointment_id integer, patient_id integer,
                   provider_id integer, facility_id integer, starts timestamptz, ends timestamptz, status varchar)
    language sql stable parallel safe
as $$
    select 'time_off', t.id, t.kind, a.id, a.patient_id, t.provider_id, a.facility_id, a.effective_start,
           upper(a.during), a.status
      from time_off t
     cross join lateral (
           select *
             from appointments v
            where v.provider_id = t.provider_id
              and v.status in ('scheduled', 'confirmed', 'rescheduled')
              and v.during && (t.during * span)
              and v.effective_start > lower(t.during * span) - interval '24 hours'
              and v.effective_start < upper(t.during * span)
              and (v.kept_at is null or v.kept_at < t.created_at)
           offset 0) a
     where t.during && span
       and (provider is null or t.provider_id = provider)
    union all
    select 'closure', c.id, c.reason, a.id, a.patient_id, a.provider_id, c.facility_id, a.effective_start,
           upper(a.during), a.status
      from facility_closures c
     cross join lateral (
           select *
             from appointments v
            where v.facility_id = c.facility_id
              and v.status in ('scheduled', 'confirmed', 'rescheduled')
              and v.during && (c.during * span)
              and v.effective_start > lower(c.during * span) - interval '24 hours'
              and v.effective_start < upper(c.during * span)
              and (v.kept_at is null or v.kept_at < c.created_at)
              and (provider is null or v.provider_id = provider)
           offset 0) a
     where c.during && span
    union all
    select 'holiday', h.id, h.name, a.id, a.patient_id, a.provider_id, f.id, a.effective_start,
           upper(a.during), a.status
      from holidays h
      join facilities f on f.country = h.country and not f.open_on_holidays
     cross join lateral (
           select tstzrange(h.day::timestamp at time zone f.time_zone,
                            (h.day + 1)::timestamp at time zone f.time_zone, '[)') as during) day
     cross join lateral (
           select *
             from appointments v
            where v.facility_id = f.id
              and v.status in ('scheduled', 'confirmed', 'rescheduled')
              and v.during && (day.during * span)
              and v.effective_start > lower(day.during * span) - interval '24 hours'
              and v.effective_start < upper(day.during * span)
              and (v.kept_at is null or v.kept_at < h.created_at)
              and (provider is null or v.provider_id = provider)
           offset 0) a
     where h.observed
       and day.during && span
$$;

-- What is moved is no longer kept where it was.
create function forget_that_it_was_kept() returns trigger language plpgsql as $$
begin
    new.kept_at := null;
    return new;
end $$;
create trigger appointments_moved_are_not_kept before update on appointments
    for each row when (old.kept_at is not null
                       and (new.provider_id, new.facility_id, new.rescheduled_start_time, new.rescheduled_end_time)
                           is distinct from
                           (old.provider_id, old.facility_id, old.rescheduled_start_time, old.rescheduled_end_time))
    execute function forget_that_it_was_kept();
