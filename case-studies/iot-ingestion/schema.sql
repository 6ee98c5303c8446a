-- The device registry, and the last seven days of readings as windows of five minutes: a partition a day,
-- dropped whole. The two schemas are databases of their own, so that no query and no foreign key joins
-- them; single readings are in the archive and have no table.

create schema registry;
create schema metrics;

create type registry.device_state as enum ('provisioned', 'active', 'suspended', 'retired');

create table registry.customers (
  id   integer generated always as identity primary key,
  name text not null
);
comment on table registry.customers is 'Whose sites these are. Groups of the people who may see them name it.';

create table registry.sites (
  id          integer generated always as identity primary key,
  customer_id integer not null references registry.customers (id),
  name        text not null,
  time_zone   text not null default 'UTC',
  latitude    double precision not null,
  longitude   double precision not null,
  unique (customer_id, name),
  constraint on_earth check (latitude between -90 and 90 and longitude between -180 and 180)
);
comment on table registry.sites is 'Where devices stand. A reading does not carry its place: it is looked up here.';

create table registry.firmware (
  id             bigint generated always as identity primary key,
  version        text not null unique,
  schema_version smallint not null,
  released_at    timestamptz not null,
  withdrawn_at   timestamptz
);
comment on table registry.firmware is 'What runs on devices, and which version of the message they then send.';

create table registry.device_models (
  id               bigint generated always as identity primary key,
  name             text not null unique,
  latest_firmware  bigint references registry.firmware (id),
  interval_seconds smallint not null default 30,
  constraint interval_is_positive check (interval_seconds > 0)
);
comment on table registry.device_models is 'Kinds of devices, and how often one reads.';

create table registry.devices (
  id             uuid primary key,
  number         integer generated always as identity unique,
  serial         text not null unique,
  model_id       bigint not null references registry.device_models (id),
  site_id        integer not null references registry.sites (id),
  firmware_id    bigint not null references registry.firmware (id),
  state          registry.device_state not null default 'provisioned',
  certificate    bytea not null unique,
  provisioned_at timestamptz not null default now(),
  silent_since   timestamptz
);
comment on table registry.devices is 'One row a device, read when the stream has forgotten it. No message writes here.';
comment on column registry.devices.silent_since is 'Written when three batches are missing, and emptied by the next one: two writes an outage, and none while all is well.';
comment on column registry.devices.number is 'Four bytes that stand for the device in its windows, where sixteen would be written 288 times a day.';
comment on column registry.devices.certificate is 'The fingerprint of the certificate with which it connects.';
create index devices_at_site on registry.devices (site_id, state);
create index devices_by_firmware on registry.devices (firmware_id);
create index devices_silent on registry.devices (silent_since) where silent_since is not null;

create table registry.device_changes (
  device_id   uuid not null references registry.devices (id) on delete cascade,
  changed_at  timestamptz not null default now(),
  what        text not null,
  before      text,
  after       text,
  changed_by  text not null,
  primary key (device_id, changed_at, what),
  constraint what_is_known check (what in ('state', 'site', 'firmware', 'certificate', 'limits'))
);
comment on table registry.device_changes is 'Who changed what of a device. Rows are added, and go with the device alone.';

create table registry.thresholds (
  id        bigint generated always as identity primary key,
  model_id  bigint not null references registry.device_models (id),
  device_id uuid references registry.devices (id) on delete cascade,
  metric    text not null,
  lowest    double precision,
  highest   double precision,
  unique nulls not distinct (model_id, device_id, metric),
  constraint metric_is_known check (metric in ('temperature', 'humidity', 'battery', 'signal_strength')),
  constraint some_bound check (lowest is not null or highest is not null)
);
comment on table registry.thresholds is 'Limits of a model, or of one device where it has its own.';
create index thresholds_of_device on registry.thresholds (device_id);

create table registry.alerts (
  id           bigint generated always as identity primary key,
  device_id    uuid not null references registry.devices (id),
  threshold_id bigint not null references registry.thresholds (id),
  value        double precision not null,
  raised_at    timestamptz not null default now(),
  cleared_at   timestamptz
);
comment on table registry.alerts is 'A limit that was passed, until it is kept again.';
create unique index one_open_alert on registry.alerts (device_id, threshold_id) where cleared_at is null;
create index alerts_of_device on registry.alerts (device_id, raised_at desc);
create index alerts_by_threshold on registry.alerts (threshold_id);

create table metrics.windows (
  site_id          integer not null,
  device           integer not null,
  started_at       timestamptz not null,
  temperature_min  real,
  temperature_max  real,
  temperature_mean real,
  temperature_last real,
  humidity_min     real,
  humidity_max     real,
  humidity_mean    real,
  humidity_last    real,
  battery_min      smallint,
  battery_max      smallint,
  battery_mean     smallint,
  battery_last     smallint,
  signal_min       smallint,
  signal_max       smallint,
  signal_mean      smallint,
  signal_last      smallint,
  primary key (site_id, device, started_at)
) partition by range (started_at);
comment on table metrics.windows is 'A row a device and five minutes, made of ten readings. The key is the only index: it answers for a site and for a device of it, and a batch that comes twice finds its row there.';
create table metrics.windows_2026_11_15 partition of metrics.windows for values from ('2026-11-15') to ('2026-11-16');
create table metrics.windows_2026_11_16 partition of metrics.windows for values from ('2026-11-16') to ('2026-11-17');
create table metrics.windows_2026_11_17 partition of metrics.windows for values from ('2026-11-17') to ('2026-11-18');
create table metrics.windows_2026_11_18 partition of metrics.windows for values from ('2026-11-18') to ('2026-11-19');
create table metrics.windows_2026_11_19 partition of metrics.windows for values from ('2026-11-19') to ('2026-11-20');
create table metrics.windows_2026_11_20 partition of metrics.windows for values from ('2026-11-20') to ('2026-11-21');
create table metrics.windows_2026_11_21 partition of metrics.windows for values from ('2026-11-21') to ('2026-11-22');
create table metrics.windows_2026_11_22 partition of metrics.windows for values from ('2026-11-22') to ('2026-11-23');
