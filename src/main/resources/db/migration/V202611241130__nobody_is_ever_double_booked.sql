alter table appointments
    add column version         integer     not null default 1,
    add column created_at      timestamptz not null default now(),
    add column status_reason   varchar(500),
    -- A lane is one of the parallel places of a provider (or of a patient, whose second lane only ever holds
    -- an old double booking taken over from elsewhere). Lane 1 is the only one until a provider has more places.
    add column lane            smallint    not null default 1,
    add column patient_lane    smallint    not null default 1,
    add constraint appointments_status_known check (status in ('scheduled', 'rescheduled', 'completed', 'cancelled')),
    add constraint appointments_end_after_start check (end_time > start_time),
    add constraint appointments_rescheduled_end_after_start check (rescheduled_end_time > rescheduled_start_time),
    add constraint appointments_rescheduled_times_together
        check ((rescheduled_start_time is null) = (rescheduled_end_time is null)),
    add constraint appointments_rescheduled_has_times
        check (status <> 'rescheduled' or rescheduled_start_time is not null),
    add constraint appointments_lanes_count_from_one check (lane >= 1 and patient_lane >= 1),
    add constraint appointments_at_most_a_day
        check (end_time - start_time <= interval '24 hours'
               and coalesce(rescheduled_end_time - rescheduled_start_time <= interval '24 hours', true));

-- The time that the appointment takes from its provider and its patient; null where it takes none.
alter table appointments add column during tstzrange generated always as (
    case when status <> 'cancelled' then
        tstzrange(coalesce(rescheduled_start_time, start_time), coalesce(rescheduled_end_time, end_time), '[)')
    end
) stored;

-- Never deferrable: `insert … on conflict do nothing` asks them.
alter table appointments
    add constraint appointments_provider_not_double_booked
        exclude using gist (provider_id with =, lane with =, during with &&),
    add constraint appointments_patient_not_double_booked
        exclude using gist (patient_id with =, patient_lane with =, during with &&);

-- Lists run along the time that counts, cancelled ones included.
alter table appointments add column effective_start timestamptz not null
    generated always as (coalesce(rescheduled_start_time, start_time)) stored;
create index appointments_by_time          on appointments (effective_start, id);
create index appointments_of_provider      on appointments (provider_id, effective_start, id);
create index appointments_of_patient       on appointments (patient_id, effective_start, id);
create index appointments_of_type          on appointments (appointment_type_id);

-- Nothing about a patient goes with a cascade.
alter table appointments
    drop constraint appointments_patient_id_fkey,
    drop constraint appointments_provider_id_fkey,
    drop constraint appointments_appointment_type_id_fkey,
    add constraint appointments_patient  foreign key (patient_id)  references patients (id)  on delete restrict,
    add constraint appointments_provider foreign key (provider_id) references providers (id) on delete restrict,
    add constraint appointments_type     foreign key (appointment_type_id) references appointment_types (id) on delete restrict,
    add constraint appointments_people   unique (id, patient_id, provider_id);

alter table appointment_types
    add column version integer not null default 1,
    add constraint appointment_types_name_not_blank check (name ~ '\S');
create unique index appointment_types_name_once on appointment_types (lower(name));

-- A record is of the appointment's own patient and own provider, and stays on disk when it is deleted.
alter table medical_records
    add column version    integer not null default 1,
    add column updated_at timestamptz not null default now(),
    add column deleted_at timestamptz,
    add column deleted_by integer,
    add constraint medical_records_deletion_whole check ((deleted_at is null) = (deleted_by is null)),
    drop constraint medical_records_appointment_id_fkey,
    drop constraint medical_records_patient_id_fkey,
    drop constraint medical_records_provider_id_fkey,
    add constraint medical_records_of_the_appointment
        foreign key (appointment_id, patient_id, provider_id)
        references appointments (id, patient_id, provider_id) on delete restrict;
create index medical_records_of_patient on medical_records (patient_id, created_at desc, id desc) where deleted_at is null;
create index medical_records_of_provider on medical_records (provider_id, created_at desc, id desc) where deleted_at is null;

-- Who cares for whom: there is a past or coming appointment between the two. Other rooms ask this view, not the table.
create view care_relations as
    select provider_id, patient_id from appointments where status <> 'cancelled';

-- A visit that has a medical record took place. Whoever writes the record holds the appointment meanwhile.
create function refuse_cancellation_with_record() returns trigger language plpgsql as $$
begin
    if exists (select 1 from medical_records r where r.appointment_id = new.id and r.deleted_at is null) then
        raise exception 'appointment % has a medical record', new.id
            using errcode = 'check_violation', constraint = 'appointments_with_record_not_cancelled';
    end if;
    return new;
end $$;
create trigger appointments_with_record_not_cancelled before update on appointments
    for each row when (new.status = 'cancelled' and old.status <> 'cancelled')
    execute function refuse_cancellation_with_record();
