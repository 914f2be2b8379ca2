/** How consents end: planned when they begin, carried out when their time comes. */
import { DAY_MS, dayOf } from "./calendar.ts";
import { type Consent, type Life, note, shareOf } from "./life.ts";
import { holds, momentOf } from "./person.ts";
import type { Purpose } from "./worlds/world.ts";

/** Early is within seven calendar days of the grant. */
const EARLY_DAYS = 7;
const LEAST_EARLY_SHARE = 0.003;
const LONGEST_MS = 20 * 60_000;

export function openConsent(life: Life, purpose: Purpose, consent: Consent, at: number): void {
  const { random, person, setting } = life;
  const { habits, region } = person;
  const habit = habits.early + life.channel.early;
  const share = Math.max(LEAST_EARLY_SHARE, shareOf(life, "early_withdrawal", habit, purpose, at));
  const days = random.chance(share)
    ? Math.floor((EARLY_DAYS + 1) * random.next() ** 1.6)
    : EARLY_DAYS + 1 + Math.floor(random.exponential(1 / habits.lateADay));
  consent.open = true;
  consent.openedMs = at;
  consent.closesMs =
    days === 0
      ? at + random.between(0.7, 5) * 3_600_000
      : momentOf(setting, region, dayOf(at) + days, random);
  const givenUp = setting.world.leaving.givenUp * optOutNow(life, at).givenUp;
  const attemptMs = momentOf(setting, region, dayOf(at) + random.integer(2, 45), random);
  const isTried = random.chance(givenUp) && attemptMs < consent.closesMs - DAY_MS;
  consent.givesUpMs = isTried ? attemptMs : Number.POSITIVE_INFINITY;
}

/** Carries out what was planned up to an instant, in order. */
export function settle(life: Life, untilMs: number): void {
  for (;;) {
    let next: { purpose: Purpose; consent: Consent; at: number } | undefined;
    for (const [purpose, consent] of life.consents) {
      if (!consent.open) continue;
      const at = Math.min(consent.closesMs, consent.givesUpMs);
      if (at <= untilMs && (next === undefined || at < next.at)) next = { purpose, consent, at };
    }
    if (next === undefined) return;
    const { purpose, consent, at } = next;
    if (consent.givesUpMs === at) {
      note(life, at, "withdrawal_started", { purpose, notice: consent.notice });
      consent.givesUpMs = Number.POSITIVE_INFINITY;
    } else {
      withdraw(life, purpose, consent);
    }
  }
}

function withdraw(life: Life, purpose: Purpose, consent: Consent): void {
  const { random, person, setting } = life;
  const { leaving } = setting.world;
  const at = consent.closesMs;
  const stated = {
    purpose,
    ...(random.chance(leaving.states.notice) ? { notice: consent.notice } : {}),
  };
  const reason = random.chance(leaving.states.reason)
    ? { reason: random.choose(setting.choices.reason[person.born]) }
    : {};
  const signal = life.channel.sendsSignals && random.chance(leaving.signal);
  if (signal) {
    note(life, at, "withdrawn", { ...stated, method: "signal" });
  } else if (random.chance(leaving.begun)) {
    const { medianMs, steps } = life.channel.withdrawal;
    const now = optOutNow(life, at);
    // Begun after the grant, even where a night lies between the two and little else.
    const longestMs = Math.min(LONGEST_MS, (at - consent.openedMs) / 2);
    const durationMs = Math.round(Math.min(longestMs, random.logNormal(medianMs * now.time, 0.5)));
    const taken = Math.max(1, random.integer(steps[0], steps[1]) - now.stepsLess);
    note(life, at - durationMs, "withdrawal_started", stated);
    note(life, at, "withdrawn", { ...stated, durationMs, steps: taken, ...reason });
  } else {
    const assisted = random.chance(leaving.assisted / (1 - leaving.begun));
    note(life, at, "withdrawn", {
      ...stated,
      ...(assisted ? { method: "assisted" } : {}),
      ...reason,
    });
  }
  consent.open = false;
  consent.withdrawn = true;
  if (at - consent.openedMs > EARLY_DAYS * DAY_MS && random.chance(leaving.everything)) {
    closeOthers(life, at);
  }
}

/** Consents given lately are left alone: those who end them early are counted apart. */
function closeOthers(life: Life, at: number): void {
  let seconds = 0;
  for (const other of life.consents.values()) {
    const isOld = other.openedMs < at - (EARLY_DAYS + 2) * DAY_MS;
    if (!other.open || !isOld || other.closesMs < at) continue;
    seconds += life.random.between(2, 20);
    other.closesMs = Math.round(at + 1000 * seconds);
    other.givesUpMs = Number.POSITIVE_INFINITY;
  }
}

/** Changes that made opting out easier for this person by now. */
function optOutNow(life: Life, at: number) {
  const easier = life.person.changes.find(
    ({ optOut, fromMs, scope }) =>
      optOut !== undefined && at >= fromMs && holds(scope.channels, life.channel.name),
  );
  return easier?.optOut ?? { time: 1, givenUp: 1, stepsLess: 0 };
}
