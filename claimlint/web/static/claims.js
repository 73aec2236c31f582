// The claims: a list that can be filtered, the papers with their marks, and one claim in detail.
import { capital, counted, h, put, words } from "/static/dom.js";
import { paperPane, showLine } from "/static/paper.js";
import { clausePane, detailPane } from "/static/detail.js";

const SCROLLED = ["#claims", ".pane.paper", "#detail"];
const PROBLEMS = 3;
const DONE = { all: "all", open: "not decided", decided: "decided", assigned: "assigned" };

export function claimsView(main, desk) {
  const { report } = desk;
  if (!report.cards.some((card) => card.number === desk.chosen)) desk.chosen = report.cards[0]?.number ?? null;
  desk.choose = (number, { jump = true, pane = "detail" } = {}) => choose(main, desk, number, jump, pane);
  desk.clause = (number) => {
    main.querySelector(".work").dataset.pane = "detail";
    panes(main, "detail");
    clausePane(main.querySelector("#detail"), desk, number);
    main.querySelector("#detail").focus();
    for (const each of main.querySelectorAll("[data-card]")) each.classList.toggle("chosen", each.dataset.card === `k${number}`);
  };
  desk.goto = (line) => {
    main.querySelector(".work").dataset.pane = "paper";
    panes(main, "paper");
    showLine(main, line);
  };
  const before = looked(main);
  put(main,
    coverage(report),
    verdict(desk),
    h("div", { class: "panes", role: "group", "aria-label": "What is shown" },
      ["list", "paper", "detail"].map((id) => h("button", {
        type: "button", "data-pane": id, "aria-pressed": String(id === "list"),
        onclick: () => {
          main.querySelector(".work").dataset.pane = id;
          panes(main, id);
        },
      }, { list: "List", paper: "Paper", detail: "Claim" }[id]))),
    h("div", { class: "work", "data-pane": "list" },
      h("section", { class: "pane list", "aria-label": "Claims" }, filters(main, desk), h("ol", { class: "claims", id: "claims" })),
      paperPane(desk),
      h("section", { class: "pane detail", id: "detail", "aria-label": "The claim", tabindex: "-1" })));
  fill(main, desk);
  main.onkeydown = (event) => {
    const chosen = main.querySelector("button.claim[aria-current=true]");
    if (event.target === main && main.dataset.view === "claims" && chosen) moved(event, chosen);
  };
  detailPane(main.querySelector("#detail"), desk);
  marked(main, desk);
  restored(main, desk, before);
}

// The view is drawn anew when somebody decides, perhaps in another tab: nobody loses place or words.
function looked(main) {
  const work = main.querySelector(".work");
  if (!work) return null;
  const focus = main.contains(document.activeElement) ? document.activeElement : null;
  return {
    pane: work.dataset.pane,
    claim: main.querySelector("button.claim[aria-current=true]")?.dataset.claim,
    scrolls: SCROLLED.map((each) => main.querySelector(each)?.scrollTop ?? 0),
    typed: [...main.querySelectorAll(".review [name]")].map((each) => [each.name, each.value]),
    focus: focus?.name ? `.review [name=${focus.name}]` : focus?.dataset.claim ? `button.claim[data-claim="${focus.dataset.claim}"]` : null,
  };
}

function restored(main, desk, before) {
  if (before === null) return;
  main.querySelector(".work").dataset.pane = before.pane;
  panes(main, before.pane);
  SCROLLED.forEach((each, at) => {
    main.querySelector(each).scrollTop = before.scrolls[at];
  });
  if (before.claim !== String(desk.chosen)) return;
  for (const [name, value] of before.typed) {
    const field = main.querySelector(`.review [name=${name}]`);
    if (field) field.value = value;
  }
  const focused = before.focus ? main.querySelector(before.focus) : null;
  (focused ?? main.querySelector("#detail")).focus({ preventScroll: true });
}

function coverage(report) {
  const lost = report.papers.filter((paper) => paper.status !== "read");
  if (!lost.length) return null;
  return h("section", { class: "alert coverage", "aria-labelledby": "unread" },
    h("h2", { id: "unread" }, "Not read, or only in part"),
    h("ul", {}, lost.map((paper) => h("li", {}, h("strong", {}, paper.name), ` (${words(paper.status)}): `, problems(paper)))));
}

function problems(paper) {
  const told = paper.problems.filter((each) => each.lost).map((each) => [each.place, each.message].filter(Boolean).join(": "));
  const more = told.length - PROBLEMS;
  return told.slice(0, PROBLEMS).join("; ") + (more > 0 ? `; and ${more} more` : "");
}

function verdict(desk) {
  const { tally, owed, conflicts } = desk.report;
  return h("section", { class: "verdict", "aria-labelledby": "verdict" },
    h("h1", { id: "verdict" }, h("b", {}, String(tally.claims)), ` ${tally.claims === 1 ? "claim" : "claims"}: `,
      h("b", { class: "good" }, String(tally.backed)), " backed, ",
      tally.partly ? [h("b", {}, String(tally.partly)), " partly, "] : null,
      h("b", { class: "bad" }, String(tally.claims - tally.backed - tally.partly)), " not"),
    h("ul", { class: "owed" }, owed.map((each) => h("li", { class: `v-${each.verdict}` },
      h("span", { class: "chip" }, each.state), " ", each.title))),
    conflicts ? h("p", { class: "row" }, h("button", { type: "button", onclick: () => desk.show("contract") },
      `See ${counted(conflicts, "place")} where contract and promise meet`)) : null);
}

function filters(main, desk) {
  const { cards, papers } = desk.report;
  const changed = () => fill(main, desk);
  const pick = (name, title, options) => h("label", {}, title, h("select", {
    name, onchange: (event) => {
      desk.filters[name] = event.target.value;
      changed();
    },
  }, h("option", { value: "" }, "all"), options.map(([value, text]) =>
    h("option", { value, selected: desk.filters[name] === value }, text))));
  const among = (key) => [...new Set(cards.map((card) => card[key]))].map((each) => [each, words(each)]);
  const verdicts = new Map(cards.map((card) => [card.verdict, card.verdict_words]));
  return h("form", { class: "filters", role: "search", "aria-label": "Filter the claims", onsubmit: (event) => event.preventDefault() },
    h("label", { class: "wide" }, "Search", h("input", {
      type: "search", name: "search", value: desk.filters.search ?? "", oninput: (event) => {
        desk.filters.search = event.target.value;
        changed();
      },
    })),
    h("details", { open: desk.filters.open ?? innerHeight > 950, ontoggle: (event) => (desk.filters.open = event.target.open) },
      h("summary", {}, "Filters"),
      h("div", { class: "picks" },
        pick("category", "Category", among("category")),
        pick("level", "Level", among("level")),
        pick("verdict", "Evidence", [...verdicts]),
        pick("paper", "Paper", papers.filter((each) => each.claims).map((each) => [String(each.number), each.name])),
        pick("done", "Review", Object.entries(DONE).slice(1)))),
    h("p", { id: "shown", role: "status", class: "soft" }));
}

function kept(card, filters, work) {
  const is = (key) => !filters[key] || String(card[key]) === filters[key];
  const held = card.ruling && !card.ruling.overruled;
  const review = { open: !held, decided: Boolean(held), assigned: Boolean(work[card.fingerprint]?.assigned) };
  const text = `${card.lead} ${card.before}${card.words}${card.after} ${words(card.category)}`.toLowerCase();
  return is("category") && is("level") && is("verdict") && is("paper")
    && (!filters.done || review[filters.done]) && (!filters.search || text.includes(filters.search.toLowerCase()));
}

function fill(main, desk) {
  const { cards, papers } = desk.report;
  const names = Object.fromEntries(papers.map((each) => [each.number, each.name]));
  const found = cards.filter((card) => kept(card, desk.filters, desk.work));
  main.querySelector("#shown").textContent = `${found.length} of ${counted(cards.length, "place")}`;
  let paper = null;
  main.querySelector("#claims").replaceChildren(...found.flatMap((card) => {
    const head = card.paper !== paper ? [h("li", { class: "head" }, names[card.paper])] : [];
    paper = card.paper;
    return [...head, row(desk, card)];
  }));
  current(main, desk);
}

function row(desk, card) {
  const work = desk.work[card.fingerprint];
  const held = card.ruling && !card.ruling.overruled ? card.ruling.state : "";
  return h("li", {}, h("button", {
    type: "button", class: `claim is-${card.level}${held ? " held" : ""}`, "data-claim": String(card.number),
    onclick: () => desk.choose(card.number), onkeydown: (event) => moved(event, event.currentTarget),
  },
  h("span", { class: `no is-${card.level}` }, String(card.number)),
  h("span", { class: "body" }, h("q", {}, card.words),
    h("span", { class: "meta" }, h("span", { class: `chip v-${card.verdict}` }, card.verdict_words), " ",
      capital(words(card.category)), ", ", card.places[0].label,
      card.places.length > 1 ? ` and ${card.places.length - 1} more` : "",
      held ? h("span", { class: "tag" }, held) : null,
      work?.assigned ? h("span", { class: "tag" }, `→ ${work.assigned}`) : null))));
}

function moved(event, from) {
  const step = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }[event.key];
  if (!step || event.ctrlKey || event.altKey || event.metaKey) return;
  const every = [...from.closest("ol").querySelectorAll("button.claim")];
  const next = every[every.indexOf(from) + step];
  if (next) {
    event.preventDefault();
    next.focus();
    next.click();
    next.focus();
  }
}

function choose(main, desk, number, jump, pane) {
  desk.chosen = number;
  const work = main.querySelector(".work");
  const narrow = getComputedStyle(main.querySelector(".panes")).display !== "none";
  work.dataset.pane = pane;
  panes(main, pane);
  detailPane(main.querySelector("#detail"), desk);
  current(main, desk);
  marked(main, desk);
  const detail = main.querySelector("#detail");
  detail.scrollTop = 0;
  if (narrow) {
    detail.focus({ preventScroll: true });
    if (getComputedStyle(work).display === "block") work.scrollIntoView({ block: "start" });
  } else if (jump) {
    const card = desk.report.cards.find((each) => each.number === number);
    showLine(main, card.places[0].line, { quiet: true });
  }
}

function panes(main, id) {
  for (const each of main.querySelectorAll(".panes button")) each.setAttribute("aria-pressed", String(each.dataset.pane === id));
}

function current(main, desk) {
  for (const each of main.querySelectorAll("button.claim")) {
    const is = Number(each.dataset.claim) === desk.chosen;
    each.setAttribute("aria-current", is ? "true" : "false");
    if (is) each.scrollIntoView({ block: "nearest" });
  }
}

function marked(main, desk) {
  for (const each of main.querySelectorAll("[data-card]")) {
    each.classList.toggle("chosen", each.dataset.card === `c${desk.chosen}`);
  }
}
