workspace "Architecture portfolio" "Systems drawn, decided and priced." {

    !identifiers hierarchical

    model {
        shopper = person "Shopper" "Browses and buys, mostly on a phone."
        support = person "Support agent" "Answers for orders that went wrong."

        paymentProvider = softwareSystem "Payment provider" "Authorises, captures and refunds cards." {
            tags "External"
        }
        messageProvider = softwareSystem "Message provider" "Delivers mail, text messages, push." {
            tags "External"
        }

        !include case-studies/mobile-commerce/model.dsl
        !include case-studies/multi-tenant-saas/model.dsl
        !include case-studies/order-processing/model.dsl
        !include case-studies/iot-ingestion/model.dsl
        !include case-studies/cost-aware-backend/model.dsl
    }

    views {
        systemLandscape landscape "Five systems, whom each serves first, and the two providers that they share; the contexts have the rest." {
            include *
            exclude merchandiser
            exclude tenantAdmin
            exclude analyst
            exclude engineer
            exclude storefront
            exclude carrier
            exclude identityProvider
            exclude tenantSystems
            exclude "messageProvider -> *"
            autolayout tb
        }

        !include case-studies/mobile-commerce/views.dsl
        !include case-studies/multi-tenant-saas/views.dsl
        !include case-studies/order-processing/views.dsl
        !include case-studies/iot-ingestion/views.dsl
        !include case-studies/cost-aware-backend/views.dsl

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
        scope none
    }
}
