-- A time without a zone is a different hour for every reader. What stands there was meant in the clinic's zone.

alter table appointments
    alter column start_time             type timestamptz using start_time             at time zone '${zone}',
    alter column end_time               type timestamptz using end_time               at time zone '${zone}',
    alter column rescheduled_start_time type timestamptz using rescheduled_start_time at time zone '${zone}',
    alter column rescheduled_end_time   type timestamptz using rescheduled_end_time   at time zone '${zone}';

-- The original stamped these by the server's clock in UTC.
alter table medical_records alter column created_at type timestamptz using created_at at time zone 'UTC';
alter table revoked_tokens  alter column created_at type timestamptz using created_at at time zone 'UTC';
