-- Which CareTeams answer for outcomes, and whose episodes name a team: when one begins or ceases to answer, the facts of these patients are made again.

create table mw_owning_team (
    team_id varchar(64) not null primary key
);
create table mw_named_team (
    team_id varchar(64) not null,
    patient_id varchar(64) not null,
    primary key (team_id, patient_id)
);

-- The team that answers for the outcomes of an episode. Facts of before have none until they are rebuilt, so all that are settled are in the stratum without team.

alter table mw_episode add column team_id varchar(64);
alter table mw_change add column team_id varchar(64);
alter table mw_settled alter column stratum set data type varchar(64);
insert into mw_settled (series, index_month, batch, pathway_version, organization_id, stratifier, stratum, facts, eligible, invited, died, otherwise_ended, returned, scorable, proxy, n, improved, worsened, beyond_error, reached_mic,
    before_sum, before_squares, after_sum, after_squares, gain_squares, expected, expected_squares, residual_squares)
    select series, index_month, batch, pathway_version, organization_id, 'team_id', 'no-team', facts, eligible, invited, died, otherwise_ended, returned, scorable, proxy, n, improved, worsened, beyond_error, reached_mic,
    before_sum, before_squares, after_sum, after_squares, gain_squares, expected, expected_squares, residual_squares
    from mw_settled where stratifier = '';
insert into mw_settled (series, index_month, batch, pathway_version, organization_id, stratifier, stratum, facts, eligible, invited, died, otherwise_ended, returned, scorable, proxy, n, improved, worsened, beyond_error, reached_mic,
    before_sum, before_squares, after_sum, after_squares, gain_squares, expected, expected_squares, residual_squares)
    select series, index_month, batch, pathway_version, '*', 'team_id', 'no-team', sum(facts), sum(eligible), sum(invited), sum(died), sum(otherwise_ended), sum(returned), sum(scorable), sum(proxy), sum(n), sum(improved), sum(worsened), sum(beyond_error), sum(reached_mic),
    sum(before_sum), sum(before_squares), sum(after_sum), sum(after_squares), sum(gain_squares), sum(expected), sum(expected_squares), sum(residual_squares)
    from mw_settled where stratifier = '' group by series, index_month, batch, pathway_version;
