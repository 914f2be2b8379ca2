/** The six notices that followed one another, and their words. */
import type { Notice } from "./world.ts";

export const notices: readonly Notice[] = [
  {
    weeksBefore: 82,
    wording: "legal",
    asksAgain: 0,
    checklist: ["what", "leave"],
    wordings: {
      "en-US": {
        title: "Notice pursuant to applicable data protection law",
        text:
          "We and our processors process personal data, including online identifiers, on the basis " +
          "of your consent pursuant to the applicable provisions. Consent may be withdrawn with " +
          "effect for the future. Further particulars are set out in the privacy policy.",
        accept: "I consent",
        decline: "I do not consent",
      },
      "de-DE": {
        title: "Hinweis gemäß geltendem Datenschutzrecht",
        text:
          "Wir und unsere Auftragsverarbeiter verarbeiten personenbezogene Daten einschließlich " +
          "Online-Kennungen auf Grundlage Ihrer Einwilligung. Die Einwilligung kann mit Wirkung " +
          "für die Zukunft widerrufen werden. Näheres regelt die Datenschutzerklärung.",
        accept: "Ich willige ein",
        decline: "Ich willige nicht ein",
      },
    },
  },
  {
    weeksBefore: 66,
    wording: "legal",
    asksAgain: 0.1,
    checklist: ["what", "leave"],
    wordings: {
      "en-US": {
        title: "Your consent to the processing of data",
        text:
          "With your consent we process data about your use of our services for the purposes " +
          "listed below. You may withdraw consent at any time in the settings. The lawfulness of " +
          "processing before the withdrawal is not affected.",
        accept: "I consent",
        decline: "I decline",
      },
      "de-DE": {
        title: "Ihre Einwilligung in die Datenverarbeitung",
        text:
          "Mit Ihrer Einwilligung verarbeiten wir Daten über Ihre Nutzung unserer Dienste zu den " +
          "unten genannten Zwecken. Sie können die Einwilligung jederzeit in den Einstellungen " +
          "widerrufen. Die Rechtmäßigkeit der bisherigen Verarbeitung bleibt unberührt.",
        accept: "Ich willige ein",
        decline: "Ich lehne ab",
      },
    },
  },
  {
    weeksBefore: 53,
    wording: "plain",
    asksAgain: 0.1,
    checklist: ["what", "how", "leave"],
    wordings: {
      "en-US": {
        title: "May we use your data?",
        text:
          "We would like to use data about how you use our service. You choose for what, and you " +
          "can change your mind in the settings at any time. In some places we share data with " +
          "partners; they are listed in the privacy policy.",
        accept: "Yes",
        decline: "No",
      },
      "de-DE": {
        title: "Dürfen wir Ihre Daten nutzen?",
        text:
          "Wir möchten Daten darüber nutzen, wie Sie unseren Dienst verwenden. Sie entscheiden " +
          "wofür und können das jederzeit in den Einstellungen ändern. Mancherorts geben wir " +
          "Daten an Partner weiter; sie stehen in der Datenschutzerklärung.",
        accept: "Ja",
        decline: "Nein",
      },
    },
  },
  {
    weeksBefore: 40,
    wording: "plain",
    asksAgain: 0.1,
    checklist: ["leave"],
    wordings: {
      "en-US": {
        title: "May we use your data?",
        text:
          "Choose what we may use your data for. Each use has its own switch. You can change " +
          "every one of them in the settings at any time.",
        accept: "Yes",
        decline: "No",
      },
      "de-DE": {
        title: "Dürfen wir Ihre Daten nutzen?",
        text:
          "Wählen Sie, wofür wir Ihre Daten nutzen dürfen. Jede Nutzung hat ihren eigenen " +
          "Schalter. Sie können jeden davon jederzeit in den Einstellungen ändern.",
        accept: "Ja",
        decline: "Nein",
      },
    },
  },
  {
    weeksBefore: 31,
    wording: "plain",
    asksAgain: 0.3,
    checklist: ["why"],
    wordings: {
      "en-US": {
        title: "Your data, your choice",
        text:
          "For each of these uses you can say yes or no: showing you ads, suggesting things you " +
          "may like, measuring what works, writing to you. Nothing else changes if you say no.",
        accept: "Yes, that is fine",
        decline: "No, thanks",
      },
      "de-DE": {
        title: "Ihre Daten, Ihre Wahl",
        text:
          "Zu jeder dieser Nutzungen können Sie Ja oder Nein sagen: Werbung zeigen, Passendes " +
          "vorschlagen, messen, was funktioniert, Ihnen schreiben. Bei einem Nein ändert sich " +
          "sonst nichts.",
        accept: "Ja, in Ordnung",
        decline: "Nein, danke",
      },
    },
  },
  {
    weeksBefore: 12,
    wording: "benefit",
    asksAgain: 0.16,
    checklist: ["what", "why", "how", "benefit", "leave"],
    wordings: {
      "en-US": {
        title: "What you get, and what we use for it",
        text:
          "Suggestions that fit: we look at what you viewed in the last 30 days. Fewer ads you " +
          "have seen before: we count how often each was shown. A faster service: we measure " +
          "where it is slow. You can switch off each one, here or in one tap later.",
        accept: "Yes, switch it on",
        decline: "No, leave it off",
      },
      "de-DE": {
        title: "Was Sie davon haben und was wir dafür nutzen",
        text:
          "Passende Vorschläge: wir sehen, was Sie in den letzten 30 Tagen angesehen haben. " +
          "Weniger doppelte Werbung: wir zählen, wie oft etwas gezeigt wurde. Ein schnellerer " +
          "Dienst: wir messen, wo er langsam ist. Alles lässt sich einzeln abschalten, hier oder " +
          "später mit einem Tippen.",
        accept: "Ja, einschalten",
        decline: "Nein, aus lassen",
      },
    },
  },
];
