-- What an administrator may change while the server runs: one row, there from the start. A clinic that has a name already keeps it.
create table clinic_settings (
    id           integer      not null default 1,
    name         varchar(120) not null,
    phone        varchar(20),
    bring_en     varchar(500),
    bring_sw     varchar(500),
    idle_minutes integer      not null default 20,
    language     varchar(2)   not null default 'en',
    version      integer      not null default 1,
    constraint clinic_settings_pkey           primary key (id),
    constraint clinic_settings_one_row        check (id = 1),
    constraint clinic_settings_name_not_blank check (name ~ '\S'),
    constraint clinic_settings_phone_is_e164  check (phone ~ '^\+[1-9][0-9]{6,14}$'),
    constraint clinic_settings_idle_range     check (idle_minutes between 5 and 120),
    constraint clinic_settings_language_known check (language in ('en', 'sw'))
);
insert into clinic_settings (name, phone, bring_en, bring_sw)
select name, phone,
       'Your national ID, your SHA or insurance card, and results of earlier tests.',
       'Kitambulisho chako, kadi yako ya SHA au ya bima, na matokeo ya vipimo vya awali.'
  from facilities
 order by id
 limit 1;
