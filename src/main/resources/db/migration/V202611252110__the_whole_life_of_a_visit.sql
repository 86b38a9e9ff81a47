-- Minutes are the same length everywhere, so this is immutable, which PostgreSQL cannot know of intervals in general.
create function widened(starts timestamptz, ends timestamptz, minutes_before smallint, minutes_after smallint)
    returns tstzrange
    language sql immutable parallel safe
    return tstzrange(starts - minutes_before * interval '1 minute', ends + minutes_after * interval '1 minute', '[)');

alter table insurance add constraint insurance_of_patient unique (id, patient_id);

alter table appointments
    add column facility_id           integer     not null default 1,
    add column room_id               integer,
    add column cover_id              integer,
    add column buffer_before_minutes smallint    not null default 0,
    add column buffer_after_minutes  smallint    not null default 0,
    -- Booked where no hours are published, on purpose.
    add column outside_hours         boolean     not null default false,
    -- A tentative appointment: the slot is held for somebody until then, without being an appointment yet.
    add column held_until            timestamptz,
    add column held_by               integer,
    add column cancelled_by          varchar(10),
    add column cancelled_at          timestamptz,
    add column arrived_at            timestamptz,
    add column started_at            timestamptz,
    add column ended_at              timestamptz,
    add column priority              varchar(10),
    add column ticket                integer,
    -- Left where it is although the provider or the facility is away.
    add column kept_at               timestamptz,
    alter column patient_id drop not null,
    drop constraint appointments_status_known,
    add constraint appointments_status_known check (status in (
        'held', 'scheduled', 'confirmed', 'rescheduled', 'checked_in', 'in_progress', 'completed', 'cancelled', 'no_show')),
    add constraint appointments_patient_unless_held check (patient_id is not null or status = 'held'),
    add constraint appointments_held_until_a_time   check ((status = 'held') = (held_until is not null)),
    add constraint appointments_held_by_whom        check (held_by is null or status = 'held'),
    add constraint appointments_cancelled_by_known  check (cancelled_by in ('patient', 'clinic')),
    add constraint appointments_cancelled_whole     check ((cancelled_at is null) = (cancelled_by is null)
                                                           and (cancelled_at is null or status = 'cancelled')),
    add constraint appointments_buffers             check (buffer_before_minutes between 0 and 240
                                                           and buffer_after_minutes between 0 and 240),
    add constraint appointments_priority_known      check (priority in ('emergency', 'elderly', 'child', 'routine')),
    add constraint appointments_queued_whole        check ((arrived_at is null) = (priority is null)
                                                           and (ticket is null or arrived_at is not null)),
    add constraint appointments_facility foreign key (facility_id) references facilities (id) on delete restrict,
    add constraint appointments_room     foreign key (room_id, facility_id) references rooms (id, facility_id) on delete restrict,
    add constraint appointments_cover    foreign key (cover_id, patient_id) references insurance (id, patient_id)
                                         on delete set null (cover_id);

-- What an appointment takes of its provider and its room: the visit with the minutes before and after it. Nothing once
-- it is cancelled or nobody came.
alter table appointments add column occupied tstzrange generated always as (
    case when status not in ('cancelled', 'no_show') then
        widened(coalesce(rescheduled_start_time, start_time), coalesce(rescheduled_end_time, end_time),
                buffer_before_minutes, buffer_after_minutes)
    end
) stored;

-- The guards. Wider than before for providers; a patient who did not come may be seen at another hour of the day.
alter table appointments
    drop constraint appointments_provider_not_double_booked,
    drop constraint appointments_patient_not_double_booked,
    add constraint appointments_provider_not_double_booked
        exclude using gist (provider_id with =, lane with =, occupied with &&),
    -- Several places at a time are places in one session. Nobody is at two facilities at once.
    add constraint appointments_provider_in_one_place
        exclude using gist (provider_id with =, facility_id with <>, occupied with &&),
    add constraint appointments_patient_not_double_booked
        exclude using gist (patient_id with =, patient_lane with =, during with &&) where (status <> 'no_show'),
    add constraint appointments_room_not_double_booked
        exclude using gist (room_id with =, occupied with &&) where (room_id is not null);

create index appointments_held    on appointments (held_until) where status = 'held';
create index appointments_queued  on appointments (facility_id, arrived_at) where status in ('checked_in', 'in_progress');
create index appointments_covered on appointments (cover_id) where cover_id is not null;

create or replace view care_relations as
    select provider_id, patient_id from appointments where status not in ('cancelled', 'held');

create or replace trigger appointments_with_record_not_cancelled before update on appointments
    for each row when (new.status in ('cancelled', 'no_show') and old.status not in ('cancelled', 'no_show'))
    execute function refuse_cancellation_with_record();

-- Each step of an appointment's life: when, by whom, to which time.
create table appointment_history (
    id             bigint       generated always as identity primary key,
    appointment_id integer      not null,
    at             timestamptz  not null,
    user_id        integer,
    role           varchar(20)  not null,
    from_status    varchar(30),
    to_status      varchar(30)  not null,
    start_time     timestamptz  not null,
    end_time       timestamptz  not null,
    reason         varchar(500),
    constraint appointment_history_of_appointment foreign key (appointment_id) references appointments (id) on delete restrict
);
create index appointment_history_in_order on appointment_history (appointment_id, id);
create trigger appointment_history_append_only before update or delete or truncate on appointment_history
    for each statement execute function refuse_change();

-- The last ticket that a facility's queue has given on a day.
create table queue_tickets (
    facility_id integer not null references facilities (id) on delete restrict,
    day         date    not null,
    last        integer not null,
    primary key (facility_id, day),
    constraint queue_tickets_from_one check (last >= 1)
);
