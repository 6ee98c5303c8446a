import type { Channel } from '#case-study/portfolio-lists/visibility.ts';
import type { Portfolio } from '../portfolio.ts';

/**
 * LinkedIn as it stands without a plan: 3,000 characters of which about 210 are seen above “see more”,
 * and every link longer than that is shown, and counted, as one of 26.
 */
export const LINKEDIN: Channel = {
  id: 'linkedin',
  name: 'LinkedIn',
  limit: 3000,
  hook: 210,
  links: 26,
  hashtags: 5,
  for: 'Posts in full',
};

/** The channels of the plan; LinkedIn alone where it has none. */
export function channelsOf({ lists }: Pick<Portfolio, 'lists'>): readonly Channel[] {
  const { channels } = lists.values.visibility;
  return channels.length > 0 ? channels : [LINKEDIN];
}

/** Where drafts go: to LinkedIn, or to the first channel of a plan without it. */
export function draftChannel(portfolio: Pick<Portfolio, 'lists'>): Channel {
  const channels = channelsOf(portfolio);
  return channels.find(({ id }) => id === LINKEDIN.id) ?? channels[0] ?? LINKEDIN;
}
