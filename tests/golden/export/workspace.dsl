workspace "Bakery" "Bread on order." {
    model {
        properties {
            "structurizr.groupSeparator" "/"
        }
        guest = person "Guest" "Orders bread, and fetches it warm." {
            url "https://example.org/guests"
        }
        group "Town" {
            mill = softwareSystem "Mill" "Grinds \"fine\" flour."
            group "Market" {
                stall = softwareSystem "Stall"
                scale = element "Scale" "Device" "Weighs what is sold." "Machine"
            }
        }
        group "Bank" {
            till = softwareSystem "Till: cash & cards" "Takes money." "Bought"
        }
        bakery = softwareSystem "Bakery" "Bakes what guests order." "Ours" {
            url "https://example.org/bakery"
            group "Front/Counter" {
                shop = container "Shop" "Shows today's bread, takes orders, and says how long the oven needs for each of them." "TypeScript" "Window" {
                    properties {
                        "owner" "Counter"
                        "age" "2 years"
                    }
                    group "Pages" {
                        shelf = component "Shelf" "What there is." "Astro"
                        basket = component "Basket" "" "Astro" "Ours"
                    }
                    ledger = component "Ledger" "What was ordered." "PostgreSQL" "Store"
                }
            }
            group "Front" {
                bell = container "Bell" "Rings when bread is ready." "" "Queue"
            }
            oven = container "Oven" "" "Steel" "Hot"
            book = container "Recipe book" "Every recipe,   with its wait." "" "Store"
            crate = container "Crate" "" "" "Round"
        }
        guest -> shop "Orders bread in" "HTTPS" "Loud"
        guest -> shelf "Looks at"
        shelf -> basket "Puts into" "" "Quiet"
        basket -> ledger "Writes each order, with the hour at which the guest wants to come for it, to" "SQL"
        basket -> oven "Asks for" {
            tags "Asynchronous"
            url "https://example.org/queue"
            properties {
                "per day" "300"
            }
        }
        shop -> oven "Bakes in" "HTTPS" "Loud"
        oven -> book "Looks up" {
            tags "Solid"
        }
        oven -> bell "Rings"
        bell -> guest "Calls"
        oven -> mill "Buys flour from"
        shop -> till "Books"
        crate -> scale "Stands on"
        mill -> scale "Weighs with"

        live = deploymentEnvironment "Live now" {
            deploymentNode "Village" "Where all of it stands." "Stone" "House" {
                url "https://example.org/village"
                door = infrastructureNode "Door" "Opens at six." "Oak" "Window"
                cellar = deploymentNode "Cellar" "" "" "House" 3 {
                    ovenRuns = containerInstance oven "" "Hot"
                    containerInstance book {
                        url "https://example.org/book"
                    }
                }
                group "Square" {
                    deploymentNode "Kiosk" {
                        shopRuns = containerInstance shop
                        crates = containerInstance crate
                    }
                }
                empty = deploymentNode "Yard"
                tillRuns = softwareSystemInstance till
            }
            door -> shopRuns "Leads to" "Steps"
            cellar -> door "Sends heat to"
        }
    }

    views {
        properties {
            "plantuml.skinparams" "ranksep=60, nodesep=30,wrapWidth"
            "c4plantuml.elementProperties" "true"
        }

        systemLandscape "landscape" "Everybody in town." {
            include *
            include scale
            autoLayout lr 200 100
            animation {
                guest
                mill till
                bakery
            }
            properties {
                "plantuml.animation" "true"
                "plantuml.includes" "one.puml, two.puml"
            }
        }
        systemContext bakery "context" {
            include *
            autoLayout bt
            title "Who has to do with the bakery"
            properties {
                "mermaid.title" "false"
                "plantuml.title" "false"
                "c4plantuml.stdlib" "false"
            }
        }
        container bakery "containers" "What the bakery is made of." {
            include *
            include stall
            autoLayout rl
            properties {
                "mermaid.icons" "true"
                "c4plantuml.tags" "true"
            }
        }
        component shop "components" {
            include *
            include crate
            animation {
                shelf
                basket
            }
            properties {
                "plantuml.animation" "true"
                "c4plantuml.tags" "true"
                "c4plantuml.relationshipProperties" "true"
                "c4plantuml.legend" "false"
                "c4plantuml.stereotypes" "true"
            }
        }
        dynamic * "errand" "A guest, and what follows." {
            guest -> bakery "Asks for bread"
            {
                {
                    bakery -> mill "Asks for flour"
                }
                {
                    bakery -> till
                }
            }
            bakery -> guest "Gives bread"
            properties {
                "plantuml.animation" "true"
            }
        }
        dynamic bakery "order" {
            guest -> shop "Chooses"
            shop -> oven "Asks"
            oven -> book
            book -> oven "Knows"
            oven -> bell
            autoLayout
            properties {
                "c4plantuml.tags" "true"
            }
        }
        dynamic shop "basket" {
            guest -> shelf
            shelf -> basket
            basket -> ledger
            basket -> oven
            properties {
                "c4plantuml.tags" "true"
            }
        }
        dynamic shop "basket-sequence" "The same in time." {
            guest -> shelf
            shelf -> basket
            basket -> ledger
            ledger -> basket "Kept"
            basket -> oven
            shelf -> guest "Thanks"
            properties {
                "mermaid.sequenceDiagram" "true"
                "plantuml.sequenceDiagram" "true"
                "c4plantuml.tags" "true"
            }
        }
        dynamic bakery "order-sequence" {
            guest -> shop "Chooses"
            shop -> oven "Asks"
            oven -> mill
            properties {
                "mermaid.sequenceDiagram" "true"
                "plantuml.sequenceDiagram" "true"
                "plantuml.boundaries" "false"
            }
        }
        deployment * "Live now" "everything" {
            include *
            autoLayout
            animation {
                shopRuns
                ovenRuns
            }
            properties {
                "plantuml.animation" "true"
                "c4plantuml.tags" "true"
            }
        }
        deployment bakery "Live now" "live" "Where the bakery runs." {
            include *
        }
        custom "scales" "What weighs" "Scales only." {
            include scale
            animation {
                scale
            }
            properties {
                "plantuml.animation" "true"
            }
        }
        filtered "components" exclude "Store" "components-filtered"

        styles {
            element "Element" {
                fontSize 20
                metadata true
            }
            element "Person" {
                shape Person
                background #08427b
                color white
            }
            element "Ours" {
                background #2f6f4f
                stroke #123456
                strokeWidth 4
                icon "https://example.org/bread.png"
                properties {
                    "plantuml.shadow" "true"
                    "c4plantuml.shadow" "true"
                }
            }
            element "Window" {
                shape RoundedBox
                border dashed
                width 300
                icon "https://example.org/window.png"
            }
            element "Hot" {
                background red
                shape Hexagon
                border dotted
                description false
                properties {
                    "c4plantuml.sprite" "flame"
                }
            }
            element "Store" {
                shape Cylinder
                metadata false
            }
            element "Queue" {
                shape Pipe
            }
            element "Round" {
                shape Circle
            }
            element "Machine" {
                shape Diamond
                fontSize 30
            }
            element "House" {
                shape Folder
                icon "https://example.org/house.png"
                border dashed
            }
            element "Bought" {
                color #999999
                icon "https://example.org/bought.png"
            }
            element "Group" {
                color #555555
                border dotted
            }
            element "Group:Town" {
                color #227722
                stroke #11aa11
                strokeWidth 3
                icon "https://example.org/town.png"
            }
            element "Boundary" {
                strokeWidth 5
            }
            element "Boundary:SoftwareSystem" {
                background #fafafa
                stroke #777777
                color #333333
                border dashed
                fontSize 30
            }
            element "Diagram:Title" {
                fontSize 40
            }
            element "Diagram:Description" {
                fontSize 18
            }
            relationship "Relationship" {
                thickness 3
            }
            relationship "Loud" {
                color #cc0000
                style dotted
                fontSize 30
                width 400
            }
            relationship "Quiet" {
                color #aaaaaa
                style solid
            }
            relationship "Solid" {
                style solid
            }
            light {
                element "Person" {
                    stroke #001122
                }
                relationship "Quiet" {
                    color #bbbbbb
                }
            }
            dark {
                element "Person" {
                    background #000000
                    stroke #ffffff
                }
                relationship "Loud" {
                    color #ff8888
                }
            }
        }

        terminology {
            person "Human"
            container "Part"
            deploymentNode "Place"
        }
    }
}
