systemContext saas multi-tenant-saas-context "Two kinds of people in every tenant, and the four companies and systems around the platform." {
    include *
    autolayout tb
}

container saas multi-tenant-saas-containers "Requests carry their tenant from the gateway to the database; audit, billing and webhooks learn of changes from the event bus." {
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
    exclude "saas.integration -> saas.database"
    autolayout tb
}

component saas.core multi-tenant-saas-components-core "The guard establishes the tenant, the transaction enforces it again, and nothing in between can name another one." {
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

dynamic saas multi-tenant-saas-foreign-record "The answer is 404, as for a record that never existed; a run of such requests raises an alert." {
    title "A request for another tenant’s record"
    saas.app -> saas.gateway "Read a record of tenant B"
    saas.gateway -> saas.core "Read a record of tenant B"
    saas.core -> saas.cache "Schema of the token’s tenant"
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

dynamic saas multi-tenant-saas-noisy-tenant "An import empties the bucket of its own tenant’s systems; that tenant’s people have another bucket, and other tenants are not affected." {
    title "A tenant that asks for too much"
    tenantSystems -> saas.gateway "Change a record, again"
    saas.gateway -> saas.core "Change a record"
    saas.core -> saas.cache "A token for the systems of tenant A"
    saas.cache -> saas.core "None, for two seconds"
    saas.core -> saas.gateway "429, wait two seconds"
    saas.gateway -> tenantSystems "429, wait two seconds"
    saas.app -> saas.gateway "A member of tenant A saves"
    saas.gateway -> saas.core "Save"
    saas.core -> saas.cache "A token for the members of tenant A"
    saas.cache -> saas.core "Granted"
    saas.core -> saas.database "Set tenant, change, outbox"
    saas.database -> saas.core "Committed"
    autolayout lr
    properties {
        "archfolio.diagram" "sequence"
    }
}

dynamic saas multi-tenant-saas-move "The tenant can read throughout and cannot write for a few seconds; until the first write on the new side, one row undoes the move." {
    title "A tenant moves to a database of its own"
    saas.tenant -> saas.database "New instance; copy the schema, follow its changes"
    saas.database -> saas.tenant "Nothing left to follow but the last second"
    saas.tenant -> saas.cache "Directory: tenant reads only"
    saas.core -> saas.cache "Where does the tenant live?"
    saas.cache -> saas.core "Here, reads only"
    saas.tenant -> saas.database "Last changes over? Rows and sums equal?"
    saas.database -> saas.tenant "Equal"
    saas.tenant -> saas.database "Directory row: own instance"
    saas.tenant -> saas.cache "Directory: own instance"
    saas.core -> saas.cache "Where does the tenant live?"
    saas.cache -> saas.core "In its own"
    saas.core -> saas.database "Set tenant, change, outbox, there"
    saas.tenant -> saas.events "TenantChanged, moved"
    autolayout lr
    properties {
        "archfolio.diagram" "sequence"
    }
}

container saas multi-tenant-saas-data-flow "Four trust boundaries: token to tenant, tenant to schema, change to audit entry, and out to addresses that a tenant entered." {
    title "Data flow of a change"
    include saas.app tenantSystems saas.gateway saas.user saas.core saas.integration saas.audit saas.database saas.cache saas.events saas.auditLog
    exclude "saas.gateway -> saas.audit"
    autolayout tb
}

deployment saas saas100k multi-tenant-saas-deployment-100k "At 100,000 users, 100 tenants: two tasks of each service, in different zones." {
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
