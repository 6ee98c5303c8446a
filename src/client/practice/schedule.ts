/**
 * `<practice-schedule>` around the table of days: asks for the first day, dates the rows and gives the
 * calendar from there on. Without scripts there is the file that the page came with.
 */
export function definePracticeSchedule(): void {
  customElements.define(
    'practice-schedule',
    class extends HTMLElement {
      connectedCallback(): void {
        const { calendar, first } = this.dataset;
        const field = this.querySelector<HTMLInputElement>('input[type="date"]');
        const form = field?.form;
        const link = this.querySelector<HTMLAnchorElement>('a[download]');
        if (!field || !form || !link || calendar === undefined || first === undefined) return;
        const days = [...this.querySelectorAll<HTMLTimeElement>('time')];
        const words = new Intl.DateTimeFormat(document.documentElement.lang, {
          weekday: 'long',
          day: 'numeric',
          month: 'long',
          timeZone: 'UTC',
        });
        const show = () => {
          const start = Date.parse(field.value);
          if (Number.isNaN(start)) return;
          for (const [place, day] of days.entries()) {
            const date = new Date(start + place * DAY);
            day.dateTime = date.toISOString().slice(0, 10);
            day.textContent = words.format(date);
            day.hidden = false;
          }
        };
        field.value = nextMonday(new Date());
        field.addEventListener('change', show);
        form.addEventListener('submit', (event) => event.preventDefault());
        link.addEventListener('click', (event) => {
          const start = Date.parse(field.value);
          if (Number.isNaN(start)) return;
          event.preventDefault();
          const text = movedCalendar(calendar, (start - Date.parse(first)) / DAY, new Date());
          save(link.download, text);
        });
        show();
        form.hidden = false;
        for (const part of this.querySelectorAll<HTMLElement>('[data-fixed]')) part.hidden = true;
      }
    },
  );
}

const DAY = 86_400_000;

/** The Monday after a day, as a field of a form has it. */
export function nextMonday(today: Date): string {
  const midnight = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate());
  const days = (8 - today.getDay()) % 7 || 7;
  return new Date(midnight + days * DAY).toISOString().slice(0, 10);
}

/**
 * The text of a calendar with every entry so many days later. What an entry is called stays, and when it
 * was written is now, so that a calendar that has it already moves it. An attribute has lost the ends of
 * lines that the format asks for.
 */
export function movedCalendar(text: string, days: number, now: Date): string {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
  return text
    .replace(/^DTSTAMP:.*$/gm, `DTSTAMP:${stamp}`)
    .replace(
      /^(DTSTART|DTEND)([^:\n]*):(\d{4})(\d\d)(\d\d)/gm,
      (_, name, form, year, month, day) => {
        const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day) + days));
        return `${name}${form}:${date.toISOString().slice(0, 10).replaceAll('-', '')}`;
      },
    )
    .replace(/\r?\n/g, '\r\n');
}

function save(name: string, text: string): void {
  const link = document.createElement('a');
  link.download = name;
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }));
  link.click();
  URL.revokeObjectURL(link.href);
}
