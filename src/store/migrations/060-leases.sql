-- What one process at a time may do: poll a platform. Instants are the database's own, which all processes share.
create table leases (
  name text primary key,
  holder text not null,
  lease_until timestamptz not null
);
