-- Secrets that every node must share, made by the first that needs them. Whoever reads this table can tell whose pseudonym is whose.

create table mw_secret (
    name  varchar(40) not null primary key,
    secret varchar(88) not null
);
