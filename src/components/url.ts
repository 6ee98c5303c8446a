/** A path of the site with the base in front: what every link on a page is written with. */
export function url(path: string): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, '')}${path}`;
}
