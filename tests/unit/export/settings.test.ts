import { describe, expect, it } from 'vitest';
import { exportC4PlantUml } from '#export/c4plantuml/export.ts';
import type { Exporter } from '#export/diagram.ts';
import { exportMermaid } from '#export/mermaid/export.ts';
import { exportPlantUml } from '#export/plantuml/export.ts';
import { diagramOf, linesWith } from './support.ts';

const MODEL = `
  user = person "User" {
    properties {
      "team" "Sales"
      "structurizr.own" "no"
    }
  }
  shop = softwareSystem "Shop" {
    web = container "Web" "" "HTML" "Front"
    api = container "API"
  }
  user -> web "Uses" "HTTPS" "Loud" {
    properties { "rate" "5" }
  }
  web -> api "Calls"`;
const STYLES = `
  styles {
    element "Front" {
      icon https://example.org/front.png
      color #112233
      strokeWidth 3
      shape Cylinder
    }
    relationship "Loud" { color #445566 }
  }`;
const VIEWS = {
  container: 'container shop v { include * }',
  dynamic: 'dynamic shop v {\nuser -> web\nweb -> api\napi -> web "Answers"\n}',
};

/** A view in a notation under a setting, of the view or of all views. */
function written(exporter: Exporter, kind: keyof typeof VIEWS, ...settings: string[]): string {
  const properties = `properties {\n${settings
    .map((one) => one.replace(' ', '" "'))
    .map((one) => `"${one}"`)
    .join('\n')}\n}`;
  const view = settings.length > 0 ? VIEWS[kind].replace(/}$/, `\n${properties}\n}`) : VIEWS[kind];
  return diagramOf(exporter, [MODEL, `${view}\n${STYLES}`]).text;
}

interface Case {
  readonly exporter: Exporter;
  readonly kind: keyof typeof VIEWS;
  readonly part: string;
  readonly without: readonly string[];
  readonly setting: string;
  readonly lines: readonly string[];
}

const CASES: readonly Case[] = [
  {
    exporter: exportMermaid,
    kind: 'container',
    part: 'subgraph diagram',
    without: ['subgraph diagram ["Container View: Shop"]'],
    setting: 'mermaid.title false',
    lines: ['subgraph diagram [" "]'],
  },
  {
    exporter: exportMermaid,
    kind: 'container',
    part: '<img',
    without: [],
    setting: 'mermaid.icons true',
    lines: [
      `3[("<div style='font-weight: bold'>Web</div><div style='font-size: 70%; margin-top: 0px'>[Container: HTML]</div><div><img src='https://example.org/front.png' style='max-height: 50px; margin: auto; margin-top:10px'/></div>")]`,
    ],
  },
  {
    exporter: exportMermaid,
    kind: 'dynamic',
    part: '>>',
    without: [],
    setting: 'mermaid.sequenceDiagram True',
    lines: ['1->>3: Uses<br />[HTTPS]', '3->>4: Calls', '4-->>3: Answers'],
  },
  {
    exporter: exportPlantUml,
    kind: 'container',
    part: 'title ',
    without: ['title <size:24>Container View: Shop</size>'],
    setting: 'plantuml.title false',
    lines: [],
  },
  {
    exporter: exportPlantUml,
    kind: 'container',
    part: '!include ',
    without: [],
    setting: 'plantuml.includes a.puml, b.puml',
    lines: ['!include a.puml', '!include b.puml'],
  },
  {
    exporter: exportPlantUml,
    kind: 'container',
    part: 'rap',
    without: [],
    setting: 'plantuml.skinparams wrapWidth=200, nothing, wrapMessageWidth=90',
    lines: ['wrapWidth 200', 'wrapMessageWidth 90'],
  },
  {
    exporter: exportPlantUml,
    kind: 'dynamic',
    part: ' <<Relationship-',
    without: [
      'User --> Shop.Web <<Relationship-UmVsYXRpb25zaGlwLExvdWQ=>> : "1: Uses\\n<size:16>[HTTPS]</size>"',
      'Shop.Web --> Shop.API <<Relationship-UmVsYXRpb25zaGlw>> : "2: Calls"',
      'Shop.Web <-- Shop.API <<Relationship-UmVsYXRpb25zaGlw>> : "3: Answers"',
    ],
    setting: 'plantuml.sequenceDiagram true',
    lines: [
      'User -> Shop.Web <<Relationship-UmVsYXRpb25zaGlwLExvdWQ=>> : 1: Uses\\n<size:16>[HTTPS]</size>',
      'Shop.Web -> Shop.API <<Relationship-UmVsYXRpb25zaGlw>> : 2: Calls',
      'Shop.Web <-- Shop.API <<Relationship-UmVsYXRpb25zaGlw>> : 3: Answers',
    ],
  },
  {
    exporter: exportC4PlantUml,
    kind: 'container',
    part: 'SHOW_LEGEND',
    without: ['SHOW_LEGEND(true)'],
    setting: 'c4plantuml.legend false',
    lines: ['SHOW_LEGEND(false)'],
  },
  {
    exporter: exportC4PlantUml,
    kind: 'container',
    part: ' stereotypes',
    without: ['hide stereotypes'],
    setting: 'c4plantuml.stereotypes true',
    lines: ['show stereotypes'],
  },
  {
    exporter: exportC4PlantUml,
    kind: 'container',
    part: 'C4_Container',
    without: ['!include <C4/C4_Container>'],
    setting: 'c4plantuml.stdlib false',
    lines: [
      '!include https://raw.githubusercontent.com/plantuml-stdlib/C4-PlantUML/master/C4_Container.puml',
    ],
  },
  {
    exporter: exportC4PlantUml,
    kind: 'container',
    part: 'Front',
    without: [],
    setting: 'c4plantuml.tags true',
    lines: [
      'AddElementTag("Front", $bgColor="#ffffff", $borderColor="#444444", $fontColor="#112233", $sprite="img:https://example.org/front.png{scale=0.5}", $shadowing="", $borderStyle="solid", $borderThickness="3")',
      'ContainerDb(Shop.Web, "Web", $techn="HTML", $descr="", $tags="Front", $link="")',
    ],
  },
  {
    exporter: exportC4PlantUml,
    kind: 'container',
    part: 'Loud',
    without: [],
    setting: 'c4plantuml.tags true',
    lines: [
      'AddRelTag("Loud", $textColor="#445566", $lineColor="#445566", $lineStyle = DashedLine())',
      'Rel(User, Shop.Web, "Uses", $techn="HTTPS", $tags="Loud", $link="")',
    ],
  },
  {
    exporter: exportC4PlantUml,
    kind: 'container',
    part: 'AddProperty',
    without: [],
    setting: 'c4plantuml.elementProperties TRUE',
    lines: ['AddProperty("team","Sales")'],
  },
  {
    exporter: exportC4PlantUml,
    kind: 'container',
    part: 'AddProperty',
    without: [],
    setting: 'c4plantuml.relationshipProperties true',
    lines: ['AddProperty("rate","5")'],
  },
];

describe('a property of a view', () => {
  it.each(CASES)('$setting', ({ exporter, kind, part, without, setting, lines }) => {
    expect(linesWith(written(exporter, kind), part)).toEqual(without);
    expect(linesWith(written(exporter, kind, setting), part)).toEqual(lines);
  });

  it('goes before the one of all views', () => {
    const views = `properties { "plantuml.title" "false" }\n${VIEWS.container}`;
    const own = views.replace(/}$/, '\nproperties { "plantuml.title" "true" }\n}');
    const title = (text: string) =>
      linesWith(diagramOf(exportPlantUml, [MODEL, text]).text, 'title');
    expect([title(views).length, title(own).length]).toEqual([0, 1]);
  });
});

describe('participants', () => {
  const boxes = (...settings: string[]) =>
    written(exportPlantUml, 'dynamic', 'plantuml.sequenceDiagram true', ...settings)
      .split('\n')
      .flatMap((line) => /^ *(box|end box|actor|participant|database)/.exec(line)?.[1] ?? []);

  it('stand in boxes of what holds them', () => {
    expect(boxes()).toEqual(['participant', 'box', 'database', 'participant', 'end box']);
  });

  it('stand alone where the author wants it', () => {
    expect(boxes('plantuml.boundaries false')).toEqual(['participant', 'database', 'participant']);
  });
});

describe('frames', () => {
  const animated = (view: string) =>
    view.replace(/}$/, '\nproperties { "plantuml.animation" "true" }\n}');

  it('show a step of an animation each, and hide what has not come up', () => {
    const view = animated('container shop v {\ninclude *\nanimation {\nweb\napi\n}\n}');
    const { frames } = diagramOf(exportPlantUml, [MODEL, view]);
    expect(frames.map((frame) => linesWith(frame, 'hide '))).toEqual([
      ['hide stereotype', 'hide User', 'hide Shop.API'],
      ['hide stereotype', 'hide User'],
    ]);
  });

  it('show a step of a story each, but for C4-PlantUML', () => {
    const parts = [MODEL, animated(VIEWS.dynamic)] as const;
    const { frames } = diagramOf(exportPlantUml, parts);
    expect(frames.map((frame) => linesWith(frame, 'hide ').slice(1))).toEqual([
      ['hide Shop.API'],
      ['hide User'],
      ['hide User'],
    ]);
    expect(diagramOf(exportC4PlantUml, parts).frames).toEqual([]);
  });

  it('are none without an animation, and in a sequence', () => {
    expect(diagramOf(exportPlantUml, [MODEL, animated(VIEWS.container)]).frames).toEqual([]);
    const sequence = VIEWS.dynamic.replace(
      /}$/,
      'properties {\n"plantuml.animation" "true"\n"plantuml.sequenceDiagram" "true"\n}\n}',
    );
    expect(diagramOf(exportPlantUml, [MODEL, sequence]).frames).toEqual([]);
  });
});
