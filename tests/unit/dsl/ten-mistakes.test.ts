import { describe, expect, it } from 'vitest';
import { memoryReader, places, read } from './support.ts';

/** Ten slips each, of as many kinds as fit together; blocks around and below them are read on. */
const FILES = {
  'a model': `workspace "Bookshop" "What a hurried author writes." {
  !identifiers hierarchical
  model {
    reader = person "Reader" "Buys books."
    clerk = persno "Clerk" "Packs books." {
      tags "Staff"
    }
    enterprise "Bookshop" {
      shop = softwareSystem "Shop" {
        web = container "Web" "Shows books." "Astro"
        api = contaner "API" "Takes orders." "Go" {
          orders = component "Orders"
          stock = component "Stock"
        }
        db = container "Database" "Keeps orders." "PostgreSQL" "Database" "Extra"
        url htp:/shop
      }
    }
    reader = softwareSystem "Reading club"
    mail = softwareSystem Mail service {
      description
    }
    reader -> shop.web "Buys at" "HTTPS"
    reader -> shop.wbe "Looks at"
    clerk -> shop.web "Packs for"
    shop.web -> shop.api.orders "Calls"
    shop.web => shop.db "Reads"
    }
  }
  views {
    systemContext shop context {
      include *
    }
  }
}
`,
  'views and deployment': `workspace {
  model {
    user = person "User"
    shop = softwareSystem "Shop" {
      web = container "Web"
      db = container "Database"
      web -> db "Reads"
    }
    user -> web "Uses"
    live = deploymentEnvironment "Live" {
      node = deploymentNode "Server" "" "Linux" {
        containerInstance wbe
        instances many
      }
      deploymentNode "Server" {
        softwareSystemInstance shop
      }
    }
  }
  views {
    systemLandscape {
      includes *
      autolayout lr
    }
    systemContext web "context" {
      include *
      exclude user
    }
    filtered context include "Small"
    container shop "containers" {
      include user db
    }
    container shop "containers" {
      include db2
    }
    dynamic shop "steps" {
      user -> web "Opens"
      db -> user "Mails"
    }
    deployment shop "Live" "deployed" {
      include *
      autolayout sideways 300 200
    }
    styles {
      element "Person" {
        shape Person
        background #12345
        colour red
      }
    }
  }
}
`,
  'blocks, braces and quotes': `worksapce "Braces and quotes" {
  !include missing.dsl
  model {
    group "Team"
      bank = softwareSystem "Bank" {
        app = container "App"
          core = component "Core" {
            technology "Go"
          }
        }
        store = container "Store "Keeps" {
          tags "Database"
        }
      }
    }
    teller = person "Teller" {
      perspectives {
        "Security" "Checked"
        "Security" "Checked twice"
      }
      properties {
        "team"
      }
    }
    teller -> core "Uses"
    teller => store "Reads"
  }
  views {
    component app "odd key" {
      include *
    }
  }
  configuration {
    scope universe
  }
}
`,
} as const;

const EXPECTED: Readonly<Record<keyof typeof FILES, readonly string[]>> = {
  'a model': [
    '5:13 dsl-unknown-statement persno',
    '8:5 dsl-removed-keyword enterprise',
    '11:15 dsl-unknown-statement contaner',
    '15:75 dsl-too-many-words "Extra"',
    '16:13 dsl-invalid-url htp:/shop',
    '19:5 dsl-duplicate-identifier reader',
    '21:18 dsl-missing-word ',
    '24:15 dsl-unknown-identifier shop.wbe',
    '27:14 dsl-unknown-statement =>',
    '30:3 dsl-misplaced-statement views',
  ],
  'views and deployment': [
    '12:27 dsl-unknown-identifier wbe',
    '13:19 dsl-invalid-value many',
    '15:22 dsl-duplicate-name "Server"',
    '22:7 dsl-unknown-statement includes',
    '25:19 dsl-wrong-kind web',
    '33:20 dsl-duplicate-view-key "containers"',
    '34:15 dsl-unknown-identifier db2',
    '38:7 dsl-no-relationship db -> user "Mails"',
    '42:18 dsl-invalid-value sideways',
    '47:20 dsl-invalid-value #12345',
  ],
  'blocks, braces and quotes': [
    '1:1 dsl-unknown-statement worksapce',
    '2:12 dsl-file-missing missing.dsl',
    '4:17 dsl-missing-word ',
    '7:18 dsl-misplaced-statement component',
    '11:35 dsl-unclosed-quote Keeps"',
    '19:9 dsl-duplicate-perspective "Security"',
    '22:15 dsl-missing-word ',
    '26:12 dsl-unknown-statement =>',
    '29:19 dsl-invalid-view-key "odd key"',
    '34:11 dsl-invalid-value universe',
  ],
};

describe('ten mistakes are ten findings, each at its place', () => {
  it.each(Object.keys(FILES) as (keyof typeof FILES)[])('in %s', (name) => {
    const { diagnostics } = read(FILES[name], { reader: memoryReader({}) });
    expect(places(diagnostics)).toEqual(EXPECTED[name]);
    expect(diagnostics).toHaveLength(10);
  });
});
