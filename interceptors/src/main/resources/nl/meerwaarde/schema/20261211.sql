-- Whose facts are in the kept facts of a published year: when one of them is erased, what is kept goes, and nothing more is released of that year.

create table mw_released_member (
    measure varchar(700) not null,
    first_day date not null,
    patient_id varchar(64) not null,
    primary key (measure, first_day, patient_id)
);
create index mw_released_member_patient on mw_released_member (patient_id);
alter table mw_released_period add column closed boolean default false not null;

-- What is being erased and not gone yet, so that an erasure that was broken off can be finished.

create table mw_erasure (
    resource_type varchar(40) not null,
    resource_id varchar(64) not null,
    patient_id varchar(64) not null,
    primary key (resource_type, resource_id)
);
create index mw_erasure_patient on mw_erasure (patient_id);
