systemContext orders order-processing-context "Orders come from a storefront; money, parcels and messages are other companies’ business." {
    include *
    include shopper
    autolayout tb
}

container orders order-processing-containers "Everything that happens to an order passes through Kafka; only the saga knows how far each order has got." {
    include *
    exclude support
    exclude storefront
    exclude carrier
    exclude messageProvider
    exclude orders.observability
    exclude "orders.payment -> orders.database"
    exclude "orders.returns -> orders.database"
    exclude "orders.tracking -> orders.database"
    exclude "orders.shipping -> orders.database"
    exclude "orders.notification -> orders.database"
    autolayout tb
}

component orders.saga order-processing-components-saga "Results and deadlines reach the coordinator; its decisions leave only through the outbox." {
    include *
    autolayout tb
}

component orders.inventory order-processing-components-inventory "One row per product, with a version that tells whether it is still the row that was read." {
    include *
    autolayout tb
}

container orders order-processing-steps "Reserve, charge, ship: each step has a compensation, and the saga knows which ones an order needs." {
    title "Three steps and the saga"
    include orders.api
    include orders.events
    include orders.saga
    include orders.inventory
    include orders.payment
    include orders.shipping
    autolayout tb
}

dynamic orders order-processing-order "Stock first, then money, then the parcel; at most two seconds from acceptance to confirmation." {
    title "An order that is confirmed"
    orders.gateway -> orders.api "Place the order"
    orders.api -> orders.gateway "Accepted, pending"
    orders.api -> orders.events "OrderCreated"
    orders.events -> orders.inventory "OrderCreated"
    orders.inventory -> orders.events "InventoryReserved"
    orders.events -> orders.saga "InventoryReserved"
    orders.saga -> orders.events "TakePayment"
    orders.events -> orders.payment "TakePayment"
    orders.payment -> paymentProvider "Capture"
    paymentProvider -> orders.payment "Captured"
    orders.payment -> orders.events "PaymentCompleted"
    orders.events -> orders.saga "PaymentCompleted"
    orders.saga -> orders.events "OrderConfirmed"
    orders.events -> orders.shipping "OrderConfirmed"
    orders.saga -> orders.events "NoticeDue"
    orders.events -> orders.notification "NoticeDue"
    autolayout lr
    properties {
        "archfolio.diagram" "sequence"
    }
}

dynamic orders order-processing-compensation "Compensations run in reverse, refund before stock; each is idempotent and retried until it succeeds." {
    title "A parcel that cannot be booked"
    orders.events -> orders.shipping "OrderConfirmed"
    orders.shipping -> carrier "Book a parcel"
    carrier -> orders.shipping "Refused"
    orders.shipping -> orders.events "ShipmentChanged, refused"
    orders.events -> orders.saga "ShipmentChanged, refused"
    orders.saga -> orders.events "RefundPayment"
    orders.events -> orders.payment "RefundPayment"
    orders.payment -> paymentProvider "Refund"
    paymentProvider -> orders.payment "Refunded"
    orders.payment -> orders.events "PaymentRefunded"
    orders.events -> orders.saga "PaymentRefunded"
    orders.saga -> orders.events "ReleaseInventory"
    orders.events -> orders.inventory "ReleaseInventory"
    orders.inventory -> orders.events "InventoryReleased"
    orders.events -> orders.saga "InventoryReleased"
    orders.saga -> orders.events "OrderFailed"
    orders.saga -> orders.events "NoticeDue, with the reason"
    orders.events -> orders.notification "NoticeDue, with the reason"
    autolayout lr
    properties {
        "archfolio.diagram" "sequence"
    }
}

dynamic orders.inventory order-processing-last-item "Topics are keyed by order, so both are processed at once; the second update changes no row, reads again and finds nothing left." {
    title "Two orders for the last item"
    orders.events -> orders.inventory.consumer "OrderCreated, the first"
    orders.inventory.consumer -> orders.inventory.reserver "Reserve one"
    orders.inventory.reserver -> orders.inventory.stock "Read: one left, version 7"
    orders.events -> orders.inventory.consumer "OrderCreated, the second"
    orders.inventory.consumer -> orders.inventory.reserver "Reserve one"
    orders.inventory.reserver -> orders.inventory.stock "Read: one left, version 7"
    orders.inventory.stock -> orders.database "First: update version 7"
    orders.database -> orders.inventory.stock "One row changed"
    orders.inventory.stock -> orders.database "Second: update version 7"
    orders.database -> orders.inventory.stock "No row changed"
    orders.inventory.reserver -> orders.inventory.stock "Read again"
    orders.inventory.stock -> orders.inventory.reserver "None left"
    orders.inventory.relay -> orders.events "InventoryFailed"
    autolayout lr
    properties {
        "archfolio.diagram" "sequence"
    }
}

dynamic orders order-processing-sent-twice "Key, order and event commit in one transaction, so a retry gets the first answer again." {
    title "An order that is sent twice"
    storefront -> orders.gateway "Place the order, key 5f2"
    orders.gateway -> orders.api "Place the order, key 5f2"
    orders.api -> orders.database "Key, order, outbox"
    orders.database -> orders.api "Committed"
    orders.api -> orders.gateway "Accepted; the answer is lost"
    storefront -> orders.gateway "Place the order, key 5f2"
    orders.gateway -> orders.api "Place the order, key 5f2"
    orders.api -> orders.database "Key, order, outbox"
    orders.database -> orders.api "The key is there, with its answer"
    orders.api -> orders.gateway "Accepted, the same order"
    orders.gateway -> storefront "Accepted, the same order"
    autolayout lr
    properties {
        "archfolio.diagram" "sequence"
    }
}

dynamic orders order-processing-payment-away "A deadline ends the wait: one retry under the same reference, a question about its outcome, then the stock is released." {
    title "A payment provider that does not answer"
    orders.saga -> orders.events "TakePayment"
    orders.events -> orders.payment "TakePayment"
    orders.payment -> paymentProvider "Capture, with our reference"
    orders.saga -> orders.database "Deadline of the step has passed"
    orders.saga -> orders.events "TakePayment, the same reference"
    orders.events -> orders.payment "TakePayment, the same reference"
    orders.payment -> paymentProvider "What became of our reference?"
    paymentProvider -> orders.payment "Unknown"
    orders.payment -> orders.events "PaymentFailed, unavailable"
    orders.events -> orders.saga "PaymentFailed, unavailable"
    orders.saga -> orders.events "ReleaseInventory"
    orders.events -> orders.inventory "ReleaseInventory"
    orders.inventory -> orders.events "InventoryReleased"
    orders.events -> orders.saga "InventoryReleased"
    orders.saga -> orders.events "OrderFailed"
    autolayout lr
    properties {
        "archfolio.diagram" "sequence"
    }
}

dynamic orders order-processing-return "The refund waits for the parcel, and only goods that can be sold again return to stock." {
    title "A parcel that comes back"
    orders.returns -> orders.database "Bought, paid, within the time?"
    orders.database -> orders.returns "Yes, two of three"
    orders.returns -> orders.events "ReturnAccepted"
    orders.events -> orders.saga "ReturnAccepted"
    orders.shipping -> carrier "Where is the parcel?"
    carrier -> orders.shipping "At the warehouse"
    orders.shipping -> orders.events "ShipmentChanged, at the warehouse"
    orders.events -> orders.saga "ShipmentChanged, at the warehouse"
    orders.saga -> orders.events "RefundPayment, in part"
    orders.events -> orders.payment "RefundPayment, in part"
    orders.payment -> orders.events "PaymentRefunded"
    orders.events -> orders.saga "PaymentRefunded"
    orders.saga -> orders.events "ReleaseInventory, what can be sold"
    orders.events -> orders.inventory "ReleaseInventory, what can be sold"
    autolayout lr
    properties {
        "archfolio.diagram" "sequence"
    }
}

container orders order-processing-data-flow "Three trust boundaries: at the gateway, into the event log that every service reads, and out to the companies that move money and parcels." {
    title "Data flow of orders and events"
    include storefront orders.gateway orders.api orders.returns orders.events orders.saga orders.inventory orders.payment orders.shipping orders.database orders.auditLog paymentProvider carrier
    exclude "storefront -> carrier"
    autolayout tb
}

deployment orders orders100k order-processing-deployment-100k "At 100,000 users, 20,000 orders a day: three tasks of each service, one per zone." {
    title "Order processing: 100K users"
    include *
    exclude relationship.tag!=Network
    autolayout tb
    properties {
        "archfolio.users" "100000"
    }
}

deployment orders orders500k order-processing-deployment-500k "At 500,000 users, 100,000 orders a day: the same number of tasks, larger for saga and tracking, and larger brokers and database." {
    title "Order processing: 500K users"
    include *
    exclude relationship.tag!=Network
    autolayout tb
    properties {
        "archfolio.users" "500000"
    }
}
