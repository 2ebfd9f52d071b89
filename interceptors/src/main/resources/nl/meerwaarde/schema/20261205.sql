-- Who accessed what of whom. Nothing here is ever changed or deleted: an entry once written stays as it is. The chain of seals makes it visible when one does not.

create table mw_audit_entry (
    entry uuid not null primary key,
    recorded timestamp with time zone not null,
    issuer varchar(500) not null,
    subject varchar(500) not null,
    client varchar(500) not null,
    roles varchar(500) not null,
    scopes varchar(10000) not null,
    person varchar(200) not null,
    represented varchar(200) not null,
    organization varchar(200) not null,
    request varchar(200) not null,
    address varchar(200) not null,
    server varchar(500) not null,
    interaction varchar(20) not null,
    resource_type varchar(64) not null,
    resource_id varchar(64) not null,
    resource_version varchar(64) not null,
    operation varchar(100) not null,
    patient varchar(64) not null,
    query varchar(100000) not null,
    reason varchar(500) not null,
    status integer not null
);

create index mw_audit_entry_patient on mw_audit_entry (patient, recorded);
create index mw_audit_entry_recorded on mw_audit_entry (recorded);
create index mw_audit_entry_person on mw_audit_entry (person, recorded);
create index mw_audit_entry_subject on mw_audit_entry (subject, recorded);
create index mw_audit_entry_resource on mw_audit_entry (resource_type, resource_id, recorded);

-- Entries that are under no seal yet. Written with the entry, emptied by whoever seals: so an entry whose transaction ends late is not overlooked.

create table mw_audit_unsealed (
    entry uuid not null primary key
);

-- A seal: the hash of its own entries and of the seal before it, and the same keyed.

create table mw_audit_seal (
    seal bigint not null primary key,
    sealed timestamp with time zone not null,
    entries integer not null,
    previous char(64) not null,
    hash char(64) not null,
    code char(64) not null
);

-- Which entry is under which seal, at which place, and its digest.

create table mw_audit_sealed (
    entry uuid not null primary key,
    seal bigint not null,
    place integer not null,
    digest char(64) not null,
    unique (seal, place)
);

-- One row, which the node that seals holds.

create table mw_audit_sealer (
    sealer integer not null primary key
);

insert into mw_audit_sealer (sealer) values (1);
