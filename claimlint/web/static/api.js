// Talks to the desk's own server, and to nothing else.
const KIND = { "X-Claimlint": "desk" };

async function asked(path, options = {}) {
  let answer;
  try {
    answer = await fetch(path, { ...options, headers: { ...KIND, ...(options.headers ?? {}) } });
  } catch {
    throw new Error("The desk is closed. Start it again with: claimlint serve");
  }
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(told.error ?? `The desk answered ${answer.status}`);
  return told;
}

export const get = (path) => asked(path);
export const remove = (path) => asked(path, { method: "DELETE" });
export const post = (path, body) =>
  asked(path, {
    method: "POST",
    body: body === undefined || body instanceof FormData || typeof body === "string" ? body : JSON.stringify(body),
  });

// The token stands in the fragment, which no server and no log ever sees; a cookie takes over.
export async function enter() {
  const found = /(?:^#|&)token=([\w-]+)/.exec(location.hash);
  if (!found) return;
  history.replaceState(null, "", location.pathname);
  await post("/api/enter", { token: found[1] });
}

export function listen(from, heard) {
  const source = new EventSource(`/api/events?from=${from}`);
  source.onmessage = (message) => heard(JSON.parse(message.data));
  return source;
}
