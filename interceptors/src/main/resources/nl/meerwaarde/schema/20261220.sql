-- Requests that were refused before anybody knew who asks: why, and how many alike an entry stands for.

alter table mw_audit_entry add column cause varchar(100) default '' not null;

alter table mw_audit_entry add column times integer default 1 not null;
