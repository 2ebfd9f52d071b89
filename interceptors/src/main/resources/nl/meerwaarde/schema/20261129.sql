-- Who did the index event, for reports about a practitioner's own patients. Known of episodes whose record is written from now on; $rebuild-outcome-facts makes it known of all.

alter table mw_episode add column practitioner_id varchar(64);
create index mw_episode_practitioner on mw_episode (practitioner_id);

-- Which version of the resource the last release wrote: a later one is the hospital's.
alter table mw_loaded_definition add column stored_version bigint;
