import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MOST_PERSPECTIVES, MOST_STEPS, perspectivesOf, stepsOf } from '#views/states.ts';
import { dslOf, graphIn, indexOf, viewOf } from '../../support/workspaces.ts';

const MODEL = `
  user = person "User" {
    perspectives {
      security "Signs in" "Low"
    }
  }
  shop = softwareSystem "Shop" {
    web = container "Web"
    db = container "Database" {
      perspectives {
        security "Encrypted" "High"
        cost "A third of it"
      }
    }
  }
  user -> web "Opens"
  web -> db "Reads" {
    perspectives {
      security "TLS"
    }
  }
`;
const index = indexOf(
  dslOf(
    MODEL,
    `container shop v {
       include *
       animation {
         user
         web
         db
       }
     }
     container shop plain { include * }
     dynamic shop d {
       user -> web "Clicks"
       web -> db "Looks up"
     }`,
  ),
);

/** Names of what is in the background, lines by their words. */
function outOf(key: string, out: ReadonlySet<string>): string[] {
  const { nodes, clusters, edges } = graphIn(index, key);
  return [
    ...[...nodes, ...clusters].filter(({ id }) => out.has(id)).map(({ name }) => name),
    ...edges.filter((edge) => out.has(edge.key)).map(({ description }) => description),
  ];
}

describe('the steps of a view', () => {
  it('add to one another, lines when both of their ends are there', () => {
    const steps = stepsOf(graphIn(index, 'v'), viewOf(index, 'v'));
    expect(steps.map(({ id, name, rows }) => [id, name, rows.map(({ text }) => text)])).toEqual([
      ['1', '1', ['User']],
      ['2', '2', ['Web']],
      ['3', '3', ['Database']],
    ]);
    expect(steps.map(({ out }) => outOf('v', out))).toEqual([
      ['Web', 'Database', 'Shop', 'Opens', 'Reads'],
      ['Database', 'Reads'],
      [],
    ]);
  });

  it('are those of a dynamic view, too', () => {
    const steps = stepsOf(graphIn(index, 'd'), viewOf(index, 'd'));
    expect(steps.map(({ name, out }) => [name, outOf('d', out)])).toEqual([
      ['1', ['Database', 'Looks up']],
      ['2', []],
    ]);
  });

  it('are none where a view is not animated', () => {
    expect(stepsOf(graphIn(index, 'plain'), viewOf(index, 'plain'))).toEqual([]);
  });
});

describe('the perspectives of a view', () => {
  const perspectives = perspectivesOf(graphIn(index, 'v'), index);

  it('put what has them in the foreground, with what holds it', () => {
    expect(perspectives.map(({ id, name, out }) => [id, name, outOf('v', out)])).toEqual([
      ['p1', 'Security', ['Web', 'Opens']],
      ['p2', 'Cost', ['User', 'Web', 'Opens', 'Reads']],
    ]);
  });

  it('say what is said of each', () => {
    expect(perspectives[0]?.rows).toEqual([
      { text: 'User', value: 'Low', about: 'Signs in' },
      { text: 'Database', value: 'High', about: 'Encrypted' },
      { text: 'Reads', about: 'TLS' },
    ]);
    expect([...(perspectives[0]?.notes.values() ?? [])]).toEqual(['Low', 'High']);
  });
});

it('are as many as the style sheet of pages counts out', () => {
  const css = readFileSync(new URL('../../../src/styles/states.css', import.meta.url), 'utf8');
  const states = [...css.matchAll(/data-state="(p?\d+)"\]:target ~ \* \[data-out~="(p?\d+)"/g)];
  expect(states.every(([, one, other]) => one === other)).toBe(true);
  const isPerspective = ([, id = '']: RegExpExecArray) => id.startsWith('p');
  expect(states.filter(isPerspective)).toHaveLength(MOST_PERSPECTIVES);
  expect(states.filter((state) => !isPerspective(state))).toHaveLength(MOST_STEPS);
});
