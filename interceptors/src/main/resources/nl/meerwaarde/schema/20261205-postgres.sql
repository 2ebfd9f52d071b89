-- Refuses to change or remove what the audit trail holds. Guards against mistakes and against whoever gets hold of the server's statements; who owns the tables can
-- switch it off, and is found out by the seals.

create function mw_audit_refuse() returns trigger language plpgsql as $$
begin
    raise exception 'The audit trail is append-only';
end
$$;

create trigger mw_audit_entry_stays before update or delete on mw_audit_entry for each row execute function mw_audit_refuse();
create trigger mw_audit_entry_is_kept before truncate on mw_audit_entry for each statement execute function mw_audit_refuse();
create trigger mw_audit_seal_stays before update or delete on mw_audit_seal for each row execute function mw_audit_refuse();
create trigger mw_audit_seal_is_kept before truncate on mw_audit_seal for each statement execute function mw_audit_refuse();
create trigger mw_audit_sealed_stays before update or delete on mw_audit_sealed for each row execute function mw_audit_refuse();
create trigger mw_audit_sealed_is_kept before truncate on mw_audit_sealed for each statement execute function mw_audit_refuse();
