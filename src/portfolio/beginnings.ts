/** What the site and the command line tell an author to write first; a test reads each of them. */

/** The least that a portfolio needs. */
export const EMPTY_WORKSPACE = `workspace "Name" {
  model {
  }
  views {
  }
}`;

/** Goes into the model. */
export const FIRST_ELEMENT = 'shopper = person "Shopper"';

/** Goes into the workspace. */
export const FIRST_VIEWS = `views {
  systemLandscape landscape {
    include *
    autolayout tb
  }
}`;
