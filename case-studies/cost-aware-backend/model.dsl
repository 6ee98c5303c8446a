visitor = person "Festival visitor" "Pays at the stalls from a wallet."
engineer = person "Engineer on call" "Reads the dashboards, hears the alerts."

backend = softwareSystem "Cost-aware backend" "Answers 100,000 requests a day and knows what each one costs." {
    balancer = container "Load balancer" "Certificates, health checks, two machines." "ALB" "Edge"
    api = container "API" "Answers from memory where it can." "Go, Fiber" {
        delivery = component "Delivery" "Requests in, answers out." "Go, Fiber"
        encoder = component "Encoder" "JSON by generated code, no reflection." "Go"
        models = component "Models" "What comes in and goes out, checked." "Go, validator"
        useCases = component "Use cases" "Rules that know no database, no HTTP." "Go"
        entities = component "Entities" "What is true of a wallet." "Go"
        tiers = component "Tiered cache" "A thousand entries in memory, then Redis." "Go"
        repository = component "Repositories" "Entities to rows; one query, not N + 1." "Go, GORM"
        batcher = component "Batch writer" "Jobs: a hundred rows, or 100 ms." "Go, four workers"
        pool = component "Connection pool" "Forty open, ten for payments." "Go, database/sql"
        gateways = component "Gateways" "Calls to others, limited and broken off." "Go, net/http"
    }
    worker = container "Worker" "Jobs, ten at a time." "Go"

    database = container "PostgreSQL" "Wallets, transactions, jobs." "RDS" "Database"
    cache = container "Redis" "Wallets for five minutes." "Redis 7" "Database"
    metrics = container "Metrics" "Every request timed, three alert rules." "Prometheus" "Database"
    dashboards = container "Dashboards" "Latency, errors, hit rate, pauses." "Grafana" "Browser"
}

visitor -> backend.balancer "Pays, tops up" "JSON/HTTPS"
engineer -> backend.dashboards "Watches" "HTTPS"

backend.balancer -> backend.api.delivery "Requests" "HTTP"
backend.api.delivery -> backend.api.models "Makes the model"
backend.api.delivery -> backend.api.useCases "Calls"
backend.api.delivery -> backend.api.encoder "Answers through"
backend.api.useCases -> backend.api.entities "Makes the entity"
backend.api.useCases -> backend.api.tiers "Asks first"
backend.api.useCases -> backend.api.repository "Reads, writes"
backend.api.useCases -> backend.api.models "Makes the gateway’s model"
backend.api.useCases -> backend.api.gateways "Calls"
backend.api.repository -> backend.api.entities "Takes the entity"
backend.api.repository -> backend.api.batcher "Adds jobs"
backend.api.repository -> backend.api.pool "Queries"
backend.api.batcher -> backend.api.pool "One insert for many"
backend.api.gateways -> backend.api.models "Takes the model"
backend.api.tiers -> backend.cache "Looks up, fills" "RESP"
backend.api.pool -> backend.database "Reads, writes" "SQL"
backend.api.gateways -> paymentProvider "Tops up" "HTTPS"

backend.worker -> backend.database "Takes jobs, settles top-ups" "SQL"
backend.worker -> messageProvider "Sends notices" "HTTPS"
backend.worker -> paymentProvider "Asks after top-ups" "HTTPS"
messageProvider -> visitor "Delivers notices" "" "Asynchronous"
backend.metrics -> backend.api "Scrapes" "HTTP"
backend.metrics -> backend.worker "Scrapes" "HTTP"
backend.metrics -> messageProvider "Raises alerts" "HTTPS" "Asynchronous"
messageProvider -> engineer "Delivers alerts" "" "Asynchronous"
backend.dashboards -> backend.metrics "Queries" "PromQL"

backend100k = deploymentEnvironment "Cost-aware backend at 100K users" {
    aws = deploymentNode "AWS" "" "us-east-1" {
        vpc = deploymentNode "VPC" "" "10.4.0.0/16, one zone" {
            machine = deploymentNode "Machine" "" "t3.medium, Docker Compose" {
                containerInstance backend.api
                containerInstance backend.worker
                containerInstance backend.cache
                containerInstance backend.metrics
                containerInstance backend.dashboards
            }
            rds = deploymentNode "RDS" "" "db.t3.micro" {
                containerInstance backend.database
            }
        }
    }

    aws.vpc.machine -> aws.vpc.rds "Reads, writes" "SQL, 5432" "Network"
}

backend500k = deploymentEnvironment "Cost-aware backend at 500K users" {
    aws = deploymentNode "AWS" "" "us-east-1" {
        vpc = deploymentNode "VPC" "" "10.4.0.0/16, two zones" {
            alb = deploymentNode "ALB" "" "Two zones" {
                containerInstance backend.balancer
            }
            machine = deploymentNode "Machine" "" "t3.medium, Docker Compose" "" 2 {
                containerInstance backend.api
                containerInstance backend.worker
            }
            watch = deploymentNode "Watching machine" "" "t3.small, Docker Compose" {
                containerInstance backend.metrics
                containerInstance backend.dashboards
            }
            elasticache = deploymentNode "ElastiCache" "" "cache.t4g.micro" {
                containerInstance backend.cache
            }
            rds = deploymentNode "RDS" "" "db.t3.micro, Multi-AZ" {
                containerInstance backend.database
            }
        }
    }

    aws.vpc.alb -> aws.vpc.machine "Routes requests" "HTTP" "Network"
    aws.vpc.machine -> aws.vpc.elasticache "Looks up" "RESP, 6379" "Network"
    aws.vpc.machine -> aws.vpc.rds "Reads, writes" "SQL, 5432" "Network"
    aws.vpc.watch -> aws.vpc.machine "Scrapes" "HTTP" "Network"
}
