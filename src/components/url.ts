/** A path of the site with the base in front: what every link on a page is written with. */
export function url(path: string): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, '')}${path}`;
}

/** The path of a page without the base, with a slash at its end: what the portfolio calls it. */
export function below(path: string): string {
  const base = import.meta.env.BASE_URL.replace(/\/$/, '');
  const rest = path.startsWith(`${base}/`) ? path.slice(base.length) : path;
  return rest.endsWith('/') ? rest : `${rest}/`;
}
