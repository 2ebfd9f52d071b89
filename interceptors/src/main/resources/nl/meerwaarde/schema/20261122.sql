-- What reports read: the facts of an episode's follow-up moments side by side, so that a report over many patients is one pass over one short index.
-- Scores are whole numbers of millionths, which a database adds up faster than decimals.

create table mw_change (
    episode_id varchar(64) not null,
    moment varchar(40) not null,
    score varchar(300) not null,
    model varchar(400) not null,
    series bigint not null,
    patient_id varchar(64) not null,
    pathway varchar(500) not null,
    pathway_version varchar(100) not null,
    organization_id varchar(64),
    index_from date not null,
    index_to date not null,
    sex varchar(20),
    age_band varchar(20),
    ended_by varchar(40),
    closes_on date not null,
    counted boolean not null,
    invited boolean not null,
    returned boolean not null,
    proxy boolean not null,
    before_millionths bigint,
    after_millionths bigint,
    expected numeric(24, 12),
    primary key (episode_id, moment, score, model)
);
create index mw_change_patient on mw_change (patient_id);
-- Numbers before texts: a database finds a column faster when all before it have a fixed length.
create index mw_change_report on mw_change (series, index_from, index_to, closes_on, counted, invited, returned, proxy,
    before_millionths, after_millionths, organization_id, sex, age_band, ended_by, pathway_version, expected);

-- Published expectations have more digits than scores.
alter table mw_expectation alter column expected set data type numeric(24, 12);
