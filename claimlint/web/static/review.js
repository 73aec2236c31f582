// Reviewing a claim: accept or dismiss it with a reason, give it to somebody, note something.
import { post, remove } from "/static/api.js";
import { h, say } from "/static/dom.js";

const later = (today, days) => new Date(Date.parse(today) + days * 864e5).toISOString().slice(0, 10);

export function reviewForm(desk, card) {
  const work = desk.work[card.fingerprint] ?? { assigned: "", note: "" };
  return h("section", { class: "review", "aria-labelledby": "review" },
    h("h3", { id: "review" }, "Review"),
    card.ruling ? held(desk, card) : null,
    card.ruling ? null : decision(desk, card),
    h("form", { class: "fieldset", onsubmit: (event) => kept(event, desk, card) },
      field("Assigned to", h("input", { name: "assigned", value: work.assigned, autocomplete: "off", maxlength: "200" })),
      field("Note", h("textarea", { name: "note", rows: "2", maxlength: "2000" }, work.note)),
      h("button", { type: "submit" }, "Keep note")));
}

const field = (title, input) => h("label", {}, title, input);

function held(desk, card) {
  const { state, owner, until, reason, overruled } = card.ruling;
  return h("div", { class: "alert" },
    h("p", {}, h("strong", {}, state), owner ? ` by ${owner}` : "", until ? `, until ${until}` : "", `: ${reason}`,
      overruled ? ` (does not hold: ${overruled.replace("-", " ")})` : ""),
    h("button", {
      type: "button", onclick: async () => {
        await desk.tried(() => remove(`/api/decisions/${card.fingerprint}`));
        say("Decision withdrawn.");
      },
    }, "Withdraw"));
}

function decision(desk, card) {
  const form = h("form", { class: "fieldset decide", onsubmit: (event) => decided(event, desk, card) },
    field("Reason", h("input", { name: "reason", required: true, maxlength: "500", autocomplete: "off" })),
    field("Decided by", h("input", { name: "owner", required: true, maxlength: "200", value: desk.owner ?? "", autocomplete: "off" })),
    field("Holds until", h("input", { name: "until", type: "date", required: true, value: later(desk.report.today, 180) })),
    h("p", { class: "row" },
      h("button", { type: "submit", value: "accepted" }, "Accept"),
      h("button", { type: "submit", value: "dismissed" }, "Dismiss")));
  return form;
}

async function decided(event, desk, card) {
  event.preventDefault();
  const told = Object.fromEntries(new FormData(event.target));
  desk.owner = told.owner;
  const state = event.submitter?.value || "accepted";
  if (await desk.tried(() => post(`/api/decisions/${card.fingerprint}`, { ...told, state }))) say(`Claim ${card.number} ${state}.`);
}

async function kept(event, desk, card) {
  event.preventDefault();
  const told = Object.fromEntries(new FormData(event.target));
  const found = await desk.tried(() => post(`/api/work/${card.fingerprint}`, told));
  if (found) {
    desk.work = found.work;
    say("Note kept.");
  }
}
