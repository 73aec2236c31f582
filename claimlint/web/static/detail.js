// One claim: its words, the verdict on each kind of evidence, the question, the wording, the review.
import { capital, h, put, words } from "/static/dom.js";
import { reviewForm } from "/static/review.js";

export function clausePane(pane, desk, number) {
  const clause = desk.report.clauses.find((each) => each.number === number);
  if (!clause) return;
  put(pane,
    h("h2", {}, h("span", { class: "no is-clause" }, clause.number), ` ${capital(words(clause.label))}`),
    h("p", { class: "meta" }, link(desk, clause.place, clause.line)),
    h("blockquote", {}, clause.before, h("mark", { class: "is-clause" }, clause.text), clause.after),
    clause.title ? h("p", {}, clause.title) : null,
    clause.help ? h("p", { class: "soft" }, clause.help) : null,
    desk.report.conflicts ? h("p", {}, h("button", { type: "button", onclick: () => desk.show("contract") }, "See it beside the promises")) : null);
}

export function detailPane(pane, desk) {
  const card = desk.report.cards.find((each) => each.number === desk.chosen);
  if (!card) {
    put(pane, h("p", { class: "soft" }, "No claim was found in these papers."));
    return;
  }
  const required = card.needs.filter((each) => each.required);
  const others = card.needs.filter((each) => !each.required);
  put(pane,
    h("h2", {}, h("span", { class: `no is-${card.level}` }, String(card.number)), ` ${capital(words(card.category))}${card.aspect ? `: ${card.aspect}` : ""}`),
    h("p", { class: "meta" }, h("span", { class: `level is-${card.level}` }, card.level), ` ${card.strength} claim`, card.hidden ? [" ", h("span", { class: "tag" }, `hidden: ${card.hidden}`)] : null),
    h("blockquote", {}, card.lead ? h("span", { class: "soft" }, `${card.lead}: `) : null, card.before, h("mark", { class: `is-${card.level}` }, card.words), card.after),
    h("p", { class: "places" }, card.places.map((place, at) => [at ? ", " : "", link(desk, place.label, place.line)])),
    h("h3", {}, "The evidence that it needs"),
    h("ul", { class: "needs" }, required.map((each) => need(desk, each))),
    others.length ? h("details", {}, h("summary", {}, "Recommended evidence"), h("ul", { class: "needs" }, others.map((each) => need(desk, each)))) : null,
    card.question ? [h("h3", {}, "Ask the vendor"), h("p", {}, card.question)] : null,
    card.rewrite ? [h("h3", {}, "Wording that could be backed"), h("p", {}, card.rewrite)] : null,
    precedents(desk, card),
    h("details", {}, h("summary", {}, "Why it was marked"),
      h("ul", {}, card.why.map((step) => h("li", {}, `${step.check}: ${step.outcome}${step.words ? ` by “${step.words}”` : ""}`))),
      h("p", { class: "soft" }, `Rule ${card.rule}. ${desk.report.rules[card.rule] ?? ""}`)),
    reviewForm(desk, card));
}

function link(desk, label, line) {
  return line ? h("button", { type: "button", class: "link", onclick: () => desk.goto(line) }, label) : label;
}

function need(desk, item) {
  const kind = desk.report.kinds[item.kind];
  const names = [...new Set(item.found.map((each) => each.field))];
  return h("li", {}, h("details", { open: item.required && item.found.length > 0 },
    h("summary", {}, h("span", { class: `chip v-${item.verdict}` }, item.verdict_words), " ", h("span", { class: "kind" }, item.name),
      item.missing.length && item.verdict !== "bare" ? h("span", { class: "soft" }, ` lacks ${item.missing.map(words).join(", ")}`) : null),
    kind ? h("p", { class: "soft" }, kind.holds) : null,
    item.reason ? h("p", {}, capital(item.reason)) : null,
    item.provenance ? h("p", { class: "soft" }, `Provenance: ${item.provenance}`) : null,
    h("dl", { class: "fields" },
      names.map((name) => found(desk, name, item.found.filter((each) => each.field === name))),
      item.missing.map((name) => h("div", { class: "lacks" }, h("dt", {}, h("span", { class: "sign", "aria-hidden": "true" }, "✗ "), words(name)),
        h("dd", {}, "missing", kind?.fields[name] ? `: ${kind.fields[name]}` : ""))))));
}

function found(desk, name, fields) {
  const most = 2;
  return h("div", { class: "has" }, h("dt", {}, h("span", { class: "sign", "aria-hidden": "true" }, "✓ "), words(name)),
    h("dd", {}, fields.slice(0, most).map((each) => h("p", {}, h("q", {}, each.text), " ", link(desk, `${each.name}, ${each.place}`, each.line))),
      fields.length > most ? h("p", { class: "soft" }, `and ${fields.length - most} more`) : null));
}

function precedents(desk, card) {
  const cases = card.precedents.map((id) => desk.report.precedents[id]).filter(Boolean);
  if (!cases.length) return null;
  return h("details", {}, h("summary", {}, "Comparable wording that regulators acted on"),
    h("p", { class: "soft" }, "Not legal advice; says nothing about this vendor."),
    h("ul", {}, cases.map((each) => h("li", {}, `${each.case} (${each.body}, ${each.date}, ${each.status}). ${each.line}`))));
}
