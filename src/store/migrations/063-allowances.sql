-- How many messages a person, or a group, may still send, as of an instant; shared by all processes.
create table allowances (
  platform text not null,
  -- A person's account, or "group " and the chat.
  owner text not null,
  left_over double precision not null,
  at timestamptz not null,
  -- Heard that it is too many.
  is_told boolean not null default false,
  -- Of the last message.
  verdict text not null,
  primary key (platform, owner)
);
