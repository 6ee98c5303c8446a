systemContext saas multi-tenant-saas-context "Two kinds of people in every tenant, and the four companies and systems around the platform." {
    include *
    autolayout tb
}

container saas multi-tenant-saas-containers "Requests go down the middle and carry their tenant; whoever only needs to know listens to the event bus." {
    include *
    exclude tenantAdmin
    exclude messageProvider
    exclude paymentProvider
    exclude saas.cdn
    exclude saas.observability
    exclude "saas.gateway -> saas.audit"
    exclude "saas.gateway -> saas.integration"
    exclude "saas.user -> identityProvider"
    exclude "saas.user -> saas.events"
    exclude "saas.tenant -> saas.events"
    exclude "saas.user -> saas.cache"
    autolayout tb
}

component saas.core multi-tenant-saas-components-core "The tenant is settled once, at the guard, and enforced once more in the transaction; nothing between them can name another tenant." {
    include *
    exclude saas.observability
    autolayout tb
}

container saas multi-tenant-saas-isolation "Tenants meet in the services and at the database, and are kept apart in both." {
    title "Where tenants are kept apart"
    include saas.gateway
    include saas.core
    include saas.tenant
    include saas.cache
    include saas.database
    autolayout tb
}

dynamic saas multi-tenant-saas-request "The tenant comes from the token, never from the address." {
    title "A request that stays with its tenant"
    saas.app -> identityProvider "Signs in"
    identityProvider -> saas.app "Token with the tenant"
    saas.app -> saas.gateway "Change a record"
    saas.gateway -> saas.core "Change a record"
    saas.core -> saas.cache "Schema, limits, permissions"
    saas.cache -> saas.core "All three"
    saas.core -> saas.database "Set tenant, change, outbox"
    saas.database -> saas.core "Committed"
    saas.core -> saas.gateway "Changed"
    saas.gateway -> saas.app "Changed"
    saas.core -> saas.events "RecordChanged"
    saas.events -> saas.audit "RecordChanged"
    autolayout lr
    properties {
        "archfolio.diagram" "sequence"
    }
}

dynamic saas multi-tenant-saas-foreign-record "The record is not forbidden, it is not there; a run of such misses is an alert." {
    title "A request for another tenant's record"
    saas.app -> saas.gateway "Read a record of tenant B"
    saas.gateway -> saas.core "Read a record of tenant B"
    saas.core -> saas.cache "Schema of the token's tenant"
    saas.cache -> saas.core "Tenant A"
    saas.core -> saas.database "Set tenant A, read"
    saas.database -> saas.core "No row"
    saas.core -> saas.gateway "Not found"
    saas.gateway -> saas.app "Not found"
    saas.core -> saas.events "RecordNotFound"
    saas.events -> saas.audit "RecordNotFound"
    saas.audit -> saas.auditLog "Append the entry"
    autolayout lr
    properties {
        "archfolio.diagram" "sequence"
    }
}

deployment saas saas100k multi-tenant-saas-deployment-100k "At 100,000 users, 100 tenants: two tasks of each service in different zones." {
    title "Multi-tenant SaaS platform: 100K users"
    include *
    exclude relationship.tag!=Network
    exclude saas100k.browser
    autolayout tb
    properties {
        "archfolio.users" "100000"
    }
}

deployment saas saas500k multi-tenant-saas-deployment-500k "At 500,000 users, 500 tenants: five core tasks, most others twice as large, and a database with eight times the memory." {
    title "Multi-tenant SaaS platform: 500K users"
    include *
    exclude relationship.tag!=Network
    exclude saas500k.browser
    autolayout tb
    properties {
        "archfolio.users" "500000"
    }
}
