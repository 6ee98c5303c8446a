import type { ShownTotal } from '#cost/explore/words.ts';
import { formatUsers } from '#cost/report/figures.ts';

/**
 * Marks what is asked on the charts of the page. Each says in `data-scale` the users at both ends and
 * where these lie; where it has amounts too, the heights of nothing and of the page's own total, and
 * how high the mark may stand. What the page shows already has no mark.
 */
export function markCharts({ users, monthly }: ShownTotal, page: ShownTotal | undefined): void {
  const isPage = users === page?.users && monthly === page.monthly;
  for (const chart of document.querySelectorAll<SVGElement>('svg[data-scale]')) {
    const [from = 1, to = 1, left = 0, right = 0, bottom = 0, total = 0, top = 0] = (
      chart.dataset.scale ?? ''
    )
      .split(' ')
      .map(Number);
    const mark = chart.querySelector('.asked');
    const isOnIt = users >= from && users <= to && !isPage;
    mark?.setAttribute('visibility', isOnIt ? 'visible' : 'hidden');
    const at = Math.log(users / from) / Math.log(to / from);
    mark?.setAttribute('transform', `translate(${left + at * (right - left)} 0)`);
    const height = bottom - (monthly / (page?.monthly || 1)) * (bottom - total);
    mark?.querySelector('circle')?.setAttribute('cy', String(Math.max(top, height)));
    const label = mark?.querySelector('text');
    if (!label) continue;
    label.setAttribute('text-anchor', at > 0.5 ? 'end' : 'start');
    label.setAttribute('x', at > 0.5 ? '-5' : '5');
    label.textContent = `${formatUsers(users)} asked`;
  }
}
