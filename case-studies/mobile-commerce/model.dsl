merchandiser = person "Merchandiser" "Keeps products, prices and stock."

shop = softwareSystem "Mobile commerce platform" "Sells to 500,000 users and never promises what is not in stock." {
    app = container "Mobile app" "Browsing, cart and checkout." "React Native" "Mobile app"
    web = container "Web shop" "The same shop, server-rendered." "React, Node.js" "Browser"
    cdn = container "CDN" "Images and bundles near the shopper." "CloudFront" "Edge"
    gateway = container "API gateway" "Entry point: TLS, limits by address, routing." "ALB, WAF" "Edge"

    user = container "User service" "Accounts, sign-in, addresses." "Go, Gin"
    catalogue = container "Catalogue service" "Products, prices, search." "Go, Gin"
    order = container "Order service" "Owns each order and drives its saga." "Go, Gin" {
        api = component "Order API" "Accepts an order once per idempotency key." "Go, Gin"
        saga = component "Saga coordinator" "Decides the next step, or the way back." "Go"
        repository = component "Order repository" "Order, saga state and outbox in one transaction." "Go, pgx"
        relay = component "Outbox relay" "Publishes what was committed." "Go"
        consumer = component "Event consumer" "Handles each payment result once." "Go, franz-go"
        stock = component "Inventory client" "Reserves and releases, with a deadline." "Go, gRPC"
    }
    inventory = container "Inventory service" "Counts stock, holds it for ten minutes." "Go, gRPC"
    payment = container "Payment service" "Authorises, captures, refunds." "Go, Gin"
    notification = container "Notification service" "Receipts, notices, reasons." "Go"

    database = container "PostgreSQL" "A schema for each service." "RDS, Multi-AZ" "Database"
    cache = container "Redis" "Products, sessions, rate limits." "ElastiCache" "Database"
    events = container "Kafka" "Order, payment and product events." "MSK, 3 brokers" "Queue"
    media = container "Image store" "Product images, app bundles." "S3" "Object store"
    observability = container "Observability" "Logs, metrics, traces, objectives." "OpenTelemetry, CloudWatch" "Database"
}

shopper -> shop.app "Browses, orders"
shopper -> shop.web "Browses, orders" "HTTPS"
support -> shop.web "Looks up orders" "HTTPS"
merchandiser -> shop.web "Edits products" "HTTPS"

shop.app -> shop.cdn "Loads images and bundles" "HTTPS"
shop.web -> shop.cdn "Loads images and bundles" "HTTPS"
shop.cdn -> shop.media "Fetches on a miss" "HTTPS"
shop.app -> shop.gateway "Calls" "JSON/HTTPS"
shop.web -> shop.gateway "Calls" "JSON/HTTPS"

shop.gateway -> shop.user "Accounts" "JSON/HTTP"
shop.gateway -> shop.catalogue "Browse" "JSON/HTTP"
shop.gateway -> shop.order.api "Orders" "JSON/HTTP"
shop.gateway -> shop.payment "Card set-up" "JSON/HTTP"

shop.order.api -> shop.order.saga "Starts"
shop.order.saga -> shop.order.repository "Records each step"
shop.order.saga -> shop.order.stock "Reserves, releases"
shop.order.consumer -> shop.order.saga "Hands on results"
shop.order.relay -> shop.order.repository "Reads the outbox"
shop.order.repository -> shop.database "Orders" "SQL"
shop.order.api -> shop.cache "Counts calls" "RESP"
shop.order.stock -> shop.inventory "Reserves stock" "gRPC"
shop.order.relay -> shop.events "Order events" "Kafka" "Asynchronous"
shop.events -> shop.order.consumer "Payment results" "Kafka" "Asynchronous"

shop.user -> shop.database "Accounts" "SQL"
shop.user -> shop.cache "Sessions, call counts" "RESP"
shop.catalogue -> shop.database "Products" "SQL"
shop.catalogue -> shop.cache "Products, call counts" "RESP"
shop.catalogue -> shop.media "Stores images" "S3 API"
shop.catalogue -> shop.events "Product changes" "Kafka" "Asynchronous"
shop.events -> shop.catalogue "Product changes" "Kafka" "Asynchronous"
shop.inventory -> shop.database "Counts stock" "SQL"
shop.payment -> shop.database "Payments" "SQL"
shop.payment -> shop.cache "Counts calls" "RESP"
shop.payment -> paymentProvider "Charges" "HTTPS"
shop.events -> shop.payment "Order events" "Kafka" "Asynchronous"
shop.payment -> shop.events "Payment results" "Kafka" "Asynchronous"
shop.events -> shop.notification "Order events" "Kafka" "Asynchronous"
shop.notification -> shop.database "Events seen" "SQL"
shop.notification -> messageProvider "Sends" "HTTPS"
messageProvider -> shopper "Delivers receipts" "" "Asynchronous"
shop.gateway -> shop.observability "Metrics, access logs" "CloudWatch" "Asynchronous"

!var NODES 3
!var DATABASE "db.t3.medium, Multi-AZ"
!var CACHE "cache.t4g.small, one replica"
!var BROKERS "kafka.m5.large, 3 brokers"
live100k = deploymentEnvironment "Mobile commerce at 100K users" {
    !include deployment.dsl
}

!var NODES 10
!var DATABASE "db.r6g.large, Multi-AZ"
!var CACHE "cache.m6g.large, one replica"
live500k = deploymentEnvironment "Mobile commerce at 500K users" {
    !include deployment.dsl
}
