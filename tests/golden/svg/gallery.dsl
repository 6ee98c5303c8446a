workspace "Gallery" {
    model {
        works = softwareSystem "Works" {
            box = container "Box" "Says what it is." "Technology" "Box"
            roundedbox = container "RoundedBox" "Says what it is." "Technology" "RoundedBox"
            circle = container "Circle" "Says what it is." "Technology" "Circle"
            ellipse = container "Ellipse" "Says what it is." "Technology" "Ellipse"
            hexagon = container "Hexagon" "Says what it is." "Technology" "Hexagon"
            diamond = container "Diamond" "Says what it is." "Technology" "Diamond"
            cylinder = container "Cylinder" "Says what it is." "Technology" "Cylinder"
            bucket = container "Bucket" "Says what it is." "Technology" "Bucket"
            pipe = container "Pipe" "Says what it is." "Technology" "Pipe"
            person = container "Person" "Says what it is." "Technology" "Person"
            robot = container "Robot" "Says what it is." "Technology" "Robot"
            folder = container "Folder" "Says what it is." "Technology" "Folder"
            webbrowser = container "WebBrowser" "Says what it is." "Technology" "WebBrowser"
            window = container "Window" "Says what it is." "Technology" "Window"
            terminal = container "Terminal" "Says what it is." "Technology" "Terminal"
            shell = container "Shell" "Says what it is." "Technology" "Shell"
            mobiledeviceportrait = container "MobileDevicePortrait" "Says what it is." "Technology" "MobileDevicePortrait"
            mobiledevicelandscape = container "MobileDeviceLandscape" "Says what it is." "Technology" "MobileDeviceLandscape"
            component = container "Component" "Says what it is." "Technology" "Component"
            plain = container "Plain" "As the palette has it." "Go"
            dashed = container "Dashed" "A border of dashes." "Go" "Dashes"
            dotted = container "Dotted" "A border of dots." "Go" "Dots"
            faint = container "Faint" "At forty percent." "Go" "Faint"
            heavy = container "Heavy" "A wide stroke." "Go" "Heavy"
            bare = container "Bare" "Not shown." "Not shown" "Bare"
            painted = container "Painted" "In colours of its own." "Go" "Painted"
            dim = container "Dim" "Text that could not be read." "Go" "Dim"
            above = container "Icon above" "A picture on top." "Go" "Icon,Above"
            below = container "Icon below" "A picture below." "Go" "Icon"
            beside = container "Icon beside" "A picture at the left." "Go" "Icon,Beside"
            far = container "Icon from afar" "Not fetched." "Go" "Far"
            plain -> dashed "Solid" "gRPC"
            dashed -> dotted "Dashed" "Kafka" "Late"
            dotted -> faint "Dotted" "SQL" "Maybe"
            faint -> heavy "Thick" "HTTPS" "Thick"
            heavy -> painted "Without technology" "Not shown" "Quiet"
        }
    }
    views {
        container works shapes {
            include box roundedbox circle ellipse hexagon diamond cylinder bucket pipe person robot folder webbrowser window terminal shell mobiledeviceportrait mobiledevicelandscape component
        }
        container works looks {
            include plain dashed dotted faint heavy bare painted dim above below beside far
        }
        container works full {
            include plain dashed
            properties {
                archfolio.metadata full
            }
        }
        terminology {
            container "Service"
        }
        styles {
            element Box {
                shape Box
            }
            element RoundedBox {
                shape RoundedBox
            }
            element Circle {
                shape Circle
            }
            element Ellipse {
                shape Ellipse
            }
            element Hexagon {
                shape Hexagon
            }
            element Diamond {
                shape Diamond
            }
            element Cylinder {
                shape Cylinder
            }
            element Bucket {
                shape Bucket
            }
            element Pipe {
                shape Pipe
            }
            element Person {
                shape Person
            }
            element Robot {
                shape Robot
            }
            element Folder {
                shape Folder
            }
            element WebBrowser {
                shape WebBrowser
            }
            element Window {
                shape Window
            }
            element Terminal {
                shape Terminal
            }
            element Shell {
                shape Shell
            }
            element MobileDevicePortrait {
                shape MobileDevicePortrait
            }
            element MobileDeviceLandscape {
                shape MobileDeviceLandscape
            }
            element Component {
                shape Component
            }
            element Dashes {
                border dashed
            }
            element Dots {
                border dotted
            }
            element Faint {
                opacity 40
            }
            element Heavy {
                stroke #8a1538
                strokeWidth 4
            }
            element Bare {
                metadata false
                description false
            }
            element Painted {
                background #ffd166
                color #3d2c00
                stroke #b07d00
            }
            element Dim {
                background #999999
                color #aaaaaa
            }
            light {
                element Painted {
                    background #ffe9b0
                }
            }
            dark {
                element Painted {
                    background #5c4300
                    color #ffe9b0
                }
            }
            element Icon {
                icon mark.svg
            }
            element Above {
                iconPosition top
            }
            element Beside {
                iconPosition left
            }
            element Far {
                icon https://example.org/icon.png
            }
            relationship Late {
                style dashed
            }
            relationship Maybe {
                style dotted
            }
            relationship Thick {
                thickness 3
                color #8a1538
            }
            relationship Quiet {
                metadata false
            }
        }
    }
}
