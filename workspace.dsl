workspace "Architecture portfolio" "Systems drawn, decided and priced." {

    !identifiers hierarchical

    model {
        shopper = person "Shopper" "Browses and buys, mostly on a phone."
        support = person "Support agent" "Answers for orders that went wrong."
        merchandiser = person "Merchandiser" "Keeps products, prices and stock."

        paymentProvider = softwareSystem "Payment provider" "Authorises, captures and refunds cards." {
            tags "External"
        }
        messageProvider = softwareSystem "Mail and push provider" "Delivers receipts and notices." {
            tags "External"
        }

        shop = softwareSystem "Mobile commerce platform" "Sells to 500,000 users and never promises what is not in stock." {
            app = container "Mobile app" "Browsing, cart and checkout." "React Native" "Mobile app"
            web = container "Web shop" "The same shop, server-rendered." "React, Node.js" "Browser"
            cdn = container "CDN" "Images and bundles near the shopper." "CloudFront" "Edge"
            gateway = container "API gateway" "One door: limits, tokens, routing." "ALB, WAF, Go" "Edge"

            user = container "User service" "Accounts, sign-in, addresses." "Go, Gin"
            catalogue = container "Catalogue service" "Products, prices, search." "Go, gRPC"
            order = container "Order service" "Owns each order and drives its saga." "Go, gRPC" {
                api = component "Order API" "Accepts an order once per idempotency key." "Go, gRPC"
                saga = component "Saga coordinator" "Decides the next step, or the way back." "Go"
                repository = component "Order repository" "Order, saga state and outbox in one transaction." "Go, pgx"
                relay = component "Outbox relay" "Publishes what the transaction promised." "Go"
                consumer = component "Event consumer" "Hears of payments, each event once." "Go, franz-go"
                stock = component "Inventory client" "Reserves and releases, with a deadline." "Go, gRPC"
            }
            inventory = container "Inventory service" "Counts stock, holds it for ten minutes." "Go, gRPC"
            payment = container "Payment service" "Authorises, captures, refunds." "Go"
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

        shop.gateway -> shop.user "Accounts" "gRPC"
        shop.gateway -> shop.catalogue "Browse" "gRPC"
        shop.gateway -> shop.order.api "Orders" "gRPC"
        shop.gateway -> shop.payment "Card set-up" "gRPC"
        shop.gateway -> shop.cache "Counts requests" "RESP"

        shop.order.api -> shop.order.saga "Starts"
        shop.order.saga -> shop.order.repository "Records each step"
        shop.order.saga -> shop.order.stock "Reserves, releases"
        shop.order.consumer -> shop.order.saga "Hands on results"
        shop.order.relay -> shop.order.repository "Reads the outbox"
        shop.order.repository -> shop.database "Writes orders" "SQL"
        shop.order.stock -> shop.inventory "Reserves stock" "gRPC"
        shop.order.relay -> shop.events "Publishes order events" "Kafka" "Asynchronous"
        shop.events -> shop.order.consumer "Payment results" "Kafka" "Asynchronous"

        shop.user -> shop.database "Reads, writes accounts" "SQL"
        shop.catalogue -> shop.database "Reads, writes products" "SQL"
        shop.catalogue -> shop.cache "Caches products" "RESP"
        shop.catalogue -> shop.media "Stores images" "S3 API"
        shop.catalogue -> shop.events "Product changes" "Kafka" "Asynchronous"
        shop.inventory -> shop.database "Counts stock" "SQL"
        shop.payment -> shop.database "Writes payments" "SQL"
        shop.payment -> paymentProvider "Charges" "HTTPS"
        shop.events -> shop.payment "Order events" "Kafka" "Asynchronous"
        shop.payment -> shop.events "Payment results" "Kafka" "Asynchronous"
        shop.events -> shop.notification "Order events" "Kafka" "Asynchronous"
        shop.notification -> messageProvider "Sends" "HTTPS"
        messageProvider -> shopper "Delivers receipts" "" "Asynchronous"
        shop.gateway -> shop.observability "Traces, metrics, logs" "OTLP" "Asynchronous"

        live100k = deploymentEnvironment "100K users" {
            phone = deploymentNode "Shopper's phone" "" "iOS, Android" {
                containerInstance shop.app
            }
            aws = deploymentNode "AWS" "" "us-east-1" {
                edge = deploymentNode "CloudFront" "" "Edge locations" {
                    containerInstance shop.cdn
                }
                s3 = deploymentNode "S3" "" "Standard, versioned" {
                    containerInstance shop.media
                }
                vpc = deploymentNode "VPC" "" "10.0.0.0/16, three zones" {
                    alb = deploymentNode "Load balancer" "" "ALB and WAF" {
                        containerInstance shop.gateway
                    }
                    eks = deploymentNode "EKS cluster" "" "Kubernetes" {
                        nodes = deploymentNode "Node" "" "t3.medium" "" 3 {
                            containerInstance shop.web
                            containerInstance shop.user
                            containerInstance shop.catalogue
                            containerInstance shop.order
                            containerInstance shop.inventory
                            containerInstance shop.payment
                            containerInstance shop.notification
                        }
                    }
                    rds = deploymentNode "RDS" "" "db.t3.medium, Multi-AZ" {
                        containerInstance shop.database
                    }
                    elasticache = deploymentNode "ElastiCache" "" "cache.t4g.small, one replica" {
                        containerInstance shop.cache
                    }
                    msk = deploymentNode "MSK" "" "kafka.m5.large, 3 brokers" {
                        containerInstance shop.events
                    }
                }
            }

            phone -> aws.edge "Images, bundles" "HTTPS" "Network"
            phone -> aws.vpc.alb "Calls" "JSON/HTTPS" "Network"
            aws.edge -> aws.s3 "Fetches on a miss" "HTTPS" "Network"
            aws.vpc.alb -> aws.vpc.eks "Routes requests" "gRPC, HTTP" "Network"
            aws.vpc.eks -> aws.vpc.rds "Reads, writes" "SQL, 5432" "Network"
            aws.vpc.eks -> aws.vpc.elasticache "Caches" "RESP, 6379" "Network"
            aws.vpc.eks -> aws.vpc.msk "Publishes, consumes" "Kafka, 9092" "Network"
        }

        live500k = deploymentEnvironment "500K users" {
            phone = deploymentNode "Shopper's phone" "" "iOS, Android" {
                containerInstance shop.app
            }
            aws = deploymentNode "AWS" "" "us-east-1" {
                edge = deploymentNode "CloudFront" "" "Edge locations" {
                    containerInstance shop.cdn
                }
                s3 = deploymentNode "S3" "" "Standard, versioned" {
                    containerInstance shop.media
                }
                vpc = deploymentNode "VPC" "" "10.0.0.0/16, three zones" {
                    alb = deploymentNode "Load balancer" "" "ALB and WAF" {
                        containerInstance shop.gateway
                    }
                    eks = deploymentNode "EKS cluster" "" "Kubernetes" {
                        nodes = deploymentNode "Node" "" "t3.medium" "" 8 {
                            containerInstance shop.web
                            containerInstance shop.user
                            containerInstance shop.catalogue
                            containerInstance shop.order
                            containerInstance shop.inventory
                            containerInstance shop.payment
                            containerInstance shop.notification
                        }
                    }
                    rds = deploymentNode "RDS" "" "db.r6g.large, Multi-AZ" {
                        containerInstance shop.database
                    }
                    elasticache = deploymentNode "ElastiCache" "" "cache.m6g.large, one replica" {
                        containerInstance shop.cache
                    }
                    msk = deploymentNode "MSK" "" "kafka.m5.large, 3 brokers" {
                        containerInstance shop.events
                    }
                }
            }

            phone -> aws.edge "Images, bundles" "HTTPS" "Network"
            phone -> aws.vpc.alb "Calls" "JSON/HTTPS" "Network"
            aws.edge -> aws.s3 "Fetches on a miss" "HTTPS" "Network"
            aws.vpc.alb -> aws.vpc.eks "Routes requests" "gRPC, HTTP" "Network"
            aws.vpc.eks -> aws.vpc.rds "Reads, writes" "SQL, 5432" "Network"
            aws.vpc.eks -> aws.vpc.elasticache "Caches" "RESP, 6379" "Network"
            aws.vpc.eks -> aws.vpc.msk "Publishes, consumes" "Kafka, 9092" "Network"
        }
    }

    views {
        systemLandscape landscape "Who uses what, and which systems are somebody else's." {
            include *
            autolayout tb
        }

        systemContext shop mobile-commerce-context "The platform, its people and the two providers that it depends on." {
            include *
            autolayout tb
        }

        container shop mobile-commerce-containers "Blue is code, green holds data, grey is somebody else's; a broken line is asynchronous." {
            include *
            exclude "messageProvider -> shopper"
            autolayout tb
        }

        component shop.order order-service-components "An order enters at the top, is decided in the middle and recorded at the bottom, in one transaction with the events that it owes." {
            include *
            autolayout tb
        }

        dynamic shop order-saga "One call waits, everything else is an event." {
            title "An order that is paid"
            shop.gateway -> shop.order "Create order, with an idempotency key"
            shop.order -> shop.inventory "Reserve for ten minutes"
            shop.inventory -> shop.order "Reserved"
            shop.order -> shop.database "Order, saga state, outbox"
            shop.order -> shop.gateway "Accepted"
            shop.order -> shop.events "OrderCreated"
            shop.events -> shop.payment "OrderCreated"
            shop.payment -> paymentProvider "Authorise the card"
            paymentProvider -> shop.payment "Authorised"
            shop.payment -> shop.events "PaymentCompleted"
            shop.events -> shop.order "PaymentCompleted"
            shop.order -> shop.events "OrderConfirmed"
            shop.events -> shop.notification "OrderConfirmed"
            autolayout lr
            properties {
                "archfolio.diagram" "sequence"
            }
        }

        dynamic shop order-saga-compensation "The saga walks back and gives the stock up, in order." {
            title "An order whose card is declined"
            shop.gateway -> shop.order "Create order, with an idempotency key"
            shop.order -> shop.inventory "Reserve for ten minutes"
            shop.inventory -> shop.order "Reserved"
            shop.order -> shop.events "OrderCreated"
            shop.events -> shop.payment "OrderCreated"
            shop.payment -> paymentProvider "Authorise the card"
            paymentProvider -> shop.payment "Declined"
            shop.payment -> shop.events "PaymentFailed"
            shop.events -> shop.order "PaymentFailed"
            shop.order -> shop.inventory "Release the reservation"
            shop.order -> shop.events "OrderCancelled"
            shop.events -> shop.notification "OrderCancelled, with the reason"
            autolayout lr
            properties {
                "archfolio.diagram" "sequence"
            }
        }

        deployment shop live100k mobile-commerce-deployment-100k "At 100,000 users: one node group, one database class, three zones." {
            include *
            exclude relationship.tag!=Network
            autolayout tb
        }

        deployment shop live500k mobile-commerce-deployment-500k "At 500,000 users: the same drawing, with a larger database, a larger cache and more nodes." {
            include *
            exclude relationship.tag!=Network
            autolayout tb
        }

        styles {
            element "Mobile app" {
                shape MobileDevicePortrait
            }
            element "Browser" {
                shape WebBrowser
            }
            element "Edge" {
                shape Hexagon
            }
            element "Database" {
                shape Cylinder
            }
            element "Queue" {
                shape Pipe
            }
            element "Object store" {
                shape Bucket
            }
        }
    }

    configuration {
        scope landscape
    }
}
