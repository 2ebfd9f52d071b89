-- Tables of the plug-in suite, beside HAPI's. The same statements on H2 and PostgreSQL; no foreign keys to HAPI's tables, whose rows of the running
-- transaction may not be flushed yet.

create table mw_definition (
    url varchar(500) not null,
    version varchar(100) not null,
    resource_type varchar(40) not null,
    resource_id varchar(64) not null,
    resource_version bigint not null,
    rules char(64) not null,
    primary key (url, version)
);
create unique index mw_definition_resource on mw_definition (resource_type, resource_id);

create table mw_patient (
    patient_id varchar(64) not null primary key,
    survivor_id varchar(64) not null,
    replaced_by varchar(64)
);
create index mw_patient_replaced_by on mw_patient (replaced_by);
create index mw_patient_survivor on mw_patient (survivor_id);

create table mw_record_entry (
    resource_type varchar(40) not null,
    resource_id varchar(64) not null,
    patient_id varchar(64) not null,
    definition varchar(700),
    body varchar(100000) not null,
    primary key (resource_type, resource_id)
);
create index mw_record_entry_patient on mw_record_entry (patient_id);
create index mw_record_entry_definition on mw_record_entry (definition);

create table mw_derived_score (
    observation_id varchar(64) not null primary key,
    response_id varchar(64) not null,
    fingerprint varchar(64) not null
);
create index mw_derived_score_response on mw_derived_score (response_id);

create table mw_episode (
    episode_id varchar(64) not null primary key,
    patient_id varchar(64) not null,
    pathway varchar(500) not null,
    pathway_version varchar(100) not null,
    organization_id varchar(64),
    side varchar(40),
    index_from date,
    index_to date,
    sex varchar(20),
    age integer,
    age_band varchar(20),
    ended_by varchar(40),
    ended_on date
);
create index mw_episode_patient on mw_episode (patient_id);
create index mw_episode_pathway on mw_episode (pathway, index_from);

create table mw_moment (
    episode_id varchar(64) not null,
    moment varchar(40) not null,
    patient_id varchar(64) not null,
    opens_on date,
    closes_on date,
    invited boolean not null,
    counted boolean not null,
    primary key (episode_id, moment)
);
create index mw_moment_patient on mw_moment (patient_id);

create table mw_score (
    episode_id varchar(64) not null,
    moment varchar(40) not null,
    score varchar(300) not null,
    source varchar(100) not null,
    patient_id varchar(64) not null,
    score_value numeric(18, 6),
    respondent varchar(40) not null,
    language varchar(40),
    answer_mode varchar(40),
    instrument varchar(700),
    authored_on date,
    counts boolean not null,
    primary key (episode_id, moment, score, source)
);
create index mw_score_patient on mw_score (patient_id);

create table mw_event (
    episode_id varchar(64) not null,
    event varchar(40) not null,
    source varchar(100) not null,
    patient_id varchar(64) not null,
    happened_from date,
    happened_to date,
    primary key (episode_id, event, source)
);
create index mw_event_patient on mw_event (patient_id);

create table mw_expectation (
    episode_id varchar(64) not null,
    moment varchar(40) not null,
    score varchar(300) not null,
    model varchar(400) not null,
    source varchar(100) not null,
    patient_id varchar(64) not null,
    expected numeric(18, 6) not null,
    primary key (episode_id, moment, score, model)
);
create index mw_expectation_patient on mw_expectation (patient_id);

create table mw_loaded_definition (
    resource varchar(120) not null primary key,
    fingerprint char(64) not null
);
