-- What is known about a time that is asked for, before it is taken. To plan this question took four times as long as to
-- answer it: PostgreSQL did so with each booking, as it takes one plan for all to be very dear, because of slots that
-- are hardly ever asked for.
--   bare        without the minutes before and after that its type asks for
--   as_patient  whether to find out, too, if it is a slot that is free at that moment
create function booking_facts(
        patient_asked integer, provider_asked integer, type_asked integer, start_asked timestamptz,
        end_asked timestamptz, bare boolean, facility_asked integer, usual_facility integer, room_asked integer,
        cover_asked integer, self integer, as_patient boolean, at timestamptz)
    returns table (patient integer, provider integer, facility_id integer, time_zone varchar, room integer,
                   cover integer, expiry_date date, ends timestamptz, offered boolean, published boolean,
                   capacity smallint, is_slot boolean)
    language plpgsql stable
    set plan_cache_mode to force_generic_plan
    set jit to off
as $$
#variable_conflict use_column
begin
    return query
    with asked as (
        select p.id as patient, r.id as provider, place.facility_id, place.time_zone, room.id as room,
               cover.id as cover, cover.expiry_date, wish.starts, wish.ends, wish.duration, wish.before, wish.after,
               wish.every, offered_by(t.cadres, t.specializations, r.cadre, r.specialization) as offered,
               hours.published, session.capacity, t.id as type
          from (values (1)) one (n)
          left join patients p on p.id = patient_asked
          left join providers r on r.id = provider_asked
          left join appointment_types t on t.id = type_asked
         cross join lateral (
               select start_asked as starts,
                      coalesce(end_asked, start_asked + t.duration_minutes * interval '1 minute') as ends) span
         cross join lateral (
               select span.starts, span.ends,
                      coalesce(t.duration_minutes * interval '1 minute', span.ends - span.starts) as duration,
                      case when bare then interval '0'
                           else coalesce(t.buffer_before_minutes, 0) * interval '1 minute' end as before,
                      case when bare then interval '0'
                           else coalesce(t.buffer_after_minutes, 0) * interval '1 minute' end as after,
                      coalesce(coalesce(t.starts_every_minutes, t.buffer_before_minutes
                               + t.duration_minutes + t.buffer_after_minutes) * interval '1 minute',
                               span.ends - span.starts) as every) wish
          left join lateral (
               select s.capacity, s.facility_id
                 from open_sessions(tstzrange(wish.starts - wish.before, wish.ends + wish.after, '[)'),
                                    array[provider_asked]) s
                where (facility_asked is null or s.facility_id = facility_asked)
                  and s.open_times @> tstzrange(wish.starts - wish.before, wish.ends + wish.after, '[)')
                  and (t.id is null or serves(s.working_hours_id, t.id))
                order by s.capacity desc, s.facility_id
                limit 1) session on true
         cross join lateral (
               select count(*) > 0 as published, min(h.facility_id) as facility_id
                 from working_hours h
                where h.provider_id = provider_asked
                  and (h.valid_to is null or h.valid_to >= cast(wish.starts at time zone 'UTC' as date) - 1)
               ) hours
          left join lateral (
               select f.id as facility_id, f.time_zone
                 from facilities f
                where f.id = coalesce(facility_asked, session.facility_id, usual_facility, hours.facility_id,
                                      (select min(id) from facilities))) place on true
          left join rooms room on room.id = room_asked and room.facility_id = place.facility_id
          left join insurance cover on cover.id = cover_asked and cover.patient_id = p.id
    )
    select a.patient, a.provider, a.facility_id, a.time_zone, a.room, a.cover, a.expiry_date, a.ends, a.offered,
           a.published, a.capacity,
           case when as_patient and a.ends = a.starts + a.duration then exists (
                select 1
                  from free_slots(tstzrange(a.starts, a.starts, '[]'), at, a.duration, a.before, a.after, a.every,
                                  a.type, array[provider_asked], a.facility_id, self))
           else false end
      from asked a;
end $$;
