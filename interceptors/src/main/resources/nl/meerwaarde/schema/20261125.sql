-- Safety alerts: which alarming answers have raised one, so that each raises one, and when somebody should have accepted it.

create table mw_alert (
    alert_id varchar(64) not null primary key,
    series char(64) not null,
    alert varchar(200) not null,
    response_id varchar(64),
    authored varchar(60),
    raised_at timestamp with time zone not null,
    ended boolean not null,
    steps integer not null,
    next_step_at timestamp with time zone
);
-- Not mw_alert_series: in PostgreSQL an index may not be called as a table is.
create index mw_alert_by_series on mw_alert (series);
create index mw_alert_by_response on mw_alert (response_id);
create index mw_alert_by_next_step on mw_alert (next_step_at);

-- A row to lock per series: of two submissions of the same answer at once, the second sees what the first raised.
create table mw_alert_series (
    series char(64) not null primary key
);
