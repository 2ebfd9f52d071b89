-- What patients say of the use of their data beyond their own treatment, as their Consents that are in force say it: one row for each Consent and use. Days are
-- those between which it holds, the first and the last included.

create table mw_data_use (
    consent_id varchar(64) not null,
    data_use varchar(40) not null,
    patient_id varchar(64) not null,
    permitted boolean not null,
    holds_from date not null,
    holds_to date not null,
    primary key (consent_id, data_use)
);
create index mw_data_use_said on mw_data_use (data_use, permitted, patient_id);
