import type { Practice } from '#case-study/portfolio-lists/practice.ts';
import { PRACTICE_PATH } from '../../addresses.ts';
import { calendarHost, daysAfter, icalendar, mondayFrom } from '../../icalendar.ts';
import type { Portfolio } from '../../portfolio.ts';

/** A day of the schedule as the page shows it. */
export interface ScheduleDay {
  /** `Day 1` */
  readonly label: string;
  readonly title: string;
  readonly does: string;
  /** `1 h 30 min` */
  readonly duration: string;
}

/** The days, and their calendar from the day that the author or the last commit gives. */
export interface Schedule {
  readonly title: string;
  readonly days: readonly ScheduleDay[];
  /** Of all days together. */
  readonly duration: string;
  readonly calendar?: ScheduleCalendar;
}

interface ScheduleCalendar {
  /** `YYYY-MM-DD` */
  readonly first: string;
  /** The `.ics` file. */
  readonly text: string;
}

/** Where the calendar stands, below the base. */
export const SCHEDULE_PATH = `${PRACTICE_PATH}schedule.ics`;

/**
 * The schedule of the portfolio, where it has one. `site` is the address of the site, `base` what its
 * paths begin with. Without a first day and without a commit there is no calendar: no clock is asked.
 */
export function practiceSchedule(
  portfolio: Portfolio,
  site: string | undefined,
  base: string,
): Schedule | undefined {
  const { schedule } = portfolio.lists.values.practice;
  if (!schedule || schedule.days.length === 0) return undefined;
  const { title = 'Day by day', days, start } = schedule;
  const written = portfolio.revision?.date;
  const first = start ?? (written === undefined ? undefined : mondayFrom(written));
  const date = written ?? start;
  return {
    title,
    days: days.map(({ title, does, minutes }, place) => ({
      label: `Day ${place + 1}`,
      title,
      does,
      duration: durationText(minutes),
    })),
    duration: durationText(days.reduce((sum, { minutes }) => sum + minutes, 0)),
    ...(first !== undefined &&
      date !== undefined && {
        calendar: { first, text: calendarText(portfolio, days, { first, date, site, base }) },
      }),
  };
}

interface From {
  readonly first: string;
  readonly date: string;
  readonly site: string | undefined;
  readonly base: string;
}

function calendarText(
  { config }: Portfolio,
  days: NonNullable<Practice['schedule']>['days'],
  { first, date, site, base }: From,
): string {
  const host = calendarHost(config.title, site);
  const address = site && `${site.replace(/\/$/, '')}${base.replace(/\/$/, '')}${PRACTICE_PATH}`;
  return icalendar({
    name: `${config.title}: interview practice`,
    date,
    entries: days.map(({ id, title, does, minutes, time }, place) => ({
      uid: `practice-${id}@${host}`,
      title: `${title} (${durationText(minutes)})`,
      text: does,
      href: address,
      date: daysAfter(first, place),
      time,
      minutes,
    })),
  });
}

/** Minutes as `45 min`, `2 h`, `1 h 30 min`. */
function durationText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes - hours * 60;
  return [...(hours > 0 ? [`${hours} h`] : []), ...(rest > 0 ? [`${rest} min`] : [])].join(' ');
}
