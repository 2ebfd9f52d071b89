-- What organisations deliver of their own facts, added up: a node pools it without any patient's record. Reports of one organisation about one Measure are
-- about days that do not overlap.

create table mw_delivery (
    report_id varchar(64) not null primary key,
    measure varchar(700) not null,
    organization_id varchar(64) not null,
    period_from date not null,
    period_to date not null,
    as_of timestamp with time zone not null,
    fingerprint char(64) not null
);
create unique index mw_delivery_period on mw_delivery (measure, period_from, organization_id);

create table mw_delivered_stratum (
    report_id varchar(64) not null,
    stratifier varchar(40) not null,
    stratum varchar(200) not null,
    numbers varchar(100000) not null,
    primary key (report_id, stratifier, stratum)
);

-- A row to lock: of two reports that arrive at once, the second sees the first.
create table mw_deliverer (
    measure varchar(700) not null,
    organization_id varchar(64) not null,
    primary key (measure, organization_id)
);
