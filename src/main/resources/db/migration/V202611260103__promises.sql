-- For changes whose outcome nobody waits for, as they are sent together with the commit: ends the transaction where it is
-- not as it was taken for granted to be. Whoever sent them starts anew.
create function insist(as_promised boolean) returns void language plpgsql as $$
begin
    if as_promised is not true then
        raise exception 'it did not come out as promised' using errcode = 'EM001';
    end if;
end $$;
