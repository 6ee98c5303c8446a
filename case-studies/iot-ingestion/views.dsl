systemContext iot iot-ingestion-context "Devices send readings, people query them, and one person is woken when a limit is exceeded." {
    include *
    autolayout tb
}

container iot iot-ingestion-containers "Batches go through the stream into the metric store and the archive; a reading over its limit goes straight to the alert function." {
    include *
    exclude messageProvider
    exclude "iot.history -> iot.registry"
    autolayout tb
}

component iot.processing iot-ingestion-components-processing "A batch is decoded, deduplicated, enriched, and written as one row and into a file; what cannot be decoded is kept with the reason." {
    include *
    exclude iot.dashboards
    exclude iot.history
    exclude iot.alerting
    autolayout lr
}

container iot iot-ingestion-path "From one broker to three places: recent data, the archive, and alarms." {
    title "The way of a reading"
    include iot.broker
    include iot.rules
    include iot.stream
    include iot.processing
    include iot.metrics
    include iot.archive
    include iot.alerting
    autolayout tb
}

dynamic iot iot-ingestion-reading "Ten readings travel together and are stored twice; a reading over its limit travels alone." {
    title "Readings that become a row"
    devices -> iot.broker "Ten readings"
    iot.broker -> devices "Received"
    iot.broker -> iot.rules "Batch"
    iot.rules -> iot.stream "Batch, by device"
    iot.stream -> iot.processing "Many batches"
    iot.processing -> iot.metrics "A row for each"
    iot.processing -> iot.archive "A file, when it is full"
    iot.dashboards -> iot.metrics "Last hour of a site"
    iot.metrics -> iot.dashboards "Rows"
    autolayout lr
    properties {
        "archfolio.diagram" "sequence"
    }
}

dynamic iot iot-ingestion-backlog "Nothing is lost within the stream’s retention, and alarms do not pass through it." {
    title "Stream processing stops for ten minutes"
    devices -> iot.broker "Batches"
    iot.broker -> iot.rules "Batches"
    iot.rules -> iot.stream "Batches, kept for a day"
    iot.rules -> iot.alerting "Reading over a limit"
    iot.alerting -> iot.notices "Alert, as ever"
    iot.dashboards -> iot.metrics "Last hour"
    iot.metrics -> iot.dashboards "Ten minutes missing"
    iot.stream -> iot.processing "From the last checkpoint"
    iot.processing -> iot.metrics "Late rows, each once"
    iot.dashboards -> iot.metrics "Last hour"
    iot.metrics -> iot.dashboards "Whole again"
    autolayout lr
    properties {
        "archfolio.diagram" "sequence"
    }
}

dynamic iot iot-ingestion-alert "Three parts between a warming cold store and the person on duty, none of which builds up a backlog." {
    title "A reading over its limit"
    devices -> iot.broker "One reading, and the limit that it passed"
    iot.broker -> iot.rules "Reading over a limit"
    iot.rules -> iot.alerting "Over a limit"
    iot.alerting -> iot.registry "Open an alert, if none is open"
    iot.registry -> iot.alerting "Opened, with site and limit"
    iot.alerting -> iot.notices "Alert"
    iot.notices -> messageProvider "Alert"
    messageProvider -> operator "Message, then a call"
    devices -> iot.broker "A reading within limits again"
    iot.broker -> iot.rules "Reading within limits"
    iot.rules -> iot.alerting "Within limits"
    iot.alerting -> iot.registry "Clear the alert"
    autolayout lr
    properties {
        "archfolio.diagram" "sequence"
    }
}

dynamic iot iot-ingestion-registry-lost "Without the registry an alert says less and may arrive twice, but it arrives." {
    title "An alert while the registry is down"
    devices -> iot.broker "One reading, and the limit that it passed"
    iot.broker -> iot.rules "Reading over a limit"
    iot.rules -> iot.alerting "Over a limit"
    iot.alerting -> iot.registry "Open an alert"
    iot.registry -> iot.alerting "No answer within a second"
    iot.alerting -> iot.notices "Alert, with what the message carries"
    iot.notices -> messageProvider "Alert"
    messageProvider -> operator "Message, then a call"
    autolayout lr
    properties {
        "archfolio.diagram" "sequence"
    }
}

dynamic iot iot-ingestion-history "One question, two stores; the answer states which part came from which." {
    title "A question about the last month"
    analyst -> iot.history "A device, the last 30 days"
    iot.history -> iot.registry "Which number, which site"
    iot.registry -> iot.history "Device"
    iot.history -> iot.metrics "The last seven days"
    iot.metrics -> iot.history "Windows"
    iot.history -> iot.archive "The days before, by device and hour"
    iot.archive -> iot.history "Readings"
    iot.history -> analyst "One series, and where it was joined"
    autolayout lr
    properties {
        "archfolio.diagram" "sequence"
    }
}

deployment iot iot100k iot-ingestion-deployment-100k "At 100,000 users, 200,000 devices: 667 batches a second, the most we put on one shard." {
    title "IoT ingestion: 100K users"
    include *
    exclude relationship.tag!=Network
    autolayout tb
    properties {
        "archfolio.users" "100000"
    }
}

deployment iot iot500k iot-ingestion-deployment-500k "At 500,000 users, 1,000,000 devices: 33,333 readings a second in 3,333 batches, on five shards." {
    title "IoT ingestion: 500K users"
    include *
    exclude relationship.tag!=Network
    autolayout tb
    properties {
        "archfolio.users" "500000"
    }
}
