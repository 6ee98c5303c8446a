workspace extends gallery.dsl {
    name "Ferry"
    model {
        properties {
            "structurizr.groupSeparator" "/"
        }
        traveller = person "Traveller" "Crosses the bay." {
            perspectives {
                "Security" "Is known by a code in a message." "Guest"
            }
        }
        clerk = person "Clerk" "Sells tickets at the pier."
        group "Harbour" {
            ferry = softwareSystem "Ferry" "Sells tickets for crossings." {
                perspectives {
                    "Security" "Holds names and e-mail addresses." "High"
                }
                group "Shop" {
                    web = container "Web shop" "Takes orders." "TypeScript" "WebBrowser" {
                        perspectives {
                            "Security" "Speaks to the world." "Exposed"
                        }
                    }
                    phone = container "Boarding app" "Shows a ticket at the pier." "Swift" "MobileDevicePortrait"
                }
                group "Shop/Back" {
                    api = container "Ticket API" "Issues and checks tickets." "Go" {
                        orders = component "Orders" "Takes and pays orders." "Go package"
                        seats = component "Seats" "Counts what is free." "Go package"
                        tickets = component "Tickets" "Signs tickets." "Go package" {
                            perspectives {
                                "Security" "Keeps the key." "High"
                            }
                        }
                    }
                    events = container "Events" "" "Kafka" "Pipe"
                }
                db = container "Sales" "Orders, seats and tickets." "PostgreSQL" "Cylinder"
            }
            boats = softwareSystem "Timetable" "Knows when boats leave."
        }
        bank = softwareSystem "Bank" "Moves money." "External"
        mail = softwareSystem "Mail" "Sends messages." "External"
        boat = element "Boat" "Vessel" "Carries two hundred."
        pier = element "Pier" "Place" "Where it lands."

        traveller -> web "Orders seats" "HTTPS" {
            perspectives {
                "Security" "Encrypted." "TLS"
            }
        }
        traveller -> phone "Shows a ticket"
        clerk -> web "Sells at the pier" "HTTPS"
        web -> orders "Orders" "JSON"
        phone -> tickets "Checks" "JSON"
        orders -> seats "Holds seats"
        orders -> tickets "Asks for tickets"
        orders -> bank "Takes payment" "HTTPS" "Late"
        orders -> db "Writes" "SQL"
        seats -> db "Reads" "SQL"
        tickets -> events "Announces" "" "Maybe"
        events -> mail "Feeds" "" "Late"
        mail -> traveller "Sends the ticket"
        seats -> boats "Asks for sailings" "HTTPS"
        boats -> boats "Recomputes"
        boat -> pier "Lands at" "" "Thick"

        live = deploymentEnvironment "Live" {
            deploymentNode "Cloud" "" "AWS" {
                deploymentNode "Region" "" "eu-north-1" {
                    balancer = infrastructureNode "Balancer" "Ends TLS." "nginx"
                    deploymentNode "Cluster" "" "EKS" "" "2..4" {
                        pod = containerInstance api
                    }
                    deploymentNode "RDS" "" "" "" 2 {
                        containerInstance db
                    }
                }
            }
            deploymentNode "Phone" "" "iOS" {
                containerInstance phone
            }
            balancer -> pod "Forwards" "HTTP"
        }
    }
    views {
        systemLandscape landscape "Everybody who sails or sells." {
            include traveller clerk ferry boats bank mail
        }
        systemContext ferry context "The ferry and what is around it." {
            include *
            exclude clerk
            autolayout lr
        }
        container ferry containers "What the ferry's shop is made of." {
            include *
            autolayout
        }
        component api components "Inside the ticket API." {
            include *
            autolayout
        }
        dynamic ferry collaboration "A traveller buys a ticket." {
            traveller -> web "Orders two seats"
            web -> api "Passes the order on"
            api -> db "Writes it down"
            web -> traveller "Says when to be there"
            autolayout lr
        }
        dynamic api sequence "A traveller buys a ticket, step by step." {
            properties {
                "archfolio.diagram" "sequence"
            }
            web -> orders "Orders two seats"
            {
                {
                    orders -> seats "Holds two seats"
                    seats -> db "Counts"
                }
                {
                    orders -> bank "Takes payment"
                    bank -> orders "Paid"
                }
            }
            orders -> tickets "Asks for two tickets"
            tickets -> orders "Two tickets"
            orders -> web "Two tickets"
        }
        deployment ferry live deployment "Where it runs." {
            include *
            autolayout lr
        }
        custom things "Things that float" {
            include boat pier
            autolayout lr
        }
        filtered landscape exclude "Person" systems "Machines only."
        image ferry photograph {
            image boat.svg
            title "The ferry, as it looks"
        }
    }
}
