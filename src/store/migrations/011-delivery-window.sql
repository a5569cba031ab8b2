-- How many messages a platform got within the last second is read from the attempts themselves: by all processes, and after a restart too.
alter table deliveries add column platform text not null default '';
create index on deliveries (platform, started_at);
