alter table users
    add column locked_at            timestamptz,
    add column must_change_password boolean     not null default false,
    add column password_changed_at  timestamptz not null default now(),
    add column created_at           timestamptz not null default now(),
    add constraint users_role_known check (role in ('admin', 'receptionist', 'provider', 'patient')),
    add constraint users_with_a_person check (role in ('admin', 'receptionist') or person_id is not null),
    add constraint users_one_per_person unique (person_id),
    add constraint users_username_form check (username ~ '^[^\s[:cntrl:]]+$'),
    drop constraint users_person_id_fkey,
    add constraint users_person foreign key (person_id) references persons (id) on delete restrict;
create unique index users_username_once on users (lower(username));
-- `role` and the type of `person_id` are compared on writing; a person's type never changes (persons_type_fixed).

-- One sign-in on one device; its refresh tokens follow one another, and one used twice ends them all.
create table refresh_families (
    id         uuid        primary key,
    user_id    integer     not null references users (id) on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at   timestamptz,
    ended_why  varchar(30),
    constraint refresh_families_ends_after_start check (expires_at > created_at),
    constraint refresh_families_end_whole check ((ended_at is null) = (ended_why is null))
);
create index refresh_families_of_user on refresh_families (user_id) where ended_at is null;
create index refresh_families_expiry  on refresh_families (expires_at);

create table refresh_tokens (
    token_hash bytea       primary key,
    family_id  uuid        not null references refresh_families (id) on delete cascade,
    issued_at  timestamptz not null,
    used_at    timestamptz,
    constraint refresh_tokens_hash_is_sha256 check (octet_length(token_hash) = 32)
);
create index refresh_tokens_of_family on refresh_tokens (family_id);

-- The public keys of all nodes, so that each accepts the tokens of the others.
create table token_keys (
    kid        varchar(80)   primary key,
    jwk        varchar(2000) not null,
    created_at timestamptz   not null
);

create table reset_codes (
    user_id    integer     primary key references users (id) on delete cascade,
    code_hash  varchar(512) not null,
    expires_at timestamptz not null,
    tries_left smallint    not null,
    constraint reset_codes_tries_not_negative check (tries_left >= 0)
);

-- Wrong passwords, counted by what was tried from where; keys are hashes, so the table names nobody.
create table sign_in_failures (
    key          bytea       primary key,
    failures     integer     not null,
    blocked_until timestamptz not null,
    last_at      timestamptz not null
);
create index sign_in_failures_age on sign_in_failures (last_at);

-- Where a user has signed in from before: a stranger's wrong guesses elsewhere do not slow these down.
create table known_addresses (
    user_id      integer     not null references users (id) on delete cascade,
    address_hash bytea       not null,
    last_at      timestamptz not null,
    primary key (user_id, address_hash)
);
