-- Who was born on the same day is compared by name before somebody is registered twice.
create index persons_born on persons (date_of_birth);
