-- What reports say of care besides scores: how long a patient waited for treatment, and how many personal goals were reached.

alter table mw_episode add column days_to_index integer;
alter table mw_episode add column goals_rated integer;
alter table mw_episode add column goals_attained integer;
