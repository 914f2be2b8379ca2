/** Prompts and what people answer to them. */
import { DAY_MS, HOUR_MS } from "./calendar.ts";
import { openConsent } from "./leaving.ts";
import { type Consent, type Life, note, shareOf } from "./life.ts";
import { normalShare } from "./random.ts";
import type { NoticeInForce } from "./setting.ts";
import type { Purpose } from "./worlds/world.ts";

type Prompt = {
  at: number;
  purpose: Purpose;
  notice: NoticeInForce;
  /** A switch in a form, sent with it: no prompt is reported, and there is always an answer. */
  isForm: boolean;
  grantMs: number;
  noMs: number;
};

/** One moment at which several purposes are asked. */
export function ask(
  life: Life,
  at: number,
  notice: NoticeInForce,
  purposes: readonly Purpose[],
  isForm: boolean,
): void {
  const { random } = life;
  const { asking } = life.setting.world;
  life.notice = notice;
  takePart(life, at);
  const grantMs = random.logNormal(asking.grantedMs, 0.55);
  const noMs = random.logNormal(asking.declinedMs, 0.6);
  for (const purpose of purposes) {
    const consent = life.consents.get(purpose) ?? newConsent(notice.id);
    life.consents.set(purpose, consent);
    consent.notice = notice.id;
    consent.askedMs = at;
    askOne(life, consent, { at, purpose, notice, isForm, grantMs, noMs });
  }
}

/** The purposes that a new notice asks a returning person about once more. */
export function askableAgain(life: Life, at: number): Purpose[] {
  const { noAskedAgain, restDays } = life.setting.world.visits;
  const purposesAsked = life.setting.world.asking.purposes;
  const purposes: Purpose[] = [];
  for (const [purpose, consent] of life.consents) {
    if (consent.withdrawn || !purposesAsked[purpose].askedAgain) continue;
    if (at - consent.askedMs < restDays * DAY_MS) continue;
    if (consent.open || life.random.chance(noAskedAgain)) purposes.push(purpose);
  }
  return purposes;
}

function askOne(life: Life, consent: Consent, prompt: Prompt): void {
  const { random, person, setting } = life;
  const { at, purpose, notice } = prompt;
  const { asking } = setting.world;
  const habits = asking.purposes[purpose];
  const bySignal = habits.signals && life.channel.sendsSignals;
  if (bySignal && person.sendsSignal) {
    note(life, at, "declined", { purpose, notice: notice.id, method: "signal" });
    return;
  }
  if (!prompt.isForm) note(life, at, "prompt_shown", { purpose, notice: notice.id });

  const habit =
    person.habits.optIn +
    habits.optIn +
    life.channel.optIn +
    person.region.optIn +
    notice.tilt[person.born];
  // Browsers that always say no are part of the yield, so the others make up for them.
  const others = bySignal ? 1 - person.region.signals : 1;
  const share = shareOf(life, "opt_in_yield", habit, purpose, at) / others;
  const { person: own, purpose: view, moment } = asking.choice;
  const leaning =
    Math.sqrt(own) * person.willing +
    Math.sqrt(view) * person.view[purpose] +
    Math.sqrt(moment) * random.normal();
  if (normalShare(leaning) < share) {
    const method = random.chance(asking.assisted) ? "assisted" : "explicit";
    grant(life, consent, prompt, at + delay(life, prompt.grantMs), method);
    return;
  }
  const otherwise = prompt.isForm ? "declined" : random.choose(setting.choices.otherwise);
  if (otherwise === "declined") decline(life, consent, prompt, at + delay(life, prompt.noMs));
  else leaveOpen(life, consent, prompt, otherwise);
}

function grant(
  life: Life,
  consent: Consent,
  { purpose, notice, grantMs }: Prompt,
  at: number,
  method: "explicit" | "assisted",
): void {
  const effort = effortOf(life, method === "assisted" ? undefined : grantMs, 1);
  const stated = method === "assisted" ? { method } : {};
  note(life, at, "granted", { purpose, notice: notice.id, ...stated, ...effort });
  if (!consent.open) openConsent(life, purpose, consent, at);
}

function decline(life: Life, consent: Consent, prompt: Prompt, at: number): void {
  const { purpose, notice } = prompt;
  note(life, at, "declined", { purpose, notice: notice.id, ...effortOf(life, prompt.noMs, 2) });
  consent.open = false;
}

/** No choice: dismissed or ignored, perhaps shown again, scrolled past, or made after all much later. */
function leaveOpen(
  life: Life,
  consent: Consent,
  prompt: Prompt,
  outcome: "dismissed" | "none",
): void {
  const { random, setting } = life;
  const { asking } = setting.world;
  const { at, purpose, notice } = prompt;
  const stated = { purpose, notice: notice.id };
  if (outcome === "dismissed") note(life, at + random.between(800, 9_000), "dismissed", stated);
  if (random.chance(asking.shownAgain)) {
    note(life, at + random.between(0.5, 6) * DAY_MS, "prompt_shown", stated);
  }
  if (outcome === "dismissed") return;
  if (random.chance(asking.scrolled)) {
    note(life, at + random.between(3_000, 30_000), "granted", { ...stated, method: "implicit" });
  } else if (random.chance(asking.afterAWeek)) {
    const late = at + random.between(8, 14) * DAY_MS;
    if (random.chance(0.5)) grant(life, consent, prompt, late, "explicit");
    else decline(life, consent, prompt, late);
  }
}

/** Most choose at once, some on a later visit within the week. */
function delay(life: Life, onceMs: number): number {
  const { random, setting } = life;
  if (!random.chance(setting.world.asking.later)) return onceMs + random.between(0, 900);
  return random.between(1.1, 24) ** 1.6 * HOUR_MS;
}

function effortOf(life: Life, durationMs: number | undefined, steps: number) {
  if (durationMs === undefined || !life.random.chance(life.setting.world.asking.timed)) return {};
  return { durationMs: Math.round(durationMs), steps };
}

/** Who is asked while an experiment runs on the channel is assigned once, and keeps the variant. */
function takePart(life: Life, at: number): void {
  const running = life.setting.experiments.find(
    ({ fromMs, toMs, channels }) =>
      at >= fromMs && at < toMs && channels.includes(life.channel.name),
  );
  if (running === undefined) {
    life.variant = undefined;
    return;
  }
  if (life.variant?.experiment === running.slug || life.passedBy.has(running.slug)) return;
  if (life.random.chance(running.traffic)) life.variant = life.random.choose(running.variants);
  else life.passedBy.add(running.slug);
}

function newConsent(notice: string): Consent {
  return {
    notice,
    askedMs: 0,
    open: false,
    openedMs: 0,
    closesMs: Number.POSITIVE_INFINITY,
    givesUpMs: Number.POSITIVE_INFINITY,
    withdrawn: false,
  };
}
