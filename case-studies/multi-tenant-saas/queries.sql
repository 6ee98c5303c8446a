-- None of these names a tenant: row security adds the condition, and the index answers it.

-- query: The newest projects of the tenant
-- uses: projects_by_tenant
select id, name, created_at
from tenant.projects
order by created_at desc
limit 25;

-- query: The records of a project, last changed first
-- uses: records_of_project
select id, title, updated_at
from tenant.records
where project_id = $1
order by updated_at desc
limit 50;

-- query: What happened in the tenant since a day
-- uses: audit_entries_by_time
select actor_id, action, object, happened_at
from tenant.audit_entries
where happened_at >= $1
order by happened_at desc
limit 200;

-- query: Whether the tenant ever had what somebody asked for
-- uses: audit_entries_of_object
select 1
from tenant.audit_entries
where object = $1
limit 1;

-- query: Invoices that are overdue
-- uses: invoices_unpaid
select id, number, amount
from directory.invoices
where paid_at is null and due_on < current_date;

-- query: Changes that wait to be published, of all tenants
-- uses: outbox_unpublished
select id, event_id, tenant_id, actor_id, type, object_id, version, fields, origin, created_at
from directory.outbox
where published_at is null
order by id
limit 500
for update skip locked;

-- query: Who was active in a month
-- uses: active_members_pkey
select count(*)
from directory.active_members
where tenant_id = $1 and month = $2;
