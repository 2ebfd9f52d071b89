-- What reports add up again and again. Facts of closed windows hardly ever change, so they are settled: their sums lie ready by month of the index event, and the
-- facts themselves are passed over. One that changes after all is taken out by rows of sums with the opposite sign. As in what organisations deliver, sums are
-- divided by one thing at a time: all that were treated by an organisation (no stratifier), and by stratum those of each organisation and of everybody ('*').

create table mw_settled (
    series bigint not null,
    index_month date not null,
    batch bigint not null,
    pathway_version varchar(100) not null,
    organization_id varchar(64),
    stratifier varchar(20) not null,
    stratum varchar(40) not null,
    facts bigint not null,
    eligible bigint not null,
    invited bigint not null,
    died bigint not null,
    otherwise_ended bigint not null,
    returned bigint not null,
    scorable bigint not null,
    proxy bigint not null,
    n bigint not null,
    improved bigint not null,
    worsened bigint not null,
    beyond_error bigint not null,
    reached_mic bigint not null,
    before_sum numeric(38) not null,
    before_squares numeric(38) not null,
    after_sum numeric(38) not null,
    after_squares numeric(38) not null,
    gain_squares numeric(38) not null,
    expected numeric(38, 12) not null,
    expected_squares numeric(60, 24) not null,
    residual_squares numeric(60, 24) not null
);
create index mw_settled_report on mw_settled (series, stratifier, organization_id, index_month);

-- By which thresholds the sums of a series were made: with others they are made anew. Until when windows had closed: reports about an earlier day do not read them.
create table mw_settled_series (
    series bigint not null primary key,
    direction smallint not null,
    beyond_error bigint not null,
    important bigint not null,
    closed_before date not null
);

alter table mw_change add column settled boolean default false not null;
drop index mw_change_report;
create index mw_change_report on mw_change (series, settled, index_from, index_to, closes_on, counted, invited, returned, proxy,
    before_millionths, after_millionths, organization_id, sex, age_band, ended_by, pathway_version, expected, deprivation, language, literacy);
