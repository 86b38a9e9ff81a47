-- A sign-in that lives in a browser's cookie: the same family as its tokens', ended with it. Only the hash of what the
-- cookie holds is stored. `seen_at` is the last request that a person made, up to half a minute ago.
create table web_sessions (
    secret_hash bytea       primary key,
    family_id   uuid        not null references refresh_families (id) on delete cascade,
    seen_at     timestamptz not null,
    constraint web_sessions_hash_is_sha256 check (octet_length(secret_hash) = 32)
);
create index web_sessions_of_family on web_sessions (family_id);

-- The language that a user has chosen on a page; null for whatever the browser asks for.
alter table users
    add column language varchar(2),
    add constraint users_language_known check (language in ('en', 'sw'));
