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
    title "Mobile commerce platform: 100K users"
    include *
    exclude relationship.tag!=Network
    autolayout tb
    properties {
        "archfolio.users" "100000"
    }
}

deployment shop live500k mobile-commerce-deployment-500k "At 500,000 users: the same drawing, with a larger database, a larger cache and more nodes." {
    title "Mobile commerce platform: 500K users"
    include *
    exclude relationship.tag!=Network
    autolayout tb
    properties {
        "archfolio.users" "500000"
    }
}
