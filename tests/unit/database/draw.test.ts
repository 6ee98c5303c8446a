import { describe, expect, it } from 'vitest';
import type { Catalog } from '#database/catalog.ts';
import { drawTables } from '#database/er/draw.ts';
import { referencesOf } from '#database/er/references.ts';
import { overlaps } from '#layout/geometry.ts';
import { createTextMeasure } from '#layout/measure/text.ts';
import { createRowsEngine } from '#layout/rows/engine.ts';
import { table } from '../../support/tables.ts';

const draw = (catalog: Catalog) =>
  drawTables(catalog, {
    engine: createRowsEngine(),
    measure: createTextMeasure(),
    theme: 'light',
    prefix: 'er',
    title: 'Tables <of> a shop',
  });
const names = (svg: string) => [...svg.matchAll(/data-name="([^"]*)"/g)].map(([, name]) => name);

describe('a drawing of tables', () => {
  const shop: Catalog = {
    tables: [
      table('orders', ['id', 'placed_at'], { partitionKey: 'RANGE (placed_at)' }),
      table('orders_1', ['id', 'placed_at'], { partitionOf: 'orders' }),
      table('lines', ['id', 'orders_id', 'lines_id']),
    ],
    enums: [],
  };

  it('has a box for each table, none for a partition, and a line for each reference', () => {
    const { svg, boxes } = draw(shop);
    expect(names(svg)).toEqual(['orders', 'lines']);
    expect(boxes.map(({ id }) => id)).toEqual(['orders', 'lines']);
    expect(svg.match(/class="edge"/g)).toHaveLength(2);
    expect(svg).toContain('1 partition<');
    expect(svg).toContain('<title id="er-title">Tables &lt;of&gt; a shop</title>');
    expect(svg).toContain('2 tables (orders, lines) and 2 references.');
    expect(svg).not.toContain('style=');
  });

  it('frames the tables of each schema where there are several', () => {
    const tables = [
      table('users', ['id'], { schema: 'accounts', id: 'accounts.users' }),
      table('stock', ['id'], { schema: 'stock', id: 'stock.stock' }),
    ];
    expect(names(draw({ tables, enums: [] }).svg)).toEqual([
      'accounts',
      'stock',
      'accounts.users',
      'stock.stock',
    ]);
  });

  it('leaves out columns of a long table, and says how many', () => {
    const many = Array.from({ length: 20 }, (_, place) => `column_${place}`);
    const { svg } = draw({ tables: [table('wide', ['id', ...many])], enums: [] });
    expect(svg).toContain('>column_9<');
    expect(svg).not.toContain('>column_10<');
    expect(svg).toContain('and 10 more');
  });

  it('draws five hundred tables, none upon another', () => {
    const tables = Array.from({ length: 500 }, (_, place) =>
      table(`t${place}`, place === 0 ? ['id'] : ['id', `t${Math.floor((place - 1) / 3)}_id`, 'x']),
    );
    const { svg, boxes } = draw({ tables, enums: [] });
    expect(boxes).toHaveLength(500);
    expect(svg.match(/class="edge"/g)).toHaveLength(499);
    const byColumn = boxes.toSorted((a, b) => a.box.y - b.box.y);
    for (const [place, { box }] of byColumn.entries()) {
      for (const other of byColumn.slice(place + 1, place + 40)) {
        expect(overlaps(box, other.box)).toBe(false);
      }
    }
  });
});

describe('how many rows belong to one', () => {
  const of = (more: Parameters<typeof table>[2], columns = ['id', 'orders_id']) =>
    referencesOf({
      tables: [table('orders', ['id']), table('lines', columns, more)],
      enums: [],
    }).map(({ many, one }) => `${many} to ${one}`);

  it('follows from keys and from what may be empty', () => {
    expect(of({})).toEqual(['many to one']);
    expect(of({ uniques: [['orders_id']] })).toEqual(['zero or one to one']);
    expect(of({ primaryKey: ['orders_id'] })).toEqual(['zero or one to one']);
    expect(of({ primaryKey: ['orders_id', 'id'] })).toEqual(['many to one']);
    const [id, reference] = table('lines', ['id', 'orders_id']).columns;
    const optional = reference && { ...reference, nullable: true };
    expect(of({ columns: id && optional ? [id, optional] : [] })).toEqual(['many to zero or one']);
  });
});
