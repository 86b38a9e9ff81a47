alter table appointment_types
    add column duration_minutes       smallint    not null default 30,
    add column buffer_before_minutes  smallint    not null default 0,
    add column buffer_after_minutes   smallint    not null default 0,
    -- How far apart its slots begin; null for one right after the other.
    add column starts_every_minutes   smallint,
    add column minimum_notice_minutes integer     not null default 60,
    add column horizon_days           smallint    not null default 90,
    add column bookable_by            varchar(10) not null default 'patients',
    add column colour                 varchar(7)  not null default '#4a3fb5',
    add column description_en         varchar(500),
    add column description_sw         varchar(500),
    -- Both empty: every provider offers it.
    add column cadres                 text[]      not null default '{}',
    add column specializations        text[]      not null default '{}',
    add constraint appointment_types_duration       check (duration_minutes between 5 and 1440),
    add constraint appointment_types_buffers        check (buffer_before_minutes between 0 and 240
                                                           and buffer_after_minutes between 0 and 240),
    add constraint appointment_types_starts_every   check (starts_every_minutes between 5 and 1440),
    add constraint appointment_types_minimum_notice check (minimum_notice_minutes between 0 and 525600),
    add constraint appointment_types_horizon        check (horizon_days between 1 and 730),
    add constraint appointment_types_bookable_by    check (bookable_by in ('patients', 'staff')),
    add constraint appointment_types_colour         check (colour ~ '^#[0-9a-f]{6}$');

update appointment_types
   set duration_minutes = 30, horizon_days = 60, colour = '#4a3fb5',
       description_en = 'A first talk about a complaint, with an examination.',
       description_sw = 'Mazungumzo ya kwanza kuhusu tatizo la afya, pamoja na uchunguzi.'
 where name = 'Consultation';
update appointment_types
   set duration_minutes = 20, horizon_days = 120, colour = '#11663c',
       description_en = 'A look at how treatment goes on, results, refills.',
       description_sw = 'Kuangalia maendeleo ya matibabu, majibu ya vipimo, dawa za kuendelea.'
 where name = 'Follow-up';
update appointment_types
   set duration_minutes = 45, horizon_days = 180, bookable_by = 'staff', colour = '#7a4a00',
       description_en = 'For patients sent by another facility; the front desk checks the letter and books.',
       description_sw = 'Kwa wagonjwa waliotumwa na kituo kingine; mapokezi hukagua barua na kuweka miadi.'
 where name = 'Referral';

create function offered_by(cadres text[], specializations text[], cadre text, specialization text) returns boolean
    language sql immutable parallel safe
    return (cardinality(cadres) = 0 and cardinality(specializations) = 0)
        or exists (select 1 from unnest(cadres) c where lower(c) = lower(cadre))
        or exists (select 1 from unnest(specializations) s where lower(s) = lower(specialization));
