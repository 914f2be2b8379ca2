// What the table can't say by itself.

export const aboutWorlds = [
  "## How worlds are made",
  "",
  "A world is the sums that the store would give: for each week, group and generation how many were asked, said yes, left within a week, or answered the survey, and how many of them in the top two boxes. Levels, shares and habits of the generations and the regions are those of the demo world (`seed/worlds/demo-people.ts`). The change comes in one week; 12 weeks after it are there, of which the verdict's follow-up uses 8, its default. The size that matters is 3 points, of early withdrawal 1.",
  "",
  "**Volume.** 50 000 people asked and 1 500 answered surveys a week, 12 % more each year; a tenth of it; and too small: 500 asked and 30 answered. Each survey asks for understanding and for trust, so that 1 500 answers come in on either; `half the answers` has 1 500 on both together. Half of those who answer do so again after 4 to 10 weeks, and 60 % of an answer is the person. Several purposes are asked at once: yields vary by half more than people would.",
  "",
  "**What moves by itself**, drawn anew in each world, the same in all generations, for each outcome on its own (points; of early withdrawal a fifth of them):",
  "",
  "- `plain`: chance alone; groups differ by a level (3 points, standard deviation).",
  "- `trend`: up to 6 points a year up or down, groups apart by 1 point a year.",
  "- `season`: a yearly wave of 1 to 3 points to either side at a random phase, and a half-yearly one of a third of it; groups differ in height by a fifth.",
  "- `noise`: shocks that last, correlated by 0.3 to 0.6 from week to week: 1 point in all groups, 1 more in each group by itself.",
  "- `mix`: the generations' shares drift apart, by about half of themselves a year, in each group differently.",
  "- `all`: all of it together.",
  "",
  "Worlds with an effect, and `no_effect`, are stable series: all of it together at about the demo world's size (shocks of 0.35 and 0.4 points, trends of 1, season of 0.25).",
  "",
  "**Effects** are twice the size that matters, from the week of the change on, and the young feel them about three times as strongly as the oldest. `building`: understanding, trust and opt-in +6, early withdrawal −2. `understood_less`: opt-in +6, understanding and trust −6, early withdrawal +2. `accepted_unread`: opt-in +6, nothing else. `eroding`: understanding, trust and opt-in −6, early withdrawal +2. `mixed`: understanding and trust +6, opt-in −6.",
  "",
  "**What the data offer.** `experiment`: two arms of half each. `many_clusters`: the demo world's 12 regions, 3 to 9 of them changed. `few_clusters`: 9 groups with 4 or 5 changed, or 15 with 2. `one_cluster`: one region of 12 changed. `series_with_a_year`: a change for everybody, 52 weeks before. `series_without_a_year`: the same with 16 to 44 weeks before.",
  "",
];

export const aboutMisses = [
  "Why:",
  "",
  "- `accepted_unread`, where opt-in rose and nothing else moved, is called by its name only once a rise of understanding of 3 points is ruled out. For four in five of the worlds that takes a standard error of 1.2 points: some 3500 answers after the change from those whom it reached, and as many from the others. With few clusters, for which no such goal is set, eight weeks can't give it: 2 of 15 groups give 1600 answers in that time, and counting alone leaves 1.45 points (1.25 from those, the rest from the others and the weeks before). An interval that knew every variance would then tell two in three; nine in ten with 4 or 5 of 9 groups; just below four in five over both. Twelve weeks would do for such an interval. But the variance is not known, and placebo assignments learn it from as few groups as there are, as does a t from 12 clusters of which 3 may be all that changed: what is missing is the price of that. The verdict is then `not_enough_data`, and says how many more answers it takes.",
  "- Intervals of understanding and trust without a full year before are a little too wide. Answers are too few to show a low season, so that one has to be allowed for even where there is none. They err on the careful side.",
  "- Intervals from placebo assignments hold their share and more where groups are alike. Here the largest has three times the people of the smallest, and what is small moves more: it is just about their share, up to chance.",
  "",
];
