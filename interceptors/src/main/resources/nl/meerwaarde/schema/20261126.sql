-- Who answers, and who does not: what may keep patients from it. Reports are stratified by it, so it stands in their index.

alter table mw_episode add column language varchar(8);
alter table mw_episode add column literacy varchar(20);
alter table mw_episode add column deprivation smallint;
alter table mw_change add column language varchar(8);
alter table mw_change add column literacy varchar(20);
alter table mw_change add column deprivation smallint;

drop index mw_change_report;
create index mw_change_report on mw_change (series, index_from, index_to, closes_on, counted, invited, returned, proxy,
    before_millionths, after_millionths, organization_id, sex, age_band, ended_by, pathway_version, expected, deprivation, language, literacy);
