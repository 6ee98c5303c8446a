workspace "Kiosk" {
    model {
        reader = person "Reader"
        kiosk = softwareSystem "Kiosk" "Sells papers." {
            till = container "Till" "" "Go" {
                paper = component "Papers"
                money = component "Money"
            }
            shelf = container "Shelf" "" "SQLite" "Store"
        }
        stand = element "Stand" "Furniture"
        wheel = element "Wheel"

        reader -> till "Buys" "Cash"
        till -> shelf "Counts"
        paper -> money
        stand -> wheel "Rolls on"

        street = deploymentEnvironment "Street" {
            deploymentNode "Box" "" "Steel" "" 3 {
                containerInstance till
            }
        }
    }
    views {
        systemLandscape landscape {
            include reader kiosk
        }
        systemContext kiosk context {
            include *
            autolayout lr
        }
        container kiosk containers {
            include till shelf
        }
        component till components {
            include paper money
        }
        dynamic kiosk sequence {
            properties {
                "archfolio.diagram" "sequence"
            }
            till -> shelf "Counts"
            shelf -> till "Seven"
        }
        dynamic kiosk steps {
            till -> shelf "Counts"
        }
        deployment kiosk "Street" deployment {
            include *
        }
        custom stands "Stands" {
            include stand wheel
        }
        filtered landscape exclude "Person" systems

        styles {
            element "Store" {
                shape cylinder
            }
        }
    }
}
