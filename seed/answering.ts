/** Survey answers. */
import { type Life, note, shareOf } from "./life.ts";
import { normalShare, type Random } from "./random.ts";
import type { Purpose, Question } from "./worlds/world.ts";

const SECONDS_A_QUESTION = 5;
const STATES_NOTICE = 0.8;

/** The quarterly survey; now and then it is about one purpose that the person was asked for. */
export function answerPulse(life: Life, at: number): void {
  const { random, setting } = life;
  const { surveys } = setting.world;
  const asked = [...life.consents.keys()];
  const isBound = asked.length > 0 && random.chance(surveys.purposeBound);
  const purpose = isBound ? asked[random.integer(0, asked.length - 1)] : undefined;
  const states = random.chance(STATES_NOTICE);
  let place = 0;
  for (const question of setting.questions) {
    if (!random.chance(surveys.asks[question])) continue;
    const answerMs = at + 1000 * (SECONDS_A_QUESTION * place + random.between(0, 4));
    answer(life, answerMs, surveys.pulse, question, purpose, states);
    place += 1;
  }
}

/** One question about the wording just seen. */
export function answerProbe(life: Life, at: number, survey: string): void {
  answer(life, at, survey, "understanding", undefined, true);
}

function answer(
  life: Life,
  at: number,
  survey: string,
  question: Question,
  purpose: Purpose | undefined,
  statesNotice: boolean,
): void {
  const { random, person, setting } = life;
  const { person: own, scale } = setting.world.surveys;
  const share = shareOf(life, question, person.habits.topTwo[question], purpose, at);
  const leaning = Math.sqrt(own) * person.attitude + Math.sqrt(1 - own) * random.normal();
  const score = scoreOf(random, normalShare(leaning) < share);
  const notice =
    purpose === undefined ? life.notice?.id : (life.consents.get(purpose)?.notice ?? undefined);
  note(life, at, "survey_answered", {
    ...(purpose === undefined ? {} : { purpose }),
    ...(statesNotice && notice !== undefined ? { notice } : {}),
    survey,
    question,
    scale,
    score,
  });
}

/** On a scale of five: 4 and 5 are the top two boxes. */
function scoreOf(random: Random, isTop: boolean): number {
  const u = random.next();
  if (isTop) return u < 0.42 ? 5 : 4;
  return u < 0.5 ? 3 : u < 0.81 ? 2 : 1;
}
