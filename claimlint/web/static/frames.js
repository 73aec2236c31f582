// Pages that the reports draw, shown in frames in which no script runs; a link may lead back to a paper.
import { counted, h, put, say } from "/static/dom.js";

const frame = (title, src) => h("iframe", { title, src, sandbox: "allow-top-navigation-by-user-activation", class: "sheet" });

export function contractView(main, desk) {
  const { conflicts, run } = desk.report;
  put(main, h("div", { class: "framed" },
    h("h1", {}, "Promise and contract"),
    conflicts
      ? [h("p", { class: "soft" }, `${counted(conflicts, "pair")} of sentences on the same topic, the gravest first.`), frame("Promise and contract side by side", `/api/view/contract?run=${run}`)]
      : h("p", {}, "No sentence of a contract meets one of a deck here. Put both on the desk, say which is which, and read them again.")));
}

export function labelView(main, desk) {
  put(main, h("div", { class: "framed" }, h("h1", {}, "AI disclosure label"),
    h("p", { class: "row" }, h("a", { class: "button", href: "/api/download/label.html", download: "label.html" }, "Download to print")),
    frame("The disclosure label", `/api/view/label?run=${desk.report.run}`)));
}

export function versionsView(main, desk) {
  const { papers } = desk.state;
  const early = papers.find((each) => each.role === "earlier") ?? papers[0];
  const others = papers.filter((each) => each !== early && each.role !== "earlier");
  const late = others.find((each) => suffix(each) === suffix(early)) ?? others[0] ?? early;
  const pick = (id, title, chosen) => h("label", {}, title, h("select", { id }, papers.map((each) => h("option", { value: each.id, selected: each === chosen }, each.name))));
  const place = h("div", { id: "versions" });
  put(main, h("div", { class: "framed" },
    h("h1", {}, "Two versions side by side"),
    h("p", { class: "soft" }, "What became stronger, what was taken back, what lost its evidence. Put the older file on the desk and say “an earlier version”: it is then not checked with the others."),
    h("form", {
      class: "row versions", onsubmit: (event) => {
        event.preventDefault();
        const [old, next] = ["old", "new"].map((id) => document.getElementById(id).value);
        say(old === next ? "Choose two different papers." : "Both versions are being read …");
        if (old !== next) put(place, frame("Two versions side by side", `/api/view/versions?old=${old}&new=${next}`));
      },
    }, pick("old", "Older", early), pick("new", "Newer", late), h("button", { type: "submit", class: "main" }, "Compare")), place));
}

const suffix = (paper) => paper?.name.split(".").at(-1);
