import { portfolio } from 'archfolio';

// Everything that an author sets. README.md says what each key means; a typo is an error with a place.
/** @type {import('astro').AstroUserConfig} */
export default {
  integrations: [
    portfolio({
      title: 'Systems drawn, decided and priced',
      description:
        'Working designs of real size: what each system is, why it is so and not otherwise, what it costs a month at 100,000 and 500,000 users, and what breaks first.',
      author: {
        // A placeholder until you name yourself here; every page says so while it is one.
        name: 'Author Name',
        role: 'solution architect',
        placeholder: true,
      },
    }),
  ],
};
