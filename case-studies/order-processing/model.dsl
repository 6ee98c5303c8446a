storefront = softwareSystem "Storefront" "Fills the cart, shows where the order stands." {
    tags "External"
}
carrier = softwareSystem "Carrier" "Picks up parcels, says where they are." {
    tags "External"
}

orders = softwareSystem "Order processing" "Confirms 100,000 orders a day, each within two seconds." {
    gateway = container "API gateway" "Entry point: limits, tokens, routing." "ALB, WAF" "Edge"

    api = container "Order API" "Accepts each order once." "Go, Gin"
    saga = container "Order saga" "Drives each order forward, or back." "Go" {
        consumer = component "Event consumer" "Handles each result once." "Go, franz-go"
        coordinator = component "Coordinator" "Decides the next step, or the way back." "Go"
        steps = component "Step table" "Four steps and their compensations." "Go"
        timer = component "Deadline timer" "Wakes orders that wait too long." "Go"
        repository = component "Saga repository" "State, inbox, outbox in one transaction." "Go, pgx"
        relay = component "Outbox relay" "Publishes what was committed." "Go, franz-go"
    }
    inventory = container "Inventory service" "Reserves stock, never below zero." "Go" {
        consumer = component "Order consumer" "Handles each order once." "Go, franz-go"
        reserver = component "Reserver" "Tries three times, then says no." "Go"
        stock = component "Stock repository" "Updates a row if its version is unchanged." "Go, pgx"
        sweep = component "Reservation sweep" "Releases expired reservations." "Go"
        relay = component "Outbox relay" "Publishes what was committed." "Go, franz-go"
    }
    payment = container "Payment service" "Authorises, captures, refunds." "Go"
    shipping = container "Shipping service" "Books parcels and follows them." "Go"
    notification = container "Notification service" "Mail, text, push for each step." "Go"
    returns = container "Returns service" "Takes goods back, starts the refund." "Go, Gin"
    tracking = container "Tracking service" "Answers where an order stands." "Go, Gin"

    database = container "PostgreSQL" "Orders by month, stock, saga state, outbox." "RDS, Multi-AZ" "Database"
    cache = container "Redis" "Order states, to be read." "ElastiCache" "Database"
    events = container "Kafka" "Topics keyed by order or by product." "MSK, 3 brokers" "Queue"
    auditLog = container "Audit archive" "Every event, for longer than Kafka keeps it." "S3, Object Lock" "Object store"
    observability = container "Observability" "Logs, metrics, traces." "OpenTelemetry, CloudWatch" "Database"
}

shopper -> storefront "Orders, returns" "HTTPS"
support -> orders.gateway "Looks up orders" "HTTPS"
storefront -> orders.gateway "Places and follows orders" "JSON/HTTPS"

orders.gateway -> orders.api "Orders" "HTTP"
orders.gateway -> orders.tracking "Order states" "HTTP"
orders.gateway -> orders.returns "Returns" "HTTP"

orders.api -> orders.database "Order, key, outbox" "SQL"
orders.api -> orders.events "OrderCreated" "Kafka" "Asynchronous"

orders.events -> orders.saga.consumer "Results" "Kafka" "Asynchronous"
orders.saga.consumer -> orders.saga.coordinator "Hands on results"
orders.saga.timer -> orders.saga.coordinator "Hands on deadlines"
orders.saga.coordinator -> orders.saga.steps "Looks up the step"
orders.saga.coordinator -> orders.saga.repository "Records each step"
orders.saga.relay -> orders.saga.repository "Reads the outbox"
orders.saga.repository -> orders.database "Saga state" "SQL"
orders.saga.relay -> orders.events "Commands" "Kafka" "Asynchronous"

orders.events -> orders.inventory.consumer "OrderCreated" "Kafka" "Asynchronous"
orders.inventory.consumer -> orders.inventory.reserver "Reserve, release"
orders.inventory.reserver -> orders.inventory.stock "Reads, then updates"
orders.inventory.sweep -> orders.inventory.stock "Releases what is stale"
orders.inventory.relay -> orders.inventory.stock "Reads the outbox"
orders.inventory.stock -> orders.database "Stock" "SQL"
orders.inventory.relay -> orders.events "Reserved or not" "Kafka" "Asynchronous"

orders.events -> orders.payment "Commands" "Kafka" "Asynchronous"
orders.payment -> orders.events "Paid or not" "Kafka" "Asynchronous"
orders.payment -> orders.database "Payments" "SQL"
orders.payment -> paymentProvider "Charges, refunds" "HTTPS"
orders.events -> orders.shipping "Commands" "Kafka" "Asynchronous"
orders.shipping -> orders.events "Booked or not" "Kafka" "Asynchronous"
orders.shipping -> orders.database "Parcels, inbox" "SQL"
orders.shipping -> carrier "Books parcels" "HTTPS"
orders.events -> orders.notification "Notices" "Kafka" "Asynchronous"
orders.notification -> orders.database "Inbox" "SQL"
orders.notification -> messageProvider "Sends" "HTTPS"
orders.returns -> orders.events "ReturnAccepted" "Kafka" "Asynchronous"
orders.returns -> orders.database "Returns" "SQL"
orders.events -> orders.tracking "Every change" "Kafka" "Asynchronous"
orders.tracking -> orders.cache "Order states" "RESP"
orders.tracking -> orders.database "Reads on a miss" "SQL"
orders.events -> orders.auditLog "Every event" "Kafka Connect" "Asynchronous"
orders.gateway -> orders.observability "Logs, metrics" "OTLP" "Asynchronous"

!var TASK "0.25 vCPU, 0.5 GB"
!var SAGA_TASK "0.25 vCPU, 0.5 GB"
!var TRACKING_TASK "0.25 vCPU, 0.5 GB"
!var DATABASE "db.m6g.large, Multi-AZ"
!var CACHE "cache.t4g.small, one replica"
!var BROKERS "kafka.t3.small, 3 brokers"
orders100k = deploymentEnvironment "Orders at 100K users" {
    !include deployment.dsl
}

!var SAGA_TASK "0.5 vCPU, 1 GB"
!var TRACKING_TASK "1 vCPU, 2 GB"
!var DATABASE "db.r6g.2xlarge, Multi-AZ"
!var CACHE "cache.m6g.large, one replica"
!var BROKERS "kafka.m5.large, 3 brokers"
orders500k = deploymentEnvironment "Orders at 500K users" {
    !include deployment.dsl
}
