-- Who did what to which patient, when, from where, with what outcome. Rows are added and never changed.
create table audit_entries (
    id           bigint generated always as identity primary key,
    at           timestamptz  not null,
    user_id      integer,
    role         varchar(20)  not null,
    action       varchar(60)  not null,
    outcome      varchar(10)  not null,
    subject_type varchar(30),
    subject_id   integer,
    patient_id   integer,
    address      varchar(45),
    request_id   varchar(64),
    detail       varchar(500),
    constraint audit_entries_outcome_known check (outcome in ('success', 'refused')),
    constraint audit_entries_action_form check (action ~ '^[a-z-]+\.[a-z-]+$')
);
create index audit_entries_of_patient on audit_entries (patient_id, id desc) where patient_id is not null;
create index audit_entries_of_user    on audit_entries (user_id, id desc);
create index audit_entries_of_action  on audit_entries (action, id desc);
create index audit_entries_by_time    on audit_entries (at, id);

-- The chain: each entry with the hash of itself and the link before it. Links are made in the background, in
-- batches, by one node at a time, so that bookings never wait for one another here.
create table audit_links (
    position bigint primary key,
    entry_id bigint not null unique references audit_entries (id),
    hash     bytea  not null,
    constraint audit_links_hash_is_sha256 check (octet_length(hash) = 32)
);
-- Entries that wait for their link; written with the entry.
create table audit_unlinked (
    entry_id bigint primary key references audit_entries (id)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger audit_entries_append_only before update or delete or truncate on audit_entries
    for each statement execute function refuse_change();
create trigger audit_links_append_only before update or delete or truncate on audit_links
    for each statement execute function refuse_change();
-- A person stays what they are: sign-in and access rely on it.
create function refuse_type_change() returns trigger language plpgsql as $$
begin
    raise exception 'the type of a person never changes' using errcode = 'restrict_violation';
end $$;
create trigger persons_type_fixed before update on persons
    for each row when (old.type is distinct from new.type) execute function refuse_type_change();
