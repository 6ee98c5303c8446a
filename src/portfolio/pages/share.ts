import { WEEKDAYS } from '#case-study/portfolio-lists/visibility.ts';
import type { PostKind } from '#case-study/post.ts';
import { escapeXml } from '#svg/escape.ts';
import { postPicturePath, studyPath } from '../addresses.ts';
import { formatCount } from '../format.ts';
import { type Calendar, type CalendarEntry, calendarHost, daysAfter } from '../icalendar.ts';
import type { Portfolio } from '../portfolio.ts';
import { draftsOf } from '../post-drafts.ts';
import { channelsOf } from '../posts/channels.ts';
import { hookOf } from '../posts/count.ts';
import { missingPosts, type PostEntry, postsOf } from '../posts/posts.ts';
import type { PageLink } from './links.ts';

/** A post as it is published, in parts. */
export interface SharedPost {
  /** What `#…` leads to, unlike that of any other post. */
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly channel: string;
  /** Its text as HTML, with what stands above “see more” as a `hook`; line breaks are as written. */
  readonly markup: string;
  /** `1,204 of 3,000 characters` */
  readonly count: string;
  readonly isStale: boolean;
  readonly published: string | undefined;
  readonly about: PageLink;
  readonly card: string;
  readonly carousel: string;
  /** What `share` calls it: `shop/insight`. */
  readonly command: string;
  readonly file: string;
}

export interface SharePage {
  readonly studies: readonly { readonly study: PageLink; readonly posts: readonly SharedPost[] }[];
  readonly total: number;
  /** How many posts could be drafted besides. */
  readonly missing: number;
  readonly week: readonly {
    readonly day: string;
    readonly title: string;
    readonly channels: string;
    readonly minutes: number;
    /** How many posts there are for it; none where it takes no post. */
    readonly posts: number | undefined;
  }[];
  readonly channels: readonly {
    readonly name: string;
    readonly limit: string;
    readonly hook: string;
    readonly hashtags: string;
    readonly use: string;
  }[];
  readonly counters: readonly {
    readonly id: string;
    readonly title: string;
    /** Worked out; kept by the reader's browser where it is none. */
    readonly value: number | undefined;
    readonly target: number | undefined;
  }[];
  readonly hasCalendar: boolean;
}

const KINDS: Readonly<Record<PostKind, string>> = {
  insight: 'Insight',
  'trade-off': 'Trade-off',
  failure: 'Failure',
  cost: 'Cost',
  idea: 'Idea',
};

/** The data of the page with all posts and the plan. */
export function sharePage(portfolio: Portfolio): SharePage {
  const { visibility } = portfolio.lists.values;
  const drafts = draftsOf(portfolio);
  const posts = postsOf(portfolio, drafts);
  const channels = channelsOf(portfolio);
  const counts = {
    published: posts.filter(({ post }) => post.published !== undefined).length,
    drafts: posts.length,
    kept: undefined,
  };
  const nameOf = (id: string) => channels.find((one) => one.id === id)?.name ?? id;
  return {
    studies: portfolio.studies.flatMap((entry) => {
      const own = posts.filter((one) => one.entry === entry).map(sharedPost);
      const { slug, meta } = entry.study;
      const study = { text: meta.name ?? meta.title, href: studyPath(slug) };
      return own.length > 0 ? [{ study, posts: own }] : [];
    }),
    total: posts.length,
    missing: missingPosts(portfolio, drafts).length,
    week: visibility.week
      .toSorted((a, b) => WEEKDAYS.indexOf(a.day) - WEEKDAYS.indexOf(b.day))
      .map(({ day, title, channels: own, minutes, kinds }) => ({
        day: day.charAt(0).toUpperCase() + day.slice(1),
        title,
        channels: own.map(nameOf).join(', '),
        minutes,
        posts:
          kinds.length > 0
            ? posts.filter(({ post }) => kinds.includes(post.kind) && !post.published).length
            : undefined,
      })),
    channels: channels.map(({ name, limit, hook, hashtags, for: use }) => ({
      ...{ name, use, limit: formatCount(limit) },
      hook: hook === undefined ? '' : formatCount(hook),
      hashtags: hashtags === 0 ? '' : String(hashtags),
    })),
    counters: visibility.counters.map(({ id, title, from, target }) => ({
      ...{ id, title, target, value: counts[from] },
    })),
    hasCalendar: visibility.starts !== undefined && visibility.week.length > 0,
  };
}

function sharedPost({ entry, post, channel, text, length, path, isStale }: PostEntry): SharedPost {
  const slug = entry.study.slug;
  const hook = channel.hook === undefined ? text : hookOf(text, channel.hook);
  return {
    id: `${slug}-${post.id}`,
    ...{ title: post.title, kind: KINDS[post.kind], channel: channel.name },
    markup: `<span class="hook">${escapeXml(hook)}</span>${escapeXml(text.slice(hook.length))}`,
    ...{ isStale, published: post.published },
    count: `${formatCount(length)} of ${formatCount(channel.limit)} characters`,
    about: { text: 'What it is about', href: path },
    card: postPicturePath(slug, post.id, 'png'),
    carousel: postPicturePath(slug, post.id, 'pdf'),
    command: `${slug}/${post.id}`,
    file: post.source.name,
  };
}

/**
 * The plan as a calendar, each week's actions with the post that is next for them; none without a day on
 * which it begins. What is published already is not planned again. `site` is the address of the site.
 */
export function planCalendar(portfolio: Portfolio, site: string | undefined): Calendar | undefined {
  const { starts, weeks, week } = portfolio.lists.values.visibility;
  if (starts === undefined || week.length === 0) return undefined;
  const host = calendarHost(portfolio.config.title, site);
  const posts = postsOf(portfolio, []).filter(({ post }) => post.published === undefined);
  return {
    name: `${portfolio.config.title}: posts`,
    // What an entry says changes with the content: a calendar that has it takes the later of two.
    date: portfolio.revision?.date ?? starts,
    entries: week.flatMap(({ id, day, title, kinds, minutes }): CalendarEntry[] => {
      const first = daysAfter(starts, WEEKDAYS.indexOf(day));
      const common = { time: '08:00', minutes };
      if (kinds.length === 0) {
        return [{ uid: `${id}@${host}`, title, date: first, weeks, ...common }];
      }
      const due = inTurn(posts.filter(({ post }) => kinds.includes(post.kind)));
      return Array.from({ length: weeks }, (_, place) => {
        const next = due[place];
        const text = next && `${next.post.title}\n\n${next.text}`;
        return {
          ...{ uid: `${id}-${place + 1}@${host}`, date: daysAfter(first, place * 7) },
          ...{ title: next ? `${title}: ${next.post.title}` : title, text, ...common },
        };
      });
    }),
  };
}

/** One of each study after the other, so that no week tells of the same system as the one before. */
function inTurn(posts: readonly PostEntry[]): PostEntry[] {
  const byStudy = [...Map.groupBy(posts, ({ entry }) => entry).values()];
  const most = Math.max(0, ...byStudy.map(({ length }) => length));
  return Array.from({ length: most }, (_, place) =>
    byStudy.flatMap((own) => own[place] ?? []),
  ).flat();
}
