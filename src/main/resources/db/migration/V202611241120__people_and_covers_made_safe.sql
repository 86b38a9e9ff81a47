create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- People
alter table persons
    alter column first_name set not null,
    alter column last_name  set not null,
    alter column type       set not null,
    add column version      integer not null default 1,
    add constraint persons_type_known          check (type in ('patient', 'provider')),
    add constraint persons_gender_known        check (gender in ('female', 'male', 'other', 'unknown')),
    add constraint persons_names_not_blank     check (first_name ~ '\S' and last_name ~ '\S'),
    add constraint persons_phone_is_e164       check (phone ~ '^\+[1-9][0-9]{6,14}$'),
    add constraint persons_email_lower_case    check (email = lower(email)),
    add constraint persons_national_id_form    check (national_id ~ '^[A-Z0-9]{8,30}$'),
    add constraint persons_born_since_1900     check (date_of_birth >= date '1900-01-01');

-- Case and accents folded away. Marked immutable, which unaccent by its fixed dictionary is in fact,
-- so that it may stand in an index.
create function miadi_fold(words text) returns text
    language sql immutable strict parallel safe
    return lower(public.unaccent('public.unaccent'::regdictionary, words));

alter table persons add column search_text text not null generated always as (
    miadi_fold(first_name || ' ' || last_name) || ' ' || coalesce(lower(national_id), '') || ' ' || coalesce(phone, '')
) stored;
create index persons_search on persons using gin (search_text gin_trgm_ops);
create index persons_names  on persons (type, last_name, first_name, id);

create sequence patient_numbers as bigint;

create function next_patient_number() returns text
    language sql volatile
    return (select 'PAT-' || lpad(n::text, greatest(3, length(n::text)), '0') from nextval('patient_numbers') n);

-- The person's type and the table they stand in can never disagree.
alter table persons add constraint persons_id_type unique (id, type);
alter table patients
    add column type varchar(50) not null default 'patient',
    add constraint patients_are_patients check (type = 'patient'),
    add constraint patients_person foreign key (id, type) references persons (id, type),
    drop constraint patients_id_fkey;
alter table providers
    add column type varchar(50) not null default 'provider',
    add constraint providers_are_providers check (type = 'provider'),
    add constraint providers_person foreign key (id, type) references persons (id, type),
    drop constraint providers_id_fkey,
    add constraint providers_cadre_not_blank check (cadre ~ '\S');

-- Covers
alter table insurance
    add column version integer not null default 1,
    add constraint insurance_words_not_blank check (provider_name ~ '\S' and policy_number ~ '\S'),
    drop constraint insurance_patient_id_fkey,
    add constraint insurance_patient foreign key (patient_id) references patients (id) on delete restrict;
