/**
 * What a small hostile portfolio is asked and says of itself: benchmarks, claims, stories, defence cards,
 * pitches, practice, evidence and visibility, each text of them `name` or `spoken`, which is read as MDX.
 */
export function hostileLists(name: string, spoken: string): Readonly<Record<string, unknown>> {
  return {
    'case-studies/evil/benchmarks.yaml': [
      {
        id: 'b',
        title: name,
        system: name,
        source: name,
        measures: [{ id: 'm', label: name, unit: 'ms', better: 'less' }],
        stages: [
          { id: 'one', title: name, values: { m: 20 } },
          { id: 'two', title: name, change: name, values: { m: 10 } },
        ],
      },
    ],
    'case-studies/evil/claims.yaml': [
      {
        id: 'c',
        title: name,
        source: name,
        facts: { users: '10 users' },
        checks: [
          {
            id: 'k',
            label: name,
            derived: name,
            claimed: '20 users',
            computed: 'users',
            reason: name,
          },
        ],
      },
    ],
    'case-studies/evil/stories.yaml': [
      {
        id: 'st',
        title: name,
        topic: 'to',
        situation: spoken,
        task: spoken,
        action: spoken,
        result: spoken,
        tradeOff: spoken,
        long: spoken,
        decisions: [1],
      },
    ],
    'case-studies/evil/defence.yaml': [
      {
        id: 'd',
        question: spoken,
        answer: spoken,
        constraints: spoken,
        criteria: spoken,
        gaveUp: spoken,
        differently: spoken,
        atScale: spoken,
        breaksFirst: spoken,
        decisions: [1],
      },
    ],
    'case-studies/interview.yaml': {
      pitches: [{ id: 'p', title: name, seconds: 30, say: spoken }],
      topics: [{ id: 'to', title: name, tradeOff: name }],
    },
    'case-studies/practice.yaml': {
      sessions: [{ id: 'se', title: name, plan: [{ kind: 'design', minutes: 5 }] }],
      design: [
        {
          id: 'q',
          ask: name,
          minutes: 5,
          studies: ['evil'],
          sources: [{ view: 'view-1' }],
          requirements: [name],
          sizing: [name],
          sketch: [name],
          tradeOffs: [name],
          breaksFirst: [name],
        },
      ],
      schedule: {
        title: name,
        start: '2026-01-05',
        days: [{ id: 'mo', title: name, minutes: 30, does: name, time: '18:30' }],
      },
    },
    'case-studies/evidence.yaml': {
      intro: name,
      modules: [
        { id: 'mod', title: name, advice: name, asks: [{ id: 'a', asked: name, open: name }] },
      ],
      rules: [
        { id: 'ru', title: name, asks: [{ id: 'a', asked: name, shown: [{ decision: 1 }] }] },
      ],
      experience: [{ id: 'e', experience: name, adds: name, story: name, note: name }],
      reading: [{ id: 'r', title: name, entries: [{ title: name, by: name, note: name }] }],
    },
    'case-studies/visibility.yaml': {
      starts: '2026-01-05',
      weeks: 2,
      channels: [{ id: 'linkedin', name, limit: 3000, for: name }],
      week: [
        {
          id: 'w',
          day: 'monday',
          title: name,
          kinds: ['idea'],
          channels: ['linkedin'],
          minutes: 5,
        },
      ],
      counters: [{ id: 'co', title: name, from: 'kept', target: 3 }],
      ideas: [{ id: 'i', title: name.slice(0, 80), topic: name, study: 'evil', gap: name }],
    },
  };
}
