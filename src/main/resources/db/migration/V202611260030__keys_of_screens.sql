-- What opens the screen on the wall of a waiting room, where nobody is signed in.
create table queue_screens (
    facility_id integer     primary key,
    key         varchar(22) not null,
    made_at     timestamptz not null,
    constraint queue_screens_facility foreign key (facility_id) references facilities (id) on delete restrict,
    constraint queue_screens_key_once unique (key),
    constraint queue_screens_key_form check (key ~ '^[A-Za-z0-9_-]{22}$')
);
