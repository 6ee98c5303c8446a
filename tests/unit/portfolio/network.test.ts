import { describe, expect, it } from 'vitest';
import { overlaps, type Rect } from '#layout/geometry.ts';
import { createTextMeasure } from '#layout/measure/text.ts';
import { drawNetwork } from '#portfolio/network/draw.ts';
import { openingsOf } from '#portfolio/network/openings.ts';
import { placeNetwork } from '#portfolio/network/place.ts';
import { type StandingNetwork, standingNetworks } from '#portfolio/network/standing.ts';
import { networkFigures } from '#portfolio/pages/network.ts';
import { portfolioOf } from '../../support/portfolios.ts';

const measure = createTextMeasure();

const DSL = `workspace {
  !identifiers hierarchical
  model {
    shop = softwareSystem Shop {
      web = container Web
      api = container API
      db = container Database {
        tags Database
      }
    }
    small = deploymentEnvironment Small {
      deploymentNode Machine "" t3.small {
        containerInstance shop.web
        containerInstance shop.api
      }
    }
    large = deploymentEnvironment Large {
      deploymentNode Machine "" t3.medium "" 4 {
        containerInstance shop.web
        containerInstance shop.api
      }
      deploymentNode RDS "" "db.m6g.large, Multi-AZ" {
        containerInstance shop.db
      }
    }
  }
  views {
    deployment shop small at-small {
      include *
      properties {
        archfolio.users 100000
      }
    }
    deployment shop large at-large {
      include *
      properties {
        archfolio.users 500000
      }
    }
    styles {
      element Database {
        shape Cylinder
      }
    }
  }
}`;

const YAML = `- id: net
  name: Production <main>
  cidr: 10.0.0.0/16
  region: us-east-1
  zones: [a, b]
  subnets:
    - { id: out-1, cidr: 10.0.0.0/24, zone: a, kind: public, also: [NAT gateway, Door] }
    - { id: out-2, cidr: 10.0.1.0/24, zone: b, kind: public, also: [Door] }
    - { id: in-1, cidr: 10.0.2.0/24, zone: a, kind: private, elements: [shop.web, shop.db, shop.api] }
    - { id: in-2, cidr: 10.0.3.0/24, zone: b, kind: private, elements: [shop.web] }
    - { id: deep-1, cidr: 10.0.4.0/24, zone: a, kind: isolated, elements: [shop.db] }
  groups:
    - { id: door, name: Door }
    - { id: work, name: Work, elements: [shop.web, shop.api] }
    - { id: data, name: Data, elements: [shop.db] }
  rules:
    - { from: internet, to: door, ports: "443", why: Shoppers }
    - { from: door, to: work, ports: "8080", why: Calls }
    - { from: work, to: data, ports: "5432", why: Queries }
    - { from: work, to: internet, ports: "443", why: Payments }
    - { from: work, to: internet, ports: "53", protocol: udp, why: Names }
`;

function networksOf(yaml: string): StandingNetwork[] {
  const portfolio = shopWith(yaml);
  const [entry] = portfolio.studies;
  if (!entry) throw new Error('The fixture has no study.');
  return standingNetworks(portfolio, entry);
}

function shopWith(yaml: string) {
  const study = '---\ntitle: Shop\nsummary: A shop.\norder: 1\nsystem: shop\n---\n';
  return portfolioOf({
    dsl: DSL,
    studies: { shop: { 'index.mdx': study, 'network.yaml': yaml } },
  });
}

const [small, large] = networksOf(YAML);
if (!small || !large) throw new Error('The fixture is drawn at two sizes.');

describe('what stands in a network', () => {
  it('is what the deployment view of each size places, by machine', () => {
    const inside = ({ subnets }: StandingNetwork) =>
      subnets
        .find(({ id }) => id === 'in-1')
        ?.machines.map(({ name, detail, tenants }) => [
          name,
          detail,
          tenants.map(({ text }) => text).join(', '),
        ]);
    // The small size has no database of its own: the element stands there without a machine.
    expect(inside(small)).toEqual([
      ['Machine', 't3.small', 'Web, API'],
      ['', '', 'Database'],
    ]);
    expect(inside(large)).toEqual([
      ['Machine', 't3.medium, 4 in all', 'Web, API'],
      ['RDS', 'db.m6g.large, Multi-AZ', 'Database'],
    ]);
  });

  it('is shown at one size where the network is built for one', () => {
    const sizes = networksOf(YAML.replace('zones:', 'size: large\n  zones:')).map(
      ({ size }) => size,
    );
    expect(sizes).toEqual(['large']);
  });
});

describe('what may pass', () => {
  it('is told between neighbouring rows of a zone, the way out by the row above', () => {
    expect(openingsOf(large).map(({ zone, from, to, ports }) => [zone, from, to, ports])).toEqual([
      ['a', 'internet', 'public', '443'],
      ['a', 'public', 'internet', '443, 53 udp'],
      ['a', 'public', 'private', '8080'],
      ['a', 'private', 'public', '443, 53 udp'],
      ['a', 'private', 'isolated', '5432'],
      ['b', 'internet', 'public', '443'],
      ['b', 'public', 'internet', '443, 53 udp'],
      ['b', 'public', 'private', '8080'],
      ['b', 'private', 'public', '443, 53 udp'],
    ]);
  });
});

describe('the drawing', () => {
  const placed = placeNetwork(large, measure);
  const drawn = drawNetwork(large, { measure, theme: 'light', prefix: 'net', title: 'A & B' });
  const holds = (outer: Rect, inner: Rect) =>
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height;

  it('keeps subnets within their zones and apart, zones within the network', () => {
    for (const { box } of placed.zones) expect(holds(placed.frame, box)).toBe(true);
    for (const [index, { content, box }] of placed.subnets.entries()) {
      const zone = placed.zones.find(({ name }) => name === content.subnet.zone);
      expect(zone && holds(zone.box, box), content.subnet.id).toBe(true);
      const others = placed.subnets.slice(index + 1);
      expect(others.filter((other) => overlaps(other.box, box))).toEqual([]);
    }
  });

  it('has a place for each element, within a subnet and apart from the others', () => {
    expect(drawn.tenants.map(({ tenant }) => tenant.text).sort()).toEqual(
      ['API', 'Database', 'Database', 'Web', 'Web'].sort(),
    );
    for (const [index, { box }] of drawn.tenants.entries()) {
      expect(placed.subnets.some((subnet) => holds(subnet.box, box))).toBe(true);
      const others = drawn.tenants.slice(index + 1);
      expect(others.filter((other) => overlaps(other.box, box))).toEqual([]);
    }
  });

  it('ends its lines at the edges of subnets, from which a line never departs', () => {
    const edges = placed.subnets.flatMap(({ box }) => [box.y, box.y + box.height]);
    edges.push(placed.internet.y + placed.internet.height);
    for (const { points } of placed.openings) {
      expect(points[0].x).toBe(points[1].x);
      for (const { y } of points) expect(edges).toContain(y);
    }
  });

  it('says in words what it shows', () => {
    expect(drawn.svg).toContain('<title id="net-title">A &amp; B</title>');
    expect(drawn.svg).toContain('2 zones and 5 subnets.');
    expect(drawn.svg).toContain('private to isolated on 5432');
    expect(drawn.svg).toContain('Production &lt;main&gt;');
    expect(drawn.svg).not.toContain('style=');
  });

  it('comes with links to elements, and a row for each subnet', () => {
    const portfolio = shopWith(YAML);
    const [entry] = portfolio.studies;
    if (!entry) throw new Error('The fixture has no study.');
    const [, figure] = networkFigures(portfolio, entry, measure);
    expect(figure?.title).toBe('Production <main> at 500,000 users');
    expect(figure?.drawing.links.map(({ href }) => href)).toContain('/elements/shop/db/');
    expect(figure?.rows.map(({ id, machines }) => [id, machines.map(({ name }) => name)])).toEqual([
      ['out-1', ['NAT gateway', 'Door']],
      ['out-2', ['Door']],
      ['in-1', ['Machine: t3.medium, 4 in all', 'RDS: db.m6g.large, Multi-AZ']],
      ['in-2', ['Machine: t3.medium, 4 in all']],
      ['deep-1', ['RDS: db.m6g.large, Multi-AZ']],
    ]);
  });
});
