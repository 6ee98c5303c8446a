-- query: A device over a span, for a chart
-- uses: windows_pkey
select started_at, temperature_min, temperature_max, temperature_mean
from metrics.windows
where site_id = $1 and device = $2 and started_at between $3 and $4
order by started_at;

-- query: The last hour of a site
-- uses: windows_pkey
select device, max(temperature_max) as highest, min(battery_last) as battery
from metrics.windows
where site_id = $1 and started_at >= $2
group by device;

-- query: Devices that have fallen silent, the longest first
-- uses: devices_silent
select id, serial, site_id, silent_since
from registry.devices
where silent_since is not null
order by silent_since
limit 500;

-- query: The sites that a customer's people may ask about
-- uses: sites_customer_id_name_key
select id, name
from registry.sites
where customer_id = $1
order by name;

-- query: The devices of a site in one state
-- uses: devices_at_site
select id, serial
from registry.devices
where site_id = $1 and state = $2;

-- query: The device behind a connection
-- uses: devices_certificate_key
select id, number, model_id, state
from registry.devices
where certificate = $1;

-- query: Devices that still run a firmware
-- uses: devices_by_firmware
select count(*)
from registry.devices
where firmware_id = $1;

-- query: Whether an alert is open already
-- uses: one_open_alert
select id
from registry.alerts
where device_id = $1 and threshold_id = $2 and cleared_at is null;

-- query: What was changed of a device, the newest first
-- uses: device_changes_pkey
select changed_at, what, before, after, changed_by
from registry.device_changes
where device_id = $1
order by changed_at desc
limit 50;
