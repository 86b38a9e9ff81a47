-- A medical record while it is being written. Nobody but the provider of the visit sees it, and it goes when the record
-- is written. It belongs to the appointment's own patient and provider, as the record will.
create table medical_record_drafts (
    appointment_id integer     not null,
    patient_id     integer     not null,
    provider_id    integer     not null,
    diagnosis      varchar(255),
    treatment      text,
    notes          text,
    started_at     timestamptz not null,
    saved_at       timestamptz not null,
    version        integer     not null default 1,
    constraint medical_record_drafts_one_per_visit primary key (appointment_id),
    constraint medical_record_drafts_of_the_appointment
        foreign key (appointment_id, patient_id, provider_id)
        references appointments (id, patient_id, provider_id) on delete restrict,
    constraint medical_record_drafts_saved_since_started check (saved_at >= started_at),
    constraint medical_record_drafts_version check (version > 0)
);
create index medical_record_drafts_of_provider
    on medical_record_drafts (provider_id, saved_at desc, appointment_id desc);
