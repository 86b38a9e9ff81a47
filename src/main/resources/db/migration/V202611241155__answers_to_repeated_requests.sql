-- The first answer to a POST that carried an Idempotency-Key, given again when the same request comes again.
create table idempotent_answers (
    user_id      integer      not null references users (id) on delete cascade,
    key          varchar(200) not null,
    operation    varchar(60)  not null,
    request_hash bytea        not null,
    status       smallint,
    location     varchar(200),
    body         text,
    created_at   timestamptz  not null,
    primary key (user_id, operation, key)
);
create index idempotent_answers_age on idempotent_answers (created_at);
