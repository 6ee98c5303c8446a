-- What all tenants share stands in `directory`. Each tenant has a schema with the tables of `tenant`
-- below: it is the pattern that the tenant service copies at sign-up. A second wall stands in every one
-- of them: row security compares each row with the tenant that the session was opened for.

create extension if not exists citext;

create schema directory;
create schema tenant;

create role app_service;

-- What all tenants share -------------------------------------------------------------------------------

create type directory.plan as enum ('team', 'business', 'enterprise');
create type directory.isolation as enum ('schema', 'database');

create table directory.tenants (
  id          uuid primary key default gen_random_uuid(),
  slug        text not null unique,
  name        text not null,
  isolation   directory.isolation not null default 'schema',
  instance    text not null default 'shared-1',
  schema_name text not null unique,
  version     integer not null default 1,
  read_only   boolean not null default false,
  region      text not null,
  created_at  timestamptz not null default now(),
  closed_at   timestamptz
);
comment on table directory.tenants is 'Who has a workspace, and where its rows are. A tenant that moves to a database of its own changes this row last.';
comment on column directory.tenants.version is 'Up to which migration its schema has come.';

create table directory.subscriptions (
  id         uuid primary key default gen_random_uuid(),
  tenant_id  uuid not null references directory.tenants (id),
  plan       directory.plan not null,
  seats      integer not null,
  period     tstzrange not null,
  constraint seats_are_positive check (seats > 0)
);
comment on table directory.subscriptions is 'What a tenant pays for, and when.';
create index subscriptions_of_tenant on directory.subscriptions (tenant_id);

create table directory.invoices (
  id              uuid primary key default gen_random_uuid(),
  subscription_id uuid not null references directory.subscriptions (id),
  number          text not null unique,
  amount          numeric(12, 2) not null,
  currency        char(3) not null default 'USD',
  due_on          date not null,
  paid_at         timestamptz
);
comment on table directory.invoices is 'Invoices as the payment provider made them.';
create index invoices_of_subscription on directory.invoices (subscription_id);
create index invoices_unpaid on directory.invoices (due_on) where paid_at is null;

create table directory.active_members (
  tenant_id uuid not null references directory.tenants (id),
  month     date not null,
  member_id uuid not null,
  primary key (tenant_id, month, member_id),
  constraint month_is_its_first_day check (extract(day from month) = 1)
);
comment on table directory.active_members is 'Who worked in a month, each once however often an event comes. Seats beyond the plan are counted from it.';

create table directory.outbox (
  id           bigint generated always as identity primary key,
  event_id     uuid not null default gen_random_uuid(),
  tenant_id    uuid not null,
  actor_id     uuid,
  type         text not null,
  object_id    uuid not null,
  version      integer not null,
  fields       text[] not null default '{}',
  origin       inet,
  created_at   timestamptz not null default now(),
  published_at timestamptz
);
comment on table directory.outbox is 'What changed, for all tenants of an instance in one table, so that the relay need not walk the schemas. Each instance has one, since a row is committed with its change; so nothing here refers to the directory, which stands on the first alone. Identifiers and names of fields: what a record says stays in its schema.';
create index outbox_unpublished on directory.outbox (id) where published_at is null;

-- A tenant's own ---------------------------------------------------------------------------------------

create table tenant.users (
  id          uuid primary key default gen_random_uuid(),
  tenant_id   uuid not null,
  subject     text not null,
  email       citext not null,
  name        text not null,
  invited_at  timestamptz not null default now(),
  disabled_at timestamptz,
  unique (tenant_id, subject),
  unique (tenant_id, email)
);
comment on table tenant.users is 'People of a tenant. The subject is what the identity provider calls them; no password is kept.';

create table tenant.roles (
  id          uuid primary key default gen_random_uuid(),
  tenant_id   uuid not null,
  name        text not null,
  permissions text[] not null default '{}',
  unique (tenant_id, name)
);
comment on table tenant.roles is 'A name for a set of permissions, each tenant its own.';

create table tenant.user_roles (
  user_id   uuid not null references tenant.users (id) on delete cascade,
  role_id   uuid not null references tenant.roles (id) on delete cascade,
  tenant_id uuid not null,
  primary key (user_id, role_id)
);
comment on table tenant.user_roles is 'Who has which roles.';
create index user_roles_by_role on tenant.user_roles (role_id);

create table tenant.projects (
  id         uuid primary key default gen_random_uuid(),
  tenant_id  uuid not null,
  name       text not null,
  owner_id   uuid not null references tenant.users (id),
  created_at timestamptz not null default now()
);
comment on table tenant.projects is 'What the work of a tenant is grouped by.';
create index projects_by_tenant on tenant.projects (tenant_id, created_at desc);
create index projects_by_owner on tenant.projects (owner_id);

create table tenant.records (
  id         uuid primary key default gen_random_uuid(),
  tenant_id  uuid not null,
  project_id uuid not null references tenant.projects (id) on delete cascade,
  title      text not null,
  body       jsonb not null default '{}',
  version    integer not null default 1,
  updated_at timestamptz not null default now()
);
comment on table tenant.records is 'The work itself. Two people who change one record at once: the second is told, by its version.';
create index records_of_project on tenant.records (tenant_id, project_id, updated_at desc);
create index records_by_project on tenant.records (project_id);

create table tenant.audit_entries (
  id          bigint generated always as identity,
  tenant_id   uuid not null,
  actor_id    uuid,
  action      text not null,
  object      text not null,
  version     integer,
  origin      inet,
  happened_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
comment on table tenant.audit_entries is 'Who did what. The service may add rows and read them, and may do nothing else with them. The address is whole here, for ninety days; the archive has its network.';
create index audit_entries_by_time on tenant.audit_entries (tenant_id, happened_at desc);
create index audit_entries_of_object on tenant.audit_entries (tenant_id, object);

create table tenant.api_keys (
  id         uuid primary key default gen_random_uuid(),
  tenant_id  uuid not null,
  name       text not null,
  prefix     text not null,
  hash       bytea not null unique,
  role_id    uuid not null references tenant.roles (id),
  created_by uuid not null references tenant.users (id),
  last_used  timestamptz,
  revoked_at timestamptz
);
comment on table tenant.api_keys is 'Keys of a tenant''s own systems. Its hash is kept and never the key; the prefix names the tenant, so that the schema is known before the hash is looked for, and is what its owner recognises it by.';
create index api_keys_by_role on tenant.api_keys (role_id);
create index api_keys_by_creator on tenant.api_keys (created_by);

create table tenant.webhooks (
  id            uuid primary key default gen_random_uuid(),
  tenant_id     uuid not null,
  url           text not null,
  secret        bytea not null,
  events        text[] not null,
  failing_since timestamptz,
  disabled_at   timestamptz,
  constraint url_is_https check (url like 'https://%')
);
comment on table tenant.webhooks is 'Where a tenant wants to hear of changes. What is sent is signed with the secret; after three days of failures nothing is sent any more.';

-- The second wall --------------------------------------------------------------------------------------

create function tenant.current_tenant() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.tenant_id', true), '')::uuid;
comment on function tenant.current_tenant() is 'The tenant of the transaction. Without one it is nobody, and no row is.';

do $$
declare
  name text;
begin
  foreach name in array array['users', 'roles', 'user_roles', 'projects', 'records', 'audit_entries',
                            'api_keys', 'webhooks'] loop
    execute format('alter table tenant.%I enable row level security', name);
    execute format('alter table tenant.%I force row level security', name);
    execute format(
      'create policy own_rows on tenant.%I using (tenant_id = tenant.current_tenant()) '
      'with check (tenant_id = tenant.current_tenant())', name);
  end loop;
end
$$;

grant usage on schema directory, tenant to app_service;
grant select on directory.tenants to app_service;
grant insert on directory.outbox to app_service;
grant select, insert, update, delete on all tables in schema tenant to app_service;
revoke update, delete on tenant.audit_entries from app_service;
