-- Wallets, what happened to them, and work that a request does not wait for. Both indexes that the
-- performance guide asks for are here, under names that say what they answer. Money is counted in cents.

create type wallet_status as enum ('open', 'frozen', 'closed');
create type movement as enum ('top_up', 'payment', 'refund');

create table festivals (
  id       uuid primary key default gen_random_uuid(),
  name     text not null,
  currency char(3) not null,
  opens_on date not null,
  ends_on  date not null,
  constraint ends_after_it_opens check (ends_on >= opens_on)
);
comment on table festivals is 'Where wallets are good.';

create table wallets (
  id            uuid primary key default gen_random_uuid(),
  user_id       uuid not null,
  festival_id   uuid not null references festivals (id),
  balance_cents bigint not null default 0,
  status        wallet_status not null default 'open',
  updated_at    timestamptz not null default now(),
  constraint never_below_zero check (balance_cents >= 0)
);
comment on table wallets is 'What a visitor may spend at one festival. The row is small, so that a thousand of them fit into the memory of the API.';
create unique index wallets_of_visitor on wallets (user_id, festival_id);
create index wallets_of_festival on wallets (festival_id);

create table transactions (
  id           bigint generated always as identity primary key,
  wallet_id    uuid not null references wallets (id),
  movement     movement not null,
  amount_cents bigint not null,
  stall        text,
  request      uuid not null unique,
  created_at   timestamptz not null default now(),
  constraint amount_is_positive check (amount_cents > 0)
);
comment on table transactions is 'Every top-up, payment and refund, written with the balance in one transaction. Rows are added and never changed.';
comment on column transactions.request is 'A number that the stall''s device makes, or the app for a top-up. A payment that is sent twice meets it, and the balance changes once.';
create index transactions_of_wallet on transactions (wallet_id, created_at desc);

create type top_up_state as enum ('requested', 'charged', 'refused');

create table top_ups (
  id                 uuid primary key,
  wallet_id          uuid not null references wallets (id),
  amount_cents       bigint not null,
  state              top_up_state not null default 'requested',
  provider_reference text unique,
  requested_at       timestamptz not null default now(),
  constraint amount_is_positive check (amount_cents > 0),
  constraint a_charge_has_a_reference check (state <> 'charged' or provider_reference is not null)
);
comment on table top_ups is 'Written before the payment provider is asked. The app makes the number, so that a request that comes twice is one top-up, and the provider takes it as its own key.';
create index top_ups_of_wallet on top_ups (wallet_id);
create index top_ups_unanswered on top_ups (requested_at) where state = 'requested';

create table jobs (
  id         bigint generated always as identity primary key,
  kind       text not null,
  payload    jsonb not null default '{}',
  attempts   smallint not null default 0,
  due_at     timestamptz not null default now(),
  done_at    timestamptz
);
comment on table jobs is 'Notices to be sent, and top-ups to be asked after. Rows come in batches of a hundred, or after 100 ms; the worker takes ten at a time.';
create index jobs_due on jobs (due_at) where done_at is null;
