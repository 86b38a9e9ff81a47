-- What a patient writes down, reads out on the telephone and finds the appointment by: eight characters that cannot be
-- taken for one another, 40 random bits. Bytes 6 and 8 of such a uuid are not random throughout.
create function new_reference() returns varchar(8) language sql volatile as $$
    select string_agg(substr('ABCDEFGHJKLMNPQRSTUVWXYZ23456789', 1 + (get_byte(random.bytes, place) & 31), 1), '')
      from (select uuid_send(gen_random_uuid()) as bytes) random,
           unnest(array[0, 1, 2, 3, 4, 5, 9, 10]) place
$$;

alter table appointments
    add column reference varchar(8) not null default new_reference();

-- Among a million rows two are about as likely as not to get the same.
do $$
begin
    loop
        update appointments
           set reference = new_reference()
         where id in (select id
                        from (select id, row_number() over (partition by reference order by id) as n from appointments) same
                       where n > 1);
        exit when not found;
    end loop;
end $$;

-- A booking that draws one that is taken is refused by `on conflict do nothing` and tried once more.
alter table appointments
    add constraint appointments_reference_once unique (reference),
    add constraint appointments_reference_form check (reference ~ '^[A-HJ-NP-Z2-9]{8}$');
