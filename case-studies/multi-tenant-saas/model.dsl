member = person "Member" "Works in a tenant’s workspace every day."
tenantAdmin = person "Tenant administrator" "Invites people, sets roles, reads the audit log."

identityProvider = softwareSystem "Identity provider" "Signs people in and issues tokens." {
    tags "External"
}
tenantSystems = softwareSystem "Tenant’s own systems" "Call the API, listen to webhooks." {
    tags "External"
}

saas = softwareSystem "Multi-tenant SaaS platform" "Serves 500 companies from one installation, each as if it were alone." {
    app = container "Web app" "A tenant’s workspace in the browser." "React" "Browser"
    cdn = container "CDN" "The app’s files near its users." "CloudFront, S3" "Edge"
    gateway = container "API gateway" "Entry point: filters, limits, routes." "ALB, WAF" "Edge"

    user = container "User service" "People, roles, permissions of a tenant." "Go, Gin"
    core = container "Core service" "A tenant’s data, and the work on it." "Go, Gin" {
        api = component "Core API" "Resources by version, pages by cursor." "Go, Gin"
        guard = component "Tenant guard" "No request passes without its tenant." "Go, middleware"
        limiter = component "Tenant limiter" "A bucket of requests for each tenant." "Go"
        permissions = component "Permission check" "Role against action, refused by default." "Go"
        work = component "Use cases" "What a tenant may do with its data." "Go"
        session = component "Tenant session" "Sets schema and tenant for one transaction." "Go, pgx"
        repository = component "Repositories" "Queries that name no tenant." "Go, pgx"
        relay = component "Outbox relay" "Publishes what was committed." "Go"
    }
    billing = container "Billing service" "Plans, usage, invoices." "Go, Gin"
    tenant = container "Tenant service" "Creates, migrates, moves tenants." "Go, Gin"
    integration = container "Integration service" "API keys; webhooks with retries." "Go, Gin"
    audit = container "Audit service" "Who did what, when, from where." "Go, Gin"

    database = container "PostgreSQL" "A schema for each tenant, row security in each." "RDS, Multi-AZ" "Database"
    cache = container "Redis" "Tenant directory, permissions, rate limits." "ElastiCache" "Database"
    events = container "Event bus" "Changes, for audit, billing and webhooks." "EventBridge" "Queue"
    auditLog = container "Audit archive" "Entries that nobody can change." "S3, Object Lock" "Object store"
    observability = container "Observability" "Logs and metrics, by tenant." "CloudWatch" "Database"
}

member -> saas.app "Works in" "HTTPS"
tenantAdmin -> saas.app "Administers" "HTTPS"
tenantSystems -> saas.gateway "Call the API" "JSON/HTTPS"
saas.app -> identityProvider "Signs in" "OIDC"
saas.app -> saas.cdn "Loads its files" "HTTPS"
saas.app -> saas.gateway "Calls" "JSON/HTTPS"

saas.gateway -> saas.user "People, roles" "HTTP"
saas.gateway -> saas.core.api "Work" "HTTP"
saas.gateway -> saas.billing "Plans, invoices" "HTTP"
saas.gateway -> saas.tenant "Sign-up" "HTTP"
saas.gateway -> saas.integration "API keys" "HTTP"
saas.gateway -> saas.audit "Searches the log" "HTTP"

saas.core.api -> saas.core.guard "Passes on"
saas.core.guard -> saas.core.limiter "Asks for room"
saas.core.guard -> saas.core.permissions "Hands on who asks"
saas.core.permissions -> saas.core.work "Allows"
saas.core.work -> saas.core.repository "Reads, writes"
saas.core.repository -> saas.core.session "Runs inside"
saas.core.relay -> saas.core.session "Reads the outbox"
saas.core.guard -> saas.cache "Looks up the tenant" "RESP"
saas.core.limiter -> saas.cache "Counts requests" "RESP"
saas.core.session -> saas.database "Queries one tenant" "SQL"
saas.core.relay -> saas.events "Changes" "HTTPS" "Asynchronous"

saas.user -> saas.database "Roles" "SQL"
saas.user -> saas.cache "Permissions" "RESP"
saas.user -> saas.events "Role changes" "HTTPS" "Asynchronous"
saas.user -> identityProvider "Invites" "HTTPS"
saas.billing -> saas.database "Subscriptions" "SQL"
saas.billing -> paymentProvider "Charges" "HTTPS"
saas.billing -> messageProvider "Sends invoices" "HTTPS"
saas.tenant -> saas.database "Creates, migrates schemas" "SQL"
saas.tenant -> saas.cache "Writes the directory" "RESP"
saas.tenant -> saas.events "Tenant changes" "HTTPS" "Asynchronous"
saas.events -> saas.billing "Usage" "EventBridge" "Asynchronous"
saas.events -> saas.integration "All changes" "EventBridge" "Asynchronous"
saas.events -> saas.audit "All changes" "EventBridge" "Asynchronous"
saas.integration -> saas.database "Keys, addresses" "SQL"
saas.integration -> tenantSystems "Delivers webhooks" "HTTPS" "Asynchronous"
saas.audit -> saas.auditLog "Appends" "S3 API"
saas.audit -> saas.database "Ninety days, to search" "SQL"
messageProvider -> tenantAdmin "Delivers invoices" "" "Asynchronous"
saas.core -> saas.observability "Logs, metrics" "OTLP" "Asynchronous"

!var CORE_TASKS 2
!var CORE_TASK "0.5 vCPU, 1 GB"
!var TASK "0.25 vCPU, 0.5 GB"
!var DATABASE "db.t3.medium, Multi-AZ"
!var CACHE "cache.t4g.small, one replica"
saas100k = deploymentEnvironment "SaaS at 100K users" {
    !include deployment.dsl
}

!var CORE_TASKS 5
!var CORE_TASK "1 vCPU, 2 GB"
!var TASK "0.5 vCPU, 1 GB"
!var DATABASE "db.r6g.xlarge, Multi-AZ"
!var CACHE "cache.t4g.medium, one replica"
saas500k = deploymentEnvironment "SaaS at 500K users" {
    !include deployment.dsl
}
