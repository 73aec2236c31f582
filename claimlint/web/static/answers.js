// What goes out (reports, questionnaires, annotated papers), and what came back.
import { post } from "/static/api.js";
import { capital, counted, h, put, say } from "/static/dom.js";

const SHADE = { closed: "backed", partial: "partly-backed", open: "bare", contradicted: "contradicted" };

export function answersView(main, desk) {
  const groups = Map.groupBy ? Map.groupBy(desk.report.downloads, (each) => each.group) : grouped(desk.report.downloads);
  put(main, h("div", { class: "narrow" },
    h("h1", {}, "Send and download"),
    questions(desk),
    came(desk),
    h("div", { class: "columns" }, [...groups].map(([group, items]) => h("section", { class: "card" },
      h("h2", {}, group),
      h("ul", { class: "downloads" }, items.map((each) => h("li", {},
        h("a", { href: `/api/download/${encodeURIComponent(each.name)}`, download: each.name }, each.title), " ", h("span", { class: "soft" }, each.name)))),
      group === "Decisions" ? taking(desk) : null)))));
}

function grouped(items) {
  const found = new Map();
  for (const each of items) found.set(each.group, [...(found.get(each.group) ?? []), each]);
  return found;
}

function questions(desk) {
  const { questions: asked } = desk.report;
  if (!asked.length) return null;
  const sent = desk.report.downloads.find((each) => each.name === "questions.xlsx");
  return h("section", { "aria-labelledby": "asked" },
    h("h2", { id: "asked" }, `${counted(asked.length, "question")} for the vendor`),
    sent ? h("p", { class: "row" }, h("a", { class: "button main", id: "questionnaire", href: "/api/download/questions.xlsx", download: "questions.xlsx" }, "Download the questionnaire")) : null,
    h("p", { class: "soft" }, "When the answers are back, drop the workbook on the papers and read again."),
    h("ol", { class: "questions" }, asked.map((each) => h("li", {}, each.text, " ",
      h("span", { class: "soft" }, each.claims.length ? `Settles ${each.claims.length === 1 ? "claim" : "claims"} ${each.claims.join(", ")}.` : "")))));
}

function came(desk) {
  const { answers } = desk.report;
  if (!answers) return null;
  return h("section", { "aria-labelledby": "came" },
    h("h2", { id: "came" }, "The answers"),
    h("p", {}, Object.entries(answers.summary).map(([state, count]) => `${count} ${state}`).join(", ")),
    h("ul", { class: "needs" }, answers.questions.map((each) => h("li", {},
      h("span", { class: `chip v-${SHADE[each.status]}` }, each.status), " ",
      h("strong", {}, each.task ? `${each.title} (${each.task})` : each.title), each.reason ? `: ${each.reason}` : "",
      refused(each.fields.filter((field) => field.text && !field.filled))))));
}

// What was answered and shows nothing, each with the reason.
function refused(fields) {
  return fields.length ? h("ul", { class: "refused" }, fields.map((field) =>
    h("li", {}, `${capital(field.asks)}: `, h("q", {}, field.text), field.reason ? `: ${field.reason}` : ""))) : null;
}

function taking(desk) {
  const file = h("input", {
    type: "file", accept: ".json,application/json", id: "take", onchange: async (event) => {
      const text = await event.target.files[0]?.text();
      if (text === undefined) return;
      const found = await desk.tried(() => post("/api/work", text));
      if (found) say(`${counted(found.taken, "entry").replace("entrys", "entries")} taken.`);
    },
  });
  return h("label", { class: "taking" }, "Take decisions from a file", file);
}
