/** Random numbers from a seed: the same seed gives the same text. */
export type Random = () => number;

/** A small generator of numbers from 0 to 1 (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

const WORDS = [
  'Shop',
  'Order',
  'Cart',
  'Mail',
  'Pay',
  'Web',
  'Data',
  'Queue',
  'Log',
  'User',
  'API',
];
const STRATEGIES = [
  'true',
  'false',
  'com.structurizr.model.DefaultImpliedRelationshipsStrategy',
  'com.structurizr.model.CreateImpliedRelationshipsUnlessSameRelationshipExistsStrategy',
  'com.structurizr.model.CreateImpliedRelationshipsUnlessAnyRelationshipExistsStrategy',
];
const TAGS = ['Old', 'New', 'Database', 'External', 'Person', 'Container'];
const EXTRAS = ['"Says \\"hi\\""', '"Two\\nlines"', '""', 'plain', '"With  blanks"', '"ünï"'];

const DEPLOYED: ReadonlySet<Named['kind']> = new Set(['node', 'infrastructure', 'instance']);

interface Named {
  readonly kind:
    | 'person'
    | 'system'
    | 'container'
    | 'component'
    | 'custom'
    | 'node'
    | 'infrastructure'
    | 'instance';
  /** The name by which it is known everywhere; undefined for what has none. */
  readonly id: string;
  /** The id of what it is part of; empty for what is part of nothing. */
  readonly parent: string;
}

/**
 * Writes a workspace that uses the language widely. Most are correct; `faults` is the share of names
 * that are drawn without looking at what they stand for.
 */
export function generateDsl(seed: number, faults = 0.02): string {
  return new Generator(randomFrom(seed), faults).workspace();
}

class Generator {
  readonly #random: Random;
  readonly #faults: number;
  readonly #lines: string[] = [];
  readonly #named: Named[] = [];
  readonly #relationships: string[] = [];
  readonly #pairs = new Set<string>();
  readonly #groups: string[] = [];
  readonly #environments: string[] = [];
  readonly #keys: string[] = [];
  #indent = 0;
  #count = 0;
  readonly #runs = new Set<string>();
  #hierarchical = false;
  #nests = false;
  #hasArchetypes = false;
  #hasWord = false;

  constructor(random: Random, faults: number) {
    this.#random = random;
    this.#faults = faults;
  }

  workspace(): string {
    this.#hasWord = this.#chance(0.25);
    if (this.#hasWord) this.#line(`${this.#pick(['!const', '!var'])} WORD "Word of mouth"`);
    this.#block(`workspace${this.#chance(0.8) ? ` ${this.#name()}` : ''}${this.#text(0.5)}`, () => {
      this.#hierarchical = this.#chance(0.5);
      if (this.#hierarchical) this.#line('!identifiers hierarchical');
      if (this.#chance(0.2)) this.#properties();
      if (this.#chance(0.3)) this.#line(`!impliedRelationships ${this.#pick(STRATEGIES)}`);
      if (this.#chance(0.05)) this.#line(`name ${this.#pick(EXTRAS)}`);
      if (this.#chance(0.05)) this.#line(`description ${this.#pick(EXTRAS)}`);
      if (this.#chance(0.2)) this.#configuration();
      this.#block('model', () => this.#model());
      if (this.#chance(0.95)) this.#block('views', () => this.#views());
    });
    return `${this.#lines.join('\n')}\n`;
  }

  #model(): void {
    this.#nests = this.#chance(0.5);
    if (this.#nests) {
      this.#block('properties', () => this.#line('"structurizr.groupSeparator" "/"'));
    }
    this.#hasArchetypes = this.#chance(0.3);
    if (this.#hasArchetypes) this.#archetypes();
    this.#times(1, 6, () => this.#topLevel(0));
    this.#times(0, 8, () => this.#relationship(this.#static()));
    if (this.#chance(0.3)) this.#bulk();
    this.#times(0, 2, () => this.#environment());
  }

  #topLevel(depth: number): void {
    const roll = this.#random();
    if (roll < 0.2) this.#element('person', this.#keyword('person', 'boss'), this.#text(0.4), '');
    else if (roll < 0.3) this.#element('custom', 'element', this.#text(0.4), '');
    else if (roll < 0.45 && depth < this.#depth)
      this.#group(() => this.#times(0, 3, () => this.#topLevel(depth + 1)));
    else
      this.#element('system', 'softwareSystem', this.#text(0.5), '', (id) => this.#inSystem(id, 0));
  }

  #inSystem(id: string, depth: number): void {
    this.#times(0, 4, () => {
      if (this.#chance(0.15) && depth < this.#depth) {
        this.#group(() => this.#times(0, 2, () => this.#inSystem(id, depth + 1)));
        return;
      }
      const words = `${this.#text(0.5)}${this.#text(0.3)}`;
      this.#element('container', this.#keyword('container', 'service'), words, id, (container) =>
        this.#times(0, 3, () => {
          const more = `${this.#text(0.4)}${this.#text(0.2)}`;
          this.#element('component', 'component', more, container, () => {});
        }),
      );
    });
  }

  /** A keyword, or the archetype that stands for it. */
  #keyword(plain: string, archetype: string): string {
    return this.#hasArchetypes && this.#chance(0.4) ? archetype : plain;
  }

  #element(
    kind: Named['kind'],
    keyword: string,
    words: string,
    parent: string,
    inside?: (id: string) => void,
  ): void {
    const simple = `${this.#pick(['a', 'b', 'c'])}${++this.#count}`;
    const isNamed = this.#chance(0.93);
    const id = this.#hierarchical && parent !== '' ? `${parent}.${simple}` : simple;
    if (isNamed) this.#named.push({ kind, id, parent });
    const head = `${isNamed ? `${simple} = ` : ''}${keyword} ${this.#name(this.#count)}${words}`;
    if (!inside && this.#chance(0.7)) this.#line(head);
    else
      this.#block(head, () => {
        this.#itemBody(kind);
        if (isNamed) inside?.(id);
        if (isNamed && this.#chance(0.1) && !DEPLOYED.has(kind)) {
          this.#relationship(this.#static(), id, this.#pick(['', 'this ']));
        }
      });
  }

  #itemBody(kind: Named['kind'] | 'relationship'): void {
    if (this.#chance(0.15)) this.#line(`${this.#pick(['tag', 'tags'])} ${this.#tags()}`);
    if (this.#chance(0.05)) this.#line(`tags ${this.#tags()} ${this.#tags()} plain`);
    if (this.#chance(0.03) && kind !== 'relationship') {
      this.#lines.push(
        '      description """',
        '        Over',
        '          two lines',
        '        """',
      );
    }
    if (this.#chance(0.1) && kind !== 'relationship') {
      this.#line(`description ${this.#pick(EXTRAS)}`);
    }
    if (
      this.#chance(0.1) &&
      !['relationship', 'person', 'system', 'custom', 'instance'].includes(kind)
    ) {
      this.#line(`technology ${this.#pick(WORDS)}`);
    }
    if (this.#chance(0.06)) this.#line('url https://example.org/a?b=c');
    if (this.#chance(0.08)) this.#properties();
    if (this.#chance(0.06)) {
      this.#block('perspectives', () => {
        this.#line(`Security ${this.#pick(EXTRAS)}`);
        if (this.#chance(0.4)) this.#line('Cost "High" 7');
        if (this.#chance(0.3)) {
          this.#block('perspective "Owner"', () => {
            this.#line('description "Who"');
            if (this.#chance(0.5)) this.#line('value us');
            if (this.#chance(0.3)) this.#line('url https://example.org/who');
          });
        }
      });
    }
  }

  #relationship(among: readonly Named[], from?: string, written?: string): void {
    if (among.length === 0 && !this.#chance(this.#faults)) return;
    const source = from ?? this.#id(among);
    const target = this.#id(among);
    const isTwice = this.#pairs.has(`${source} ${target}`) && !this.#chance(this.#faults * 3);
    const isFamily = this.#ancestry(source).has(target) || this.#ancestry(target).has(source);
    if ((isTwice || isFamily) && !this.#chance(this.#faults)) return;
    this.#pairs.add(`${source} ${target}`);
    const name = this.#chance(0.1) ? `r${++this.#count}` : undefined;
    if (name) this.#relationships.push(name);
    const arrow = this.#keyword('->', '--sync->');
    const words = this.#chance(0.08)
      ? ` "Sends" "HTTP" ${this.#tags()}`
      : `${this.#text(0.7)}${this.#text(0.2)}`;
    const head = `${name ? `${name} = ` : ''}${written ?? `${source} `}${arrow} ${target}${words}`;
    if (this.#chance(0.1)) this.#block(head, () => this.#itemBody('relationship'));
    else this.#line(head);
  }

  /** A name, and those of all that is around what it stands for. */
  #ancestry(id: string): Set<string> {
    const ids = new Set<string>();
    for (let at = id; at !== '' && !ids.has(at); ) {
      ids.add(at);
      at = this.#named.find((one) => one.id === at)?.parent ?? '';
    }
    return ids;
  }

  #bulk(): void {
    if (this.#static().length === 0) return;
    const of = () => this.#id(this.#static());
    const forms = [
      () => this.#block(`!element ${of()}`, () => this.#itemBody('person')),
      () =>
        this.#block(`!elements "${this.#pick(['element==', '->'])}${of()}"`, () => {
          this.#line(`tags ${this.#tags()}`);
          if (this.#chance(0.3)) this.#properties();
          if (this.#chance(0.3))
            this.#line(`${this.#pick(['this -> ', '-> '])}${of()}${this.#text(0.8)}`);
        }),
      () =>
        this.#block(`!elements "${this.#expression()}"`, () => this.#line(`tag ${this.#tags()}`)),
      () =>
        this.#block(
          `!relationships "${this.#pick(['*->*', `* -> ${of()}`, `${of()} -> *`])}"`,
          () => {
            this.#line(`tags ${this.#tags()}`);
            if (this.#chance(0.3)) this.#line('technology Mail');
            if (this.#chance(0.2)) this.#line('url https://example.org');
          },
        ),
      () => {
        if (this.#relationships.length === 0) return;
        this.#block(`!relationship ${this.#pick(this.#relationships)}`, () =>
          this.#itemBody('relationship'),
        );
      },
    ];
    this.#pick(forms)();
  }

  #archetypes(): void {
    this.#block('archetypes', () => {
      this.#block('service = container', () => {
        this.#line('technology Go');
        this.#line(`tags ${this.#tags()}`);
      });
      this.#block('boss = person', () => {
        this.#line('description "Decides"');
        if (this.#chance(0.5)) this.#properties();
      });
      this.#block('sync = ->', () => this.#line('technology HTTPS'));
      if (this.#chance(0.5))
        this.#block('fast = --sync->', () => this.#line(`tags ${this.#tags()}`));
      if (this.#chance(0.3))
        this.#block('softwareSystem', () => this.#line('description "Bought"'));
      if (this.#chance(0.3)) this.#block('deploymentNode', () => this.#line('technology Linux'));
    });
  }

  #environment(): void {
    const id = `e${++this.#count}`;
    const name = this.#pick(['Live', 'Test', 'Development']) + this.#count;
    const groups: string[] = [];
    this.#environments.push(name);
    this.#runs.clear();
    this.#block(`${id} = deploymentEnvironment ${name}`, () => {
      if (this.#chance(0.3)) {
        this.#times(1, 2, () => {
          groups.push(`g${++this.#count}`);
          this.#line(`${groups.at(-1)} = deploymentGroup ${this.#name(this.#count)}`);
        });
      }
      const before = this.#named.length;
      this.#times(1, 3, () => this.#node(this.#hierarchical ? id : '', groups, 0));
      const inside = this.#named.slice(before);
      this.#times(0, 2, () => this.#deployed(inside));
      if (this.#chance(0.3)) this.#removal();
    });
  }

  /** A relationship that deployments permit: from infrastructure, or between nodes. */
  #deployed(inside: readonly Named[]): void {
    const from = inside.filter(({ kind }) => kind === 'infrastructure');
    const nodes = inside.filter(({ kind }) => kind === 'node');
    if (from.length > 0 && this.#chance(0.7)) this.#relationship(inside, this.#pick(from).id);
    else if (nodes.length > 1) this.#relationship(nodes);
  }

  /** Takes out what was copied from a relationship of the model; often there is nothing to take. */
  #removal(): void {
    const runs = new Set(this.#of('system', 'container').map(({ id }) => id));
    const pairs = [...this.#pairs].filter((pair) => pair.split(' ').every((id) => runs.has(id)));
    if (pairs.length === 0 || this.#runs.size === 0) return;
    const fits = pairs.filter((pair) => pair.split(' ').every((id) => this.#runs.has(id)));
    const [from = '', to = ''] = this.#pick(fits.length > 0 ? fits : pairs).split(' ');
    this.#block(`${from} -/> ${to}`, () => {
      if (this.#chance(0.5)) this.#line(`${from} -> ${to}${this.#text(0.5)}`);
    });
  }

  #node(parent: string, groups: readonly string[], depth: number): void {
    const words = `${this.#text(0.3)}${this.#text(0.3)}`;
    this.#element('node', 'deploymentNode', words, parent, (id) => {
      if (this.#chance(0.15))
        this.#line(`instances ${this.#pick(['4', '1..3', '2..N', '"1..*"'])}`);
      if (this.#chance(0.1) && groups.length > 0)
        this.#line(`deploymentGroup ${this.#pick(groups)}`);
      this.#times(0, 3, () => {
        const roll = this.#random();
        if (roll < 0.25 && depth < 2) this.#node(id, groups, depth + 1);
        else if (roll < 0.4)
          this.#element('infrastructure', 'infrastructureNode', this.#text(0.3), id);
        else this.#instance(id, groups);
      });
    });
  }

  #instance(parent: string, groups: readonly string[]): void {
    const runs = this.#static().filter(({ kind }) => kind === 'system' || kind === 'container');
    const of = runs.length > 0 ? this.#pick(runs) : undefined;
    if (!of) return;
    const keyword = this.#chance(0.2)
      ? 'instanceOf'
      : of.kind === 'system'
        ? 'softwareSystemInstance'
        : 'containerInstance';
    const simple = `i${++this.#count}`;
    const group = groups.length > 0 && this.#chance(0.5) ? ` "${this.#pick(groups)}"` : '';
    const isNamed = this.#chance(0.5);
    if (isNamed)
      this.#named.push({
        kind: 'instance',
        id: this.#hierarchical ? `${parent}.${simple}` : simple,
        parent,
      });
    this.#runs.add(of.id);
    const tags = this.#chance(0.1) ? ` ${group === '' ? '""' : ''} ${this.#tags()}` : '';
    const head = `${isNamed ? `${simple} = ` : ''}${keyword} ${of.id}${group}${tags}`;
    if (this.#chance(0.8)) this.#line(head);
    else
      this.#block(head, () => {
        this.#itemBody('instance');
        if (this.#chance(0.3)) this.#line('healthCheck Ping https://example.org/ping 30 100');
      });
  }

  #views(): void {
    this.#times(1, 7, () => this.#view());
    if (this.#chance(0.4)) this.#styles();
    if (this.#chance(0.1)) this.#line('theme default');
    if (this.#chance(0.1)) {
      this.#block('terminology', () => this.#line(`${this.#pick(['person', 'container'])} Role`));
    }
    if (this.#chance(0.1)) this.#properties();
  }

  #view(): void {
    if (this.#of('system').length === 0 && !this.#chance(this.#faults)) return;
    const key = this.#chance(0.85) ? ` k${++this.#count}${this.#text(0.2)}` : '';
    const system = () => this.#id(this.#of('system'));
    const roll = this.#random();
    const content =
      (...kinds: Named['kind'][]) =>
      () =>
        this.#content(kinds);
    if (roll < 0.15) this.#block(`systemLandscape${key}`, content('person', 'system'));
    else if (roll < 0.35)
      this.#block(`systemContext ${system()}${key}`, content('person', 'system'));
    else if (roll < 0.55)
      this.#block(`container ${system()}${key}`, content('person', 'container'));
    else if (roll < 0.65 && this.#of('container').length > 0)
      this.#block(
        `component ${this.#id(this.#of('container'))}${key}`,
        content('person', 'component'),
      );
    else if (roll < 0.75 && this.#environments.length > 0) {
      const scope = this.#chance(0.5) ? '*' : system();
      this.#block(
        `deployment ${scope} ${this.#pick(this.#environments)}${key}`,
        content(...DEPLOYED),
      );
    } else if (roll < 0.9) this.#dynamic(key);
    else if (roll < 0.95) this.#block(`custom${key}`, content());
    else if (this.#keys.length > 0) {
      this.#line(
        `filtered ${this.#pick(this.#keys)} ${this.#pick(['include', 'exclude'])} "${this.#pick(TAGS)}"${key}`,
      );
    }
    if (key !== '' && roll < 0.75) this.#keys.push(key.trim().split(' ')[0] ?? '');
  }

  #content(kinds: readonly Named['kind'][]): void {
    const around = this.#of('custom', ...kinds);
    const start = this.#chance(0.1) ? '*?' : this.#chance(0.7) ? '*' : this.#included(around);
    this.#line(`include ${start}`);
    this.#times(0, 2, () =>
      this.#line(
        `include ${this.#included(around)}${this.#chance(0.2) ? ` ${this.#included(around)}` : ''}`,
      ),
    );
    if (this.#chance(0.05)) this.#line(`animationStep ${this.#included(around)}`);
    if (this.#chance(0.3)) this.#line(`exclude ${this.#included(around)}`);
    if (this.#chance(0.1)) {
      this.#block('animation', () => this.#times(1, 2, () => this.#line(this.#id(this.#static()))));
    }
    this.#settings();
  }

  #settings(): void {
    if (this.#chance(0.4))
      this.#line(
        this.#pick([
          'autoLayout',
          'autolayout tb',
          'autoLayout lr 200 90',
          'autoLayout rl 1 2 3 false',
        ]),
      );
    if (this.#chance(0.15)) this.#line(`title ${this.#pick(EXTRAS)}`);
    if (this.#chance(0.1)) this.#line(`description ${this.#pick(EXTRAS)}`);
    if (this.#chance(0.08)) this.#line('default');
    if (this.#chance(0.08)) this.#properties();
  }

  #included(around: readonly Named[]): string {
    const roll = this.#random();
    if (roll < 0.4 && around.length > 0) return this.#id(around);
    if (roll < 0.5 && this.#relationships.length > 0) return this.#pick(this.#relationships);
    return `"${this.#expression()}"`;
  }

  #expression(depth = 0): string {
    if (this.#static().length === 0) return 'element.type==Person';
    const id = () => this.#id(this.#static());
    const forms = [
      () => `element==${id()}`,
      () => `element!=${id()}`,
      () => `element.tag==${this.#pick(TAGS)}`,
      () => `element.tag!=${this.#pick(TAGS)}`,
      () =>
        `element.type==${this.#pick(['Person', 'SoftwareSystem', 'Container', 'Component', 'DeploymentNode', 'Custom'])}`,
      () => `element.parent==${id()}`,
      () => `element.technology==${this.#pick(WORDS)}`,
      () => `->${id()}`,
      () => `${id()}->`,
      () => `->${id()}->`,
      () => `${id()} -> ${id()}`,
      () => `* -> ${id()}`,
      () => `${id()} -> *`,
      () => 'relationship==*',
      () => `relationship.tag==${this.#pick(TAGS)}`,
      () => `relationship.source==${id()}`,
      () => `element.properties[a]==${this.#pick(['b', 'c'])}`,
      () =>
        this.#groups.length > 0 ? `element.group==${this.#pick(this.#groups)}` : `element==${id()}`,
    ];
    if (depth === 0 && this.#chance(0.2)) {
      return `${this.#expression(1)} ${this.#pick(['&&', '||'])} ${this.#expression(1)}`;
    }
    return this.#pick(forms)();
  }

  #dynamic(key: string): void {
    const scopes = this.#of('system', 'container').map(({ id }) => id);
    const scope = this.#chance(0.5) || scopes.length === 0 ? '*' : this.#pick(scopes);
    const kinds: readonly Named['kind'][] =
      scope === '*' ? ['person', 'system', 'custom'] : ['person', 'container'];
    const fits = new Set(this.#of(...kinds).map(({ id }) => id));
    const pairs = [...this.#pairs].filter(
      (pair) => this.#chance(this.#faults) || pair.split(' ').every((id) => fits.has(id)),
    );
    if (pairs.length === 0) return;
    const step = () => {
      const [from = '', to = ''] = this.#pick(pairs).split(' ');
      if (from === '') return;
      const order = this.#chance(0.1) ? `${this.#pick(['1', '2', '10'])}: ` : '';
      if (this.#chance(0.1) && this.#relationships.length > 0) {
        this.#line(`${order}${this.#pick(this.#relationships)}${this.#text(0.5)}`);
      } else this.#line(`${order}${from} -> ${to}${this.#text(0.6)}`);
      if (this.#chance(0.2)) this.#line(`${to} -> ${from}${this.#text(0.6)}`);
    };
    this.#block(`dynamic ${scope}${key}`, () => {
      this.#times(1, 4, () => {
        if (this.#chance(0.15)) this.#block('', () => this.#times(1, 2, step));
        else step();
      });
      this.#settings();
    });
  }

  #styles(): void {
    const body = () => {
      this.#block(`element "${this.#pick(TAGS)}"`, () => {
        if (this.#chance(0.5))
          this.#line(`shape ${this.#pick(['Box', 'person', 'RoundedBox', 'Cylinder'])}`);
        if (this.#chance(0.5))
          this.#line(`background ${this.#pick(['#ff0000', 'red', '#1168BD'])}`);
        if (this.#chance(0.3)) this.#line(`opacity ${this.#pick(['50', '110', '-1'])}`);
        if (this.#chance(0.3)) this.#line(`strokeWidth ${this.#pick(['3', '20'])}`);
        if (this.#chance(0.2)) this.#line('metadata false');
      });
      if (this.#chance(0.5)) {
        this.#block('relationship Relationship', () => {
          this.#line(`routing ${this.#pick(['direct', 'Orthogonal', 'curved'])}`);
          if (this.#chance(0.3)) this.#line('dashed false');
        });
      }
    };
    this.#block('styles', () => {
      this.#times(1, 3, body);
      if (this.#chance(0.3)) this.#block(this.#pick(['light', 'dark']), body);
    });
  }

  #configuration(): void {
    this.#block('configuration', () => {
      if (this.#chance(0.5)) this.#line(`visibility ${this.#pick(['private', 'public'])}`);
      if (this.#chance(0.5)) this.#block('users', () => this.#line('a@example.org write'));
    });
  }

  #group(inside: () => void): void {
    const name = `G${++this.#count}`;
    const id = this.#chance(0.3) ? `g${this.#count} = ` : '';
    this.#groups.push(name);
    this.#block(`${id}group ${name}`, inside);
  }

  #properties(): void {
    this.#block('properties', () => {
      this.#line(`a ${this.#pick(['b', '"c d"'])}`);
      if (this.#chance(0.3)) this.#line('"x y" "1"');
    });
  }

  /** How deep groups may stand in groups. */
  get #depth(): number {
    return this.#nests || this.#chance(this.#faults) ? 2 : 1;
  }

  #static(): Named[] {
    return this.#of('person', 'system', 'container', 'component', 'custom');
  }

  #of(...kinds: readonly Named['kind'][]): Named[] {
    return this.#named.filter(({ kind }) => kinds.includes(kind));
  }

  /** The name of one of them; now and then of anything, or of nothing. */
  #id(among: readonly Named[]): string {
    if (this.#chance(this.#faults / 4)) return 'nobody';
    const from = this.#chance(this.#faults) ? this.#named : among;
    return from.length > 0 ? this.#pick(from).id : 'nobody';
  }

  #name(number?: number): string {
    const word = `${this.#pick(WORDS)}${number ?? ''}`;
    return this.#chance(0.5) ? word : `"${word} ${this.#pick(WORDS)}"`;
  }

  #text(share: number): string {
    if (!this.#chance(share)) return '';
    if (this.#hasWord && this.#chance(0.1)) return ' "The $\u007BWORD}"';
    return ` ${this.#chance(0.2) ? this.#pick(EXTRAS) : `"${this.#pick(WORDS)}"`}`;
  }

  #tags(): string {
    return `"${this.#pick(TAGS)}${this.#chance(0.3) ? `, ${this.#pick(TAGS)}` : ''}"`;
  }

  #block(head: string, inside: () => void): void {
    this.#line(`${head}${head === '' ? '' : ' '}{`);
    this.#indent++;
    inside();
    this.#indent--;
    this.#line('}');
  }

  #line(text: string): void {
    if (this.#chance(0.01)) this.#lines.push('', '// said aside');
    const indent = ' '.repeat(this.#indent * 2);
    const at = text.indexOf(' ');
    if (at > 0 && this.#chance(0.01))
      this.#lines.push(`${indent}${text.slice(0, at)} \\`, text.slice(at + 1));
    else this.#lines.push(indent + text);
  }

  #chance(share: number): boolean {
    return this.#random() < share;
  }

  #pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.#random() * items.length)];
    if (item === undefined) throw new Error('There is nothing to pick from.');
    return item;
  }

  #times(least: number, most: number, run: () => void): void {
    const count = least + Math.floor(this.#random() * (most - least + 1));
    for (let at = 0; at < count; at++) run();
  }
}

const BITS = [
  '{',
  '}',
  '"',
  '"""',
  '\\',
  '->',
  '=',
  '*',
  '//',
  '/*',
  '*/',
  '#',
  '""',
  '-/>',
  '--x->',
  '!const X 1',
  '&&',
  '||',
  '==',
  'this',
  'include',
  'exclude',
  'element',
  'container',
  'component',
  'group',
  'person',
  'description',
  'properties',
  'tags',
  'url',
  'autolayout',
  'animation',
  'views',
  'model',
  '1:',
  'a.b',
  'softwareSystem',
  'perspectives',
  'instanceOf',
  'deploymentNode',
  'title',
  '!identifiers',
  'flat',
  '$\u007BX}',
];

/** The text with a few slips: lines and words dropped, doubled, swapped and put in. */
export function mutateDsl(text: string, random: Random): string {
  const lines = text.split('\n');
  const upTo = (count: number) => Math.floor(random() * count);
  const slips = 1 + upTo(3);
  for (let slip = 0; slip < slips; slip++) {
    const [a, b] = [upTo(lines.length), upTo(lines.length)];
    const words = (lines[a] ?? '').split(' ');
    const at = upTo(words.length + 1);
    const bit = BITS[upTo(BITS.length)] ?? '';
    const roll = random();
    if (roll < 0.12) lines.splice(a, 1);
    else if (roll < 0.24) lines.splice(b, 0, lines[a] ?? '');
    else if (roll < 0.36) [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
    else if (roll < 0.5) lines[a] = words.toSpliced(at, 1).join(' ');
    else if (roll < 0.7) lines[a] = words.toSpliced(at, 0, bit).join(' ');
    else if (roll < 0.9) lines[a] = words.toSpliced(at, 1, bit).join(' ');
    else lines[a] = words.toSpliced(at, 1, (lines[b] ?? '').trim().split(' ')[0] ?? '').join(' ');
  }
  return lines.join('\n');
}
