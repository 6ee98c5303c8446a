import { describe, expect, it } from 'vitest';
import { leastScale, partsOf, seenIn, viewOf, wholeView } from '#client/walk/camera.ts';
import { talkClock } from '#client/walk/clock.ts';
import { cornerFor } from '#client/walk/corner.ts';
import { stateIn, wishIn } from '#client/walk/messages.ts';
import { clockText, paceOf, paceText } from '#client/walk/pace.ts';

const PLAN = [30, 60, 90];

describe('the pace of a talk', () => {
  it.each([
    // place, elapsed, at the stop: behind, done of the whole, words
    [-1, 0, 0, 0, 0, 'on pace'],
    [0, 20, 20, 0, 20, 'on pace'],
    [0, 45, 45, 15, 30, '15 s behind'],
    [1, 20, 5, -15, 35, '15 s ahead'],
    [1, 39, 0, 9, 30, 'on pace'],
    [2, 200, 100, 20, 180, '20 s behind'],
    [2, 260, 10, 160, 100, '2:40 behind'],
  ])('at stop %i after %i s, %i of them there', (place, elapsed, atStop, behind, told, words) => {
    const pace = paceOf(PLAN, { place, elapsed, atStop });
    expect(pace.behind).toBe(behind);
    expect(pace.done).toBe(told / 180);
    expect(pace.left).toBe(180 - told);
    expect(pace.planned).toBe(Math.min(1, elapsed / 180));
    expect(paceText(pace)).toBe(words);
  });

  it('is told to the second where its speaker looks', () => {
    const pace = paceOf(PLAN, { place: 0, elapsed: 34, atStop: 34 });
    expect([paceText(pace), paceText(pace, true)]).toEqual(['on pace', '4 s behind']);
  });

  it.each([
    [0, '0:00'],
    [59.9, '0:59'],
    [754, '12:34'],
    [-3, '0:00'],
  ])('%d s as a clock', (seconds, text) => {
    expect(clockText(seconds)).toBe(text);
  });

  it('of no stops is none', () => {
    const pace = paceOf([], { place: -1, elapsed: 5, atStop: 5 });
    expect(pace).toEqual({ behind: 5, planned: 0, done: 0, left: 0 });
  });
});

describe('the clock of a talk', () => {
  it('stands until it is started, counts each stop anew, and can be paused', () => {
    let now = 1000;
    const clock = talkClock(() => now);
    const times = () => [clock.elapsed(), clock.atStop(), clock.running];
    now = 2000;
    expect(times()).toEqual([0, 0, false]);
    clock.start();
    now = 2500;
    clock.start();
    expect(times()).toEqual([500, 500, true]);
    clock.turn();
    now = 2700;
    expect(times()).toEqual([700, 200, true]);
    clock.toggle();
    now = 9000;
    expect(times()).toEqual([700, 200, false]);
    clock.toggle();
    now = 9100;
    expect(times()).toEqual([800, 300, true]);
  });

  it('goes on from one that ran before', () => {
    const clock = talkClock(() => 0, { elapsed: 60_000, atStop: 5000 });
    expect([clock.elapsed(), clock.atStop()]).toEqual([60_000, 5000]);
  });
});

describe('the camera', () => {
  const STAGE = { width: 1440, height: 700 };
  const SHEET = { width: 2000, height: 1500 };
  const box = (x: number, y: number, width = 150, height = 100) => ({ x, y, width, height });

  it.each([
    [
      'all of a drawing that fits',
      { width: 800, height: 400 },
      [box(0, 0)],
      0,
      [box(0, 0, 800, 400)],
    ],
    ['all where nothing is meant', SHEET, [], 0, [box(0, 0, 2000, 1500)]],
    [
      'boxes that fit together',
      SHEET,
      [box(100, 100), box(500, 300)],
      0,
      [box(100, 100, 550, 300)],
    ],
    [
      'boxes that do not, one after the other',
      SHEET,
      [box(0, 0), box(1800, 1300), box(1600, 1200)],
      0,
      [box(0, 0), box(1600, 1200, 350, 200)],
    ],
    [
      'a box that was in sight at an earlier one, not once more',
      SHEET,
      [box(1000, 100, 900), box(100, 1300), box(1000, 300)],
      0,
      [box(1000, 100, 900), box(100, 1300)],
    ],
    ['steps below their participants', SHEET, [box(0, 900)], 80, [box(0, 820, 150, 180)]],
  ])('passes through %s', (_, sheet, sights, head, parts) => {
    expect(partsOf(sheet, STAGE, { sights, head })).toEqual(parts);
  });

  it('shows a neighbourhood where there is room for it', () => {
    const around = box(400, 300, 700, 400);
    const wide = box(0, 0, 1900, 300);
    const sights = [box(500, 400)];
    expect(partsOf(SHEET, STAGE, { sights, around, head: 0 })).toEqual([around]);
    expect(partsOf(SHEET, STAGE, { sights, around: wide, head: 0 })).toEqual(sights);
  });

  it('keeps the words of a drawing at 15 pixels or more, and a part from filling the stage', () => {
    expect(leastScale(STAGE) * 11).toBeCloseTo(15);
    expect(leastScale({ width: 390, height: 500 })).toBe(0.9);
    expect(viewOf(SHEET, STAGE, box(0, 0, 2000, 1500)).scale).toBe(leastScale(STAGE));
    expect(viewOf(SHEET, STAGE, box(900, 700, 50, 50)).scale).toBe(1.5);
    expect(wholeView(SHEET, STAGE).scale).toBeLessThan(0.5);
  });

  it('enlarges all parts of a stop alike', () => {
    const parts = [box(0, 0), box(900, 700, 1000, 400)];
    const scales = parts.map((part) => viewOf(SHEET, STAGE, part, parts).scale);
    expect(scales).toEqual([leastScale(STAGE), leastScale(STAGE)]);
  });

  it.each([
    ['upper right', 0, []],
    ['lower right', 0, [box(1300, 30)]],
    ['lower left', 0, [box(1300, 30), box(1200, 600, 900)]],
    ['upper left', 0, [box(1300, 30), box(0, 600, 1440)]],
    ['upper right', 120, [box(1300, 30, 150, 80), box(0, 600, 1440)]],
  ] as const)('has its map %s', (corner, head, marks) => {
    const map = { width: 150, height: 110 };
    expect(cornerFor(STAGE, { map, head }, marks)).toBe(corner);
  });

  it('has no map on a telephone where it would hide something in every corner', () => {
    const phone = { width: 390, height: 480 };
    const map = { map: { width: 64, height: 48 }, head: 0 };
    expect(cornerFor(phone, map, [box(0, 0, 390, 100)])).toBe('lower right');
    expect(cornerFor(phone, map, [box(0, 0, 390, 100), box(0, 400, 390, 80)])).toBeUndefined();
  });

  it('puts a part into the middle, and goes only little over the edge', () => {
    const middle = viewOf(SHEET, STAGE, box(900, 700));
    const { x, y, width, height } = seenIn(middle, STAGE);
    expect([x + width / 2, y + height / 2]).toEqual([975, 750].map((at) => expect.closeTo(at)));
    expect(viewOf(SHEET, STAGE, box(0, 0))).toMatchObject({ x: 28, y: 28 });
  });
});

describe('what windows say to each other', () => {
  const mark = 'archfolio-walkthrough';
  const state = {
    ...{ place: 1, part: 0, parts: 2, black: false, running: true, elapsed: 10, atStop: 5 },
  };

  it.each([
    [{ mark, wish: 'next' }, { wish: 'next' }],
    [
      { mark, wish: 'go', place: 3 },
      { wish: 'go', place: 3 },
    ],
    [{ mark, wish: 'go', place: '3' }, undefined],
    [{ mark, wish: 'leave' }, undefined],
    [{ wish: 'next' }, undefined],
    ['next', undefined],
    [null, undefined],
  ])('%j is a wish', (data, wish) => {
    expect(wishIn(data)).toEqual(wish);
  });

  it.each([
    [{ mark, ...state }, state],
    [{ mark, ...state, elapsed: 'long' }, undefined],
    [{ mark, ...state, black: 1 }, undefined],
    [state, undefined],
    [undefined, undefined],
  ])('%j is a state', (data, expected) => {
    expect(stateIn(data)).toEqual(expected);
  });
});
