workspace "Ferry" "Sells tickets for a ferry." {
    !identifiers hierarchical
    model {
        properties {
            "structurizr.groupSeparator" "/"
        }
        traveller = person "Traveller" "Crosses the bay."
        group "Harbour/Tickets" {
            ferry = softwareSystem "Ferry" "Sells tickets." {
                web = container "Web shop" "Takes orders." "TypeScript" "Front"
                api = container "Ticket API" "Issues tickets." "Go" {
                    orders = component "Orders" "Takes and pays orders." "Go package"
                    seats = component "Seats" "Counts what is free."
                }
                db = container "Database" "Keeps tickets." "PostgreSQL" "Store"
            }
        }
        bank = softwareSystem "Bank" "Takes cards." "External"
        boat = element "Boat" "Hardware" "Carries 200."
        pier = element "Pier" "Building"

        traveller -> ferry.web "Buys" "HTTPS"
        ferry.web -> ferry.api.orders "Orders" "gRPC"
        ferry.api.orders -> ferry.api.seats "Reserves"
        ferry.api.seats -> ferry.db "Counts" "SQL" "Slow"
        ferry.api.orders -> bank "Charges" "REST" "Asynchronous"
        boat -> ferry "Reports seats"
        boat -> pier "Lands at"

        live = deploymentEnvironment "Live" {
            cloud = deploymentNode "Cloud" "" "AWS" {
                balancer = infrastructureNode "Balancer" "" "nginx"
                nodes = deploymentNode "Nodes" "" "EC2" "" "2..4" {
                    api = containerInstance ferry.api
                }
                rds = deploymentNode "RDS" {
                    containerInstance ferry.db "" "Primary"
                }
                balancer -> nodes.api "Forwards"
            }
        }
    }
    views {
        systemLandscape landscape "Who travels, and on what." {
            include *
            include boat
            autolayout lr
        }
        systemContext ferry context {
            include *
        }
        container ferry containers {
            title "What the ferry's shop is made of"
            include *
        }
        component ferry.api components {
            include ferry.api.orders ferry.api.seats bank
        }
        dynamic ferry.api buying "A traveller buys a ticket." {
            properties {
                "archfolio.diagram" "sequence"
            }
            ferry.web -> ferry.api.orders "Orders two seats"
            ferry.api.orders -> ferry.api.seats
            ferry.api.seats -> ferry.api.orders "Seats 12 and 13"
            ferry.api.orders -> bank
        }
        dynamic ferry collaboration {
            traveller -> ferry.web
            ferry.web -> ferry.api "Orders two seats"
        }
        deployment ferry live deployment {
            include *
        }
        custom boats "Boats" {
            include boat pier
        }
        filtered containers exclude "Store,Asynchronous" stateless

        styles {
            element "Store" {
                shape cylinder
            }
            element "Front" {
                background #102030
                color #ffffff
            }
            dark {
                element "Front" {
                    background #c0d0e0
                }
            }
            element "Group:Harbour/Tickets" {
                stroke #0a7a5a
            }
            relationship "Slow" {
                color #aa0000
                thickness 3
            }
        }
    }
}
