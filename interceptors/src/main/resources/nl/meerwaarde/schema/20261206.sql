-- Whether there is any fact of an organisation in some days, which a node asks for each delivered report.

create index mw_episode_organization on mw_episode (organization_id, pathway, index_from);
