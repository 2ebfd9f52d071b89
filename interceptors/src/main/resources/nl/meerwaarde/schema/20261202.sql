-- The facts of a year as they were when something of it was first published for somebody who may not see every number: what is released of that year later, for
-- whomever, is computed from the same. A cell is divided by everything at once (no division), or by one thing, where an organisation delivered it so.

create table mw_released_period (
    measure varchar(700) not null,
    first_day date not null,
    last_day date not null,
    as_of timestamp with time zone not null,
    primary key (measure, first_day, last_day)
);

create table mw_released_cell (
    measure varchar(700) not null,
    first_day date not null,
    last_day date not null,
    place integer not null,
    strata varchar(1000) not null,
    division varchar(40) not null,
    stratum varchar(200) not null,
    numbers varchar(100000) not null,
    primary key (measure, first_day, last_day, place)
);
