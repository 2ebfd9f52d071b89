-- Reports read facts from these indexes alone: every column of the report's statement is in one.

create index mw_score_report on mw_score (score, moment, counts, episode_id, score_value, respondent);
create index mw_expectation_report on mw_expectation (model, score, moment, episode_id, expected);
create index mw_moment_report on mw_moment (moment, episode_id, counted, invited, closes_on);
