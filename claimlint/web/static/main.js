// The page of the desk: what it knows, which view is shown, what it hears.
import { enter, get, listen, post } from "/static/api.js";
import { capital, h, put, say } from "/static/dom.js";
import { catchDrops, papersView } from "/static/papers.js";
import { claimsView } from "/static/claims.js";
import { contractView, labelView, versionsView } from "/static/frames.js";
import { answersView } from "/static/answers.js";
import { progressed, fresh } from "/static/progress.js";

const desk = { state: null, report: null, work: {}, view: "papers", progress: fresh(), chosen: null, filters: {} };
const VIEWS = {
  papers: ["Papers", papersView],
  claims: ["Claims", claimsView],
  contract: ["Contract", contractView],
  versions: ["Versions", versionsView],
  label: ["Label", labelView],
  answers: ["Send and download", answersView],
};
const main = document.getElementById("main");

desk.show = (view) => {
  desk.view = view;
  draw();
  main.focus({ preventScroll: true });
  scrollTo(0, 0);
};
desk.draw = draw;
desk.put = (state) => {
  desk.state = state;
  draw();
};
desk.tried = async (work) => {
  try {
    return await work();
  } catch (error) {
    say(error.message);
    return null;
  }
};
desk.loaded = async () => {
  const [report, held] = await Promise.all([get("/api/report"), get("/api/work")]);
  desk.report = report;
  desk.work = held.work;
};

function open(view) {
  return view === "papers" || desk.report !== null;
}

function tabs() {
  const bar = document.getElementById("tabs");
  bar.replaceChildren(
    ...Object.entries(VIEWS).map(([id, [title]]) =>
      h("button", {
        type: "button", "data-view": id, disabled: !open(id),
        "aria-current": desk.view === id ? "page" : null, onclick: () => desk.show(id),
      }, title, id === "claims" && desk.report ? h("span", { class: "count" }, String(desk.report.tally.claims)) : null)),
  );
}

function draw() {
  if (!open(desk.view)) desk.view = "papers";
  tabs();
  document.title = `${capital(VIEWS[desk.view][0])} · claimlint desk`;
  main.dataset.view = desk.view;
  VIEWS[desk.view][1](main, desk);
}

async function heard(event) {
  progressed(desk.progress, event);
  if (event.what === "started") {
    desk.state = await get("/api/desk");
    draw();
  } else if (event.what === "done") {
    desk.state = await get("/api/desk");
    await desk.tried(desk.loaded);
    say(`Read: ${desk.report?.tally.claims ?? 0} claims found.`);
    if (desk.view === "papers") desk.show("claims");
    else draw();
  } else if (event.what === "pictures" || event.what === "decided") {
    const at = scrollY;
    await desk.tried(desk.loaded);
    draw();
    scrollTo(0, at);
  } else if (event.what === "failed") {
    desk.state = await get("/api/desk");
    draw();
    say(event.message);
  } else if (event.what === "stopped") {
    desk.state = await get("/api/desk");
    draw();
    say("Reading was stopped.");
  } else if (event.what === "cleared") {
    desk.report = null;
    desk.state = await get("/api/desk");
    draw();
  } else if (desk.view === "papers") {
    draw();
  }
}

function ended() {
  put(main, h("section", { class: "hero" }, h("h1", {}, "The desk is closed"),
    h("p", {}, "The papers that lay on it are deleted. To open it again: claimlint serve")));
  document.getElementById("tabs").replaceChildren();
  document.getElementById("stop").remove();
}

// A framed page names a line of a paper: the desk turns to it.
addEventListener("hashchange", () => {
  const found = /^#line=(d\d+p\d+)$/.exec(location.hash);
  if (!found || desk.report === null) return;
  history.replaceState(null, "", location.pathname);
  desk.show("claims");
  desk.goto(found[1]);
});

let line = null;
document.getElementById("stop").addEventListener("click", async () => {
  if (!confirm("Close the desk? The papers on it are deleted, here only.")) return;
  line?.close();
  if (await desk.tried(() => post("/api/stop"))) ended();
});

async function began() {
  try {
    await enter();
    desk.state = await get("/api/desk");
  } catch (error) {
    put(main, h("section", { class: "hero" }, h("h1", {}, "The desk is not open here"), h("p", {}, error.message)));
    return;
  }
  if (desk.state.done !== null) await desk.tried(desk.loaded);
  if (desk.report !== null) desk.view = "claims";
  draw();
  catchDrops(desk);
  let queue = Promise.resolve();
  line = listen(desk.state.done === null ? desk.state.began : desk.state.at, (event) => {
    queue = queue.then(() => heard(event));
  });
}

began();
