-- What a record said before it was changed. Nothing clinical is ever lost to a request.
create table medical_record_history (
    record_id  integer     not null references medical_records (id) on delete restrict,
    version    integer     not null,
    diagnosis  varchar(255),
    treatment  text,
    notes      text,
    changed_at timestamptz not null,
    changed_by integer,
    primary key (record_id, version)
);
create trigger medical_record_history_append_only before update or delete or truncate on medical_record_history
    for each statement execute function refuse_change();

alter table medical_records
    add constraint medical_records_say_something
        check (coalesce(diagnosis, '') || coalesce(treatment, '') || coalesce(notes, '') ~ '\S');
