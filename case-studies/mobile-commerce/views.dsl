systemContext shop mobile-commerce-context "The platform, its people and the two providers that it depends on." {
    include *
    autolayout tb
}

container shop mobile-commerce-containers "Blue is code, green holds data, grey is somebody else’s; a broken line is asynchronous." {
    include *
    exclude "messageProvider -> shopper"
    exclude "shop.order -> shop.cache"
    exclude "shop.payment -> shop.cache"
    exclude "shop.notification -> shop.database"
    exclude "shop.events -> shop.catalogue"
    exclude "shop.catalogue -> shop.media"
    autolayout tb
}

component shop.order order-service-components "An order is accepted once, decided in one place and committed together with its outgoing events." {
    include *
    autolayout tb
}

dynamic shop order-saga "Only the reservation is a call that waits; everything after it is an event." {
    title "An order that is paid"
    shop.gateway -> shop.order "Create order, with an idempotency key"
    shop.order -> shop.inventory "Reserve for ten minutes"
    shop.inventory -> shop.order "Reserved"
    shop.order -> shop.database "Order, saga state, outbox"
    shop.order -> shop.gateway "Accepted"
    shop.order -> shop.events "OrderCreated"
    shop.events -> shop.payment "OrderCreated"
    shop.payment -> paymentProvider "Authorise and capture"
    paymentProvider -> shop.payment "Captured"
    shop.payment -> shop.events "PaymentCompleted"
    shop.events -> shop.order "PaymentCompleted"
    shop.order -> shop.events "OrderConfirmed"
    shop.events -> shop.notification "OrderConfirmed"
    autolayout lr
    properties {
        "archfolio.diagram" "sequence"
    }
}

dynamic shop order-saga-compensation "The saga releases the stock, then tells the shopper why." {
    title "An order whose card is declined"
    shop.gateway -> shop.order "Create order, with an idempotency key"
    shop.order -> shop.inventory "Reserve for ten minutes"
    shop.inventory -> shop.order "Reserved"
    shop.order -> shop.events "OrderCreated"
    shop.events -> shop.payment "OrderCreated"
    shop.payment -> paymentProvider "Authorise and capture"
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

dynamic shop sign-in "The password is checked once; the phone then keeps one short-lived token and one that is good for a single use." {
    title "Signing in"
    shopper -> shop.app "E-mail and password"
    shop.app -> shop.gateway "Sign in"
    shop.gateway -> shop.user "Sign in"
    shop.user -> shop.cache "Count the attempt"
    shop.user -> shop.database "Read the account"
    shop.database -> shop.user "Password hash, roles"
    shop.user -> shop.cache "Keep the session, hash of its refresh token"
    shop.user -> shop.gateway "Access and refresh token"
    shop.gateway -> shop.app "Access and refresh token"
    autolayout lr
    properties {
        "archfolio.diagram" "sequence"
    }
}

dynamic shop token-refresh "A refresh token is good for one use; one that is used twice has been copied, and the session ends." {
    title "A new access token, and a stolen one"
    shop.app -> shop.gateway "Refresh"
    shop.gateway -> shop.user "Refresh"
    shop.user -> shop.cache "Swap the hash, if it is the current one"
    shop.cache -> shop.user "Swapped"
    shop.user -> shop.gateway "New access and refresh token"
    shop.gateway -> shop.app "New access and refresh token"
    shop.app -> shop.gateway "Refresh, with the old token"
    shop.gateway -> shop.user "Refresh, with the old token"
    shop.user -> shop.cache "Swap the hash, if it is the current one"
    shop.cache -> shop.user "Not the current one"
    shop.user -> shop.cache "End the session"
    shop.user -> shop.gateway "Refused: sign in again"
    autolayout lr
    properties {
        "archfolio.diagram" "sequence"
    }
}

dynamic shop sign-out "The session ends at once; the access token is refused until it would have expired anyway." {
    title "Signing out"
    shop.app -> shop.gateway "Sign out"
    shop.gateway -> shop.user "Sign out"
    shop.user -> shop.cache "Delete the session, list the access token as revoked"
    shop.user -> shop.gateway "Done"
    shop.app -> shop.gateway "Order, with the old access token"
    shop.gateway -> shop.order "Order, with the old access token"
    shop.order -> shop.cache "Count the call; is the token revoked?"
    shop.cache -> shop.order "It is"
    shop.order -> shop.gateway "Refused"
    shop.gateway -> shop.app "Refused"
    autolayout lr
    properties {
        "archfolio.diagram" "sequence"
    }
}

dynamic shop cache-deletion "The database has the new price first; the cache entry is deleted as soon as the event arrives." {
    title "A price changes"
    merchandiser -> shop.web "New price"
    shop.web -> shop.gateway "Change the product"
    shop.gateway -> shop.catalogue "Change the product"
    shop.catalogue -> shop.database "Product and outbox row, one transaction"
    shop.catalogue -> shop.events "ProductChanged"
    shop.events -> shop.catalogue "ProductChanged"
    shop.catalogue -> shop.cache "Delete the product and the lists that show it"
    shop.gateway -> shop.catalogue "The next reader"
    shop.catalogue -> shop.cache "Miss: take the lock, fill the entry"
    autolayout lr
    properties {
        "archfolio.diagram" "sequence"
    }
}

container shop mobile-commerce-data-flow "Four trust boundaries: at the gateway, between services, into the stores, and out to the payment provider." {
    title "Data flow of an order"
    include shopper shop.app shop.gateway shop.user shop.order shop.payment shop.database shop.cache shop.events paymentProvider
    autolayout tb
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

deployment shop live500k mobile-commerce-deployment-500k "At 500,000 users: the same topology, with a larger database, a larger cache and more nodes." {
    title "Mobile commerce platform: 500K users"
    include *
    exclude relationship.tag!=Network
    autolayout tb
    properties {
        "archfolio.users" "500000"
    }
}
