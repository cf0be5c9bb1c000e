// Comfort for the meeting room; without it every form works by itself.
// What is typed is kept in this browser, for this person and this meeting, until the server has it. What cannot be sent waits in a queue and is sent in its order; ids and keys that were
// chosen beforehand make that it counts once. What people read here comes from the page.

const stand = () => document.getElementById("stand");
const form = document.getElementById("invoer");
const meeting = stand().dataset.meeting;
const person = stand().dataset.person;
const queueKey = "onverzonden/" + person + meeting;
const refusedKey = "geweigerd/" + person + meeting;
const draftKey = "getypt/" + person + meeting;
const LOGIN = "/inloggen";
const RETRY_MILLIS = 3000;
const LONGEST_PAUSE_MILLIS = 30000;
const LONGEST_LABEL = 80;

// what the browser cannot keep, because it is full or may not; it is here as long as this page is open
const unkept = new Map();

function read(key, otherwise) {
  try {
    return unkept.get(key) ?? JSON.parse(localStorage.getItem(key)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

function write(key, value) {
  unkept.delete(key);
  try {
    value === null ? localStorage.removeItem(key) : localStorage.setItem(key, JSON.stringify(value));
  } catch {
    value !== null && unkept.set(key, value);
  }
  line("unkept", unkept.size > 0 ? "unkept" : null);
}

const writeAll = (key, entries) => write(key, entries.length > 0 ? entries : null);
const queue = () => read(queueKey, []);
const refusals = () => read(refusedKey, []);

function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = bytes[6] & 0x0f | 0x40;
  bytes[8] = bytes[8] & 0x3f | 0x80;
  return [...bytes].map(byte => byte.toString(16).padStart(2, "0")).join("").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

// ---- what is said to who works here

const board = document.getElementById("wacht");
const words = name => document.getElementById("wacht-woorden").content.querySelector(`[data-say="${name}"]`).cloneNode(true);

function line(kind, name, filled) {
  const place = board.querySelector("." + kind);
  if (name === (place.dataset.shows ?? null) && !filled) {
    // what is said already is not read aloud again
    return;
  }
  name === null ? delete place.dataset.shows : place.dataset.shows = name;
  place.replaceChildren(...name === null ? [] : words(name).childNodes);
  for (const [part, text] of Object.entries(filled ?? {})) {
    place.querySelector("." + part).textContent = text;
  }
  show();
}

// about the connection: goes away with the next good answer
const trouble = name => line("trouble", name);
// about what was typed
const say = (name, filled) => line("said", name, filled);

function show() {
  board.querySelector(".queue").replaceChildren(...queue().map(entry => {
    const row = words("row");
    row.querySelector(".text").textContent = entry.label;
    return row;
  }));
  board.querySelector(".refusals").replaceChildren(...refusals().map(entry => {
    const row = words("refused");
    row.querySelector(".text").textContent = entry.typed;
    row.querySelector(".why").textContent = entry.why;
    row.querySelector(".again").hidden = !place(entry);
    row.querySelector(".again").addEventListener("click", () => putBack(entry));
    row.querySelector(".away").addEventListener("click", () => dismiss(entry));
    return row;
  }));
  board.hidden = [...board.children].every(part => part.textContent === "");
}

// ---- what is typed

// which text was read stays with what is typed, so that somebody else's later text is noticed
const fields = owner => [...owner.querySelectorAll("textarea, input, select")].filter(field => field.name && (field.type !== "hidden" || field.name === "read"));
const ticked = field => field.type === "checkbox" || field.type === "radio";
const value = field => ticked(field) ? field.checked : field.value;
const changed = field => ticked(field) ? field.checked !== field.defaultChecked
  : field.tagName === "SELECT" ? field.value !== (field.querySelector("option[selected]")?.value ?? field.options[0]?.value) : field.value !== field.defaultValue;
const touched = owner => fields(owner).some(changed) || owner.querySelector(".utrecht-form-field-error-message, .utrecht-alert--error") !== null;
const typed = sent => [...stand().querySelectorAll("form[id]")].filter(each => each !== sent && touched(each)).map(each => ({id: each.id, values: fields(each).map(value)}));

function restore(forms) {
  for (const {id, values} of forms) {
    // the text of somebody else may have come where this one was begun
    const again = document.getElementById(id) ?? stand().querySelector(`form[id^="${id}-"]`);
    const found = again ? fields(again) : [];
    if (found.length === values.length && found.some((field, place) => field.type !== "hidden" && value(field) !== values[place])) {
      again.closest("details")?.setAttribute("open", "");
      found.forEach((field, place) => ticked(field) ? field.checked = values[place] : field.value = values[place]);
    }
  }
}

const PROMISE = ["who", "team", "what", "when"];
const rows = () => [...form.querySelectorAll(".promise")];
const entryTyped = () => ({words: form.elements.words.value, text: form.elements.text.value, kind: form.elements.kind.value, theme: form.elements.theme?.value,
  promises: rows().map(row => PROMISE.map(name => row.querySelector(`[name=${name}]`).value))});
const entryHasRoom = () => entryIsEmpty(entryTyped());
const entryIsEmpty = entry => entry.words === "" && entry.text === "" && entry.promises.flat().every(text => text === "");

function keep() {
  const entry = form && entryTyped();
  const draft = {entry: entry && !entryIsEmpty(entry) ? entry : null, forms: typed()};
  write(draftKey, draft.entry || draft.forms.length > 0 ? draft : null);
}

function restoreEntry(entry) {
  for (const name of ["words", "text", "kind"]) {
    form.elements[name].value = entry[name];
  }
  if (form.elements.theme) {
    form.elements.theme.value = entry.theme;
  }
  entry.promises.forEach((promise, place) => {
    const row = rows()[place] ?? anotherRow();
    PROMISE.forEach((name, which) => row.querySelector(`[name=${name}]`).value = promise[which]);
  });
  form.elements.text.closest("details").open ||= entry.text !== "";
}

// ---- the part that others change too

const isPost = config => config.verb === "post";

document.body.addEventListener("htmx:configRequest", event => {
  // so that who is not logged in any more is sent to the page for it, and the browser does not ask by itself
  event.detail.headers.Accept = "text/html";
});
document.body.addEventListener("htmx:beforeRequest", event => {
  const config = event.detail.requestConfig;
  // nobody's typing is interrupted by the news
  if (event.detail.elt === stand() && stand().contains(document.activeElement) && /TEXTAREA|INPUT|SELECT/.test(document.activeElement.tagName)) {
    event.preventDefault();
  } else if (isPost(config) && queue().length > 0) {
    event.preventDefault();
    wait(config);
  }
});

let kept = [];
document.body.addEventListener("htmx:beforeSwap", event => {
  const {xhr, target, requestConfig, serverResponse, shouldSwap} = event.detail;
  const news = target.id === "stand" && shouldSwap;
  if (new URL(xhr.responseURL).pathname === LOGIN || news && !serverResponse.includes(`data-person="${person}"`)) {
    event.detail.shouldSwap = false;
    failed(requestConfig, "login");
  } else if (news || xhr.status === 204) {
    kept = typed(requestConfig.elt);
    queue().length === 0 && trouble(null);
  }
});
document.body.addEventListener("htmx:afterSwap", event => {
  if (event.detail.requestConfig?.target?.id === "stand") {
    restore(kept);
    kept = [];
    keep();
    show();
    follow();
    clocked = Date.now();
  }
});
document.body.addEventListener("htmx:sendError", event => failed(event.detail.requestConfig, "offline"));
document.body.addEventListener("htmx:responseError", event => failed(event.detail.requestConfig, event.detail.xhr.status >= 500 ? "server" : null));

function failed(config, why) {
  why && trouble(why);
  if (isPost(config)) {
    wait(config);
    send();
  }
}

// who is there now and what it is about now, for the form that stands outside this part
let owners = "";
let theme = stand().dataset.theme ?? "";
function follow() {
  const choices = document.getElementById("wie");
  if (choices && !form) {
    // somebody else began the meeting
    location.reload();
  } else if (choices && choices.innerHTML !== owners) {
    owners = choices.innerHTML;
    for (const who of form.querySelectorAll("select[name=who]")) {
      const chosen = who.value;
      who.querySelectorAll("optgroup").forEach(group => group.remove());
      who.append(...choices.content.cloneNode(true).querySelectorAll("optgroup"));
      who.value = chosen;
    }
  }
  const now = stand().dataset.theme ?? "";
  if (form?.elements.theme && now !== theme && (form.elements.theme.value === theme || form.elements.words.value === "")) {
    form.elements.theme.value = now;
  }
  theme = now;
}

// ---- time running

let clocked = Date.now();
setInterval(() => {
  for (const clock of document.querySelectorAll(".clock")) {
    const seconds = Number(clock.dataset.seconds) + (Date.now() - clocked) / 1000;
    const most = clock.dataset.minutes;
    const told = clock.textContent.replace(/\d+/, Math.floor(seconds / 60));
    if (clock.textContent !== told) {
      clock.textContent = told;
    }
    clock.classList.toggle("utrecht-status-badge--danger", most !== undefined && seconds > most * 60);
  }
}, 1000);

// ---- outcomes as they are said

const action = () => form.elements.kind.value === "ACTION";

function fold() {
  form.querySelector(".promises").classList.add("folding");
  form.classList.toggle("acting", action());
}

function clear() {
  const theme = form.elements.theme?.value;
  form.querySelectorAll(".promise").forEach((row, place) => place > 0 && row.remove());
  form.querySelectorAll("input:not([type=hidden]):not([type=radio]), textarea").forEach(field => field.value = "");
  form.querySelectorAll("select").forEach(field => field.value = "");
  form.querySelectorAll(".meaning").forEach(meaning => meaning.textContent = "");
  form.querySelectorAll("[aria-invalid]").forEach(field => field.removeAttribute("aria-invalid"));
  form.querySelectorAll(".utrecht-alert--error, .saved").forEach(line => line.remove());
  if (theme !== undefined) {
    form.elements.theme.value = theme;
  }
  form.elements.outcome.value = newId();
  keep();
  form.elements.words.focus();
}

// the words say what they are, and who
function understand() {
  const written = form.elements.words;
  const command = /^\/(actie|action|besluit|decision|info)\s/i.exec(written.value);
  if (command) {
    form.elements.kind.value = {actie: "ACTION", action: "ACTION", besluit: "DECISION", decision: "DECISION", info: "INFORMATION"}[command[1].toLowerCase()];
    written.value = written.value.slice(command[0].length);
  }
  fold();
  const who = form.querySelector("select[name=who]");
  if (action() && who.value === "") {
    const first = name => name.trim().split(/\s+/)[0].toLowerCase();
    const said = written.value.toLowerCase().split(/[^\p{L}-]+/u);
    const named = [...who.querySelectorAll("optgroup[data-present] option")].filter(option => said.includes(first(option.textContent)));
    if (named.length === 1) {
      who.value = named[0].value;
    }
  }
}

// what is missing, as it is named in the page
function missing(entry) {
  const given = name => entry.filter(([field]) => field === name).map(([, text]) => text.trim());
  if (given("words")[0] === "") {
    return "empty";
  }
  return given("kind")[0] === "ACTION" && given("who")[0] === "" && given("team")[0] === "" ? "who" : null;
}

function anotherRow() {
  const all = rows();
  const row = all[all.length - 1].cloneNode(true);
  for (const each of row.querySelectorAll("[id], [for], [aria-describedby]")) {
    for (const name of ["id", "for", "aria-describedby"]) {
      each.getAttribute(name) && each.setAttribute(name, each.getAttribute(name).replace(/\d+$/, all.length));
    }
  }
  row.querySelectorAll("input, select").forEach(field => field.value = "");
  row.querySelector(".meaning").textContent = "";
  row.querySelector("legend").replaceChildren(...words("more").childNodes);
  all[all.length - 1].after(row);
  htmx.process(row);
  return row;
}

// ---- what waits until the server has it

function add(entry) {
  writeAll(queueKey, [...queue(), entry]);
  show();
}

// what somebody wrote in it or chose, as he reads it
const told = source => fields(source).filter(field => field.type !== "hidden" && (ticked(field) ? field.checked : field.value !== ""))
  .map(field => (field.tagName === "SELECT" ? field.selectedOptions[0].textContent : ticked(field) ? field.labels[0].textContent : field.value).trim());

// a form of the part that others change too: its button or its text says what waits
function wait(config) {
  const source = config.elt;
  const text = source.querySelector("textarea, input:not([type=hidden])")?.value.trim() ?? "";
  const button = config.triggeringEvent?.submitter?.textContent.trim() ?? "";
  const label = [button, text].filter(part => part !== "").join(": ").slice(0, LONGEST_LABEL);
  const entry = {id: newId(), path: config.path, form: source.id, label, typed: [button, ...told(source)].join("\n"),
    fields: [...config.formData].filter(([name]) => name !== "_csrf"), values: fields(source).map(value)};
  if (source.elements.read) {
    // of a text that is written on, only the last state matters
    writeAll(queueKey, queue().filter(other => other.form !== entry.form));
  } else if (fields(source).length > 0) {
    source.reset();
  } else {
    source.querySelectorAll("button").forEach(each => each.disabled = true);
  }
  document.querySelectorAll("[name=sleutel]").forEach(key => key.value = newId());
  add(entry);
  keep();
}

// it is off the queue; a text that was saved is what the next one goes on from
function settle(entry, saved) {
  const text = saved && entry.fields.some(([name]) => name === "read") ? entry.fields.find(([name]) => name === "text")[1] : null;
  const goesOn = other => text !== null && other.form === entry.form;
  writeAll(queueKey, queue().filter(other => other.id !== entry.id)
    .map(other => goesOn(other) ? {...other, fields: other.fields.map(([name, old]) => [name, name === "read" ? text : old])} : other));
  const source = text !== null && document.getElementById(entry.form);
  if (source) {
    source.elements.read.value = text;
    keep();
  }
}

let sending = false;
let pause = RETRY_MILLIS;
let timer = null;

async function send() {
  if (sending) {
    return;
  }
  sending = true;
  clearTimeout(timer);
  let later = false;
  try {
    while (queue().length > 0 && !later) {
      later = !await deliver(queue()[0]);
    }
  } catch {
    later = true;
    trouble("offline");
  } finally {
    sending = false;
    show();
  }
  if (later) {
    timer = setTimeout(send, pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
  }
}

const post = entry => fetch(entry.path, {method: "POST", headers: {Accept: "text/html"},
  body: new URLSearchParams([...entry.fields, ["_csrf", document.querySelector("[name=_csrf]").value]])});

// whether the queue goes on
async function deliver(entry) {
  let answer = await post(entry);
  const loggedIn = answer.status !== 403 || await freshTokens();
  if (answer.status === 403 && loggedIn) {
    answer = await post(entry);
  }
  const here = new URL(answer.url).pathname;
  if (!loggedIn || here === LOGIN || answer.status === 401) {
    trouble("login");
    return false;
  }
  if (answer.status >= 500 || answer.status === 408 || answer.status === 429) {
    trouble("server");
    return false;
  }
  if (!answer.ok) {
    // kept there before it is taken away here
    refused(entry, new DOMParser().parseFromString(await answer.text(), "text/html"));
  }
  settle(entry, answer.ok);
  trouble(null);
  pause = RETRY_MILLIS;
  htmx.ajax("GET", meeting + "/stand", {source: stand(), target: "#stand", select: "#stand", swap: "outerHTML show:none"});
  return true;
}

// what the server refuses comes back as it was typed, with what was wrong; what there is no room for stays until somebody decides
function refused(entry, page) {
  const again = page.getElementById("invoer");
  if (entry.form === "invoer" && again && entryHasRoom()) {
    retype(again);
    return;
  }
  const alert = (entry.form === "invoer" && again?.querySelector(".faults")) || page.querySelector("[role=alert]") || page.querySelector("main p");
  const why = alert?.textContent.trim().replace(/\s+/g, " ") ?? "";
  if (returned(entry)) {
    say("returned", {why});
  } else {
    writeAll(refusedKey, [...refusals(), {...entry, why}]);
    show();
  }
}

const place = entry => entry.form !== "" && entry.values.length !== 0 && document.getElementById(entry.form);

// whether it stands in the form that it was typed in, which had room for it or was not emptied
function returned(entry) {
  const source = place(entry);
  if (source && source === form && entryHasRoom()) {
    restoreEntry(entry.values);
    form.elements.outcome.value = entry.id;
    fold();
    keep();
    return true;
  }
  if (!source || source === form || fields(source).length !== entry.values.length) {
    return false;
  }
  if (!touched(source)) {
    restore([{id: entry.form, values: entry.values}]);
    keep();
  }
  return fields(source).every((field, which) => field.type === "hidden" || value(field) === entry.values[which]);
}

function putBack(entry) {
  if (returned(entry)) {
    say(null);
    dismiss(entry);
    place(entry).querySelector("input:not([type=hidden]), textarea").focus();
  } else {
    say("busy");
  }
}

function dismiss(entry) {
  writeAll(refusedKey, refusals().filter(other => other.id !== entry.id));
  show();
}

function retype(again) {
  form.querySelectorAll(".utrecht-alert--error").forEach(each => each.remove());
  const wrong = again.querySelector(".utrecht-alert--error");
  wrong && form.querySelector("h2").after(wrong);
  form.querySelector(".promises").replaceWith(again.querySelector(".promises"));
  form.elements.words.value = again.querySelector("[name=words]").value;
  form.elements.outcome.value = again.querySelector("[name=outcome]").value;
  form.elements.kind.value = again.querySelector("[name=kind]:checked")?.value ?? "INFORMATION";
  form.elements.text.value = again.querySelector("[name=text]").value;
  htmx.process(form);
  fold();
  keep();
}

// whether the one who works here is still the one who is logged in; his forms can be sent again then
async function freshTokens() {
  const answer = await fetch(meeting, {headers: {Accept: "text/html"}});
  const page = new DOMParser().parseFromString(answer.ok ? await answer.text() : "", "text/html");
  const token = page.getElementById("stand")?.dataset.person === person && page.querySelector("[name=_csrf]");
  if (token) {
    document.querySelectorAll("[name=_csrf]").forEach(field => field.value = token.value);
  }
  return Boolean(token);
}

function tell() {
  understand();
  // the id comes first: it is what an entry is known by
  const content = [["outcome", form.elements.outcome.value], ...[...new FormData(form)].filter(([name]) => name !== "outcome" && name !== "_csrf")];
  const wrong = missing(content);
  say(wrong);
  if (wrong !== null) {
    (wrong === "empty" ? form.elements.words : form.querySelector("select[name=who]")).focus();
    return;
  }
  add({id: form.elements.outcome.value, path: meeting + "/uitkomsten", form: "invoer", label: form.elements.words.value, typed: told(form).join("\n"), fields: content, values: entryTyped()});
  clear();
  send();
}

const draft = read(draftKey, {entry: null, forms: []});
restore(draft.forms);
if (form) {
  if (draft.entry && form.elements.words.value === "") {
    restoreEntry(draft.entry);
  }
  fold();
  form.addEventListener("change", fold);
  form.elements.words.addEventListener("input", understand);
  form.elements.words.addEventListener("change", understand);
  form.addEventListener("submit", event => {
    event.preventDefault();
    if (event.submitter?.name === "more") {
      anotherRow().querySelector("select").focus();
    } else {
      tell();
    }
  });
}
document.addEventListener("input", keep);
document.addEventListener("change", keep);
addEventListener("online", () => {
  trouble(null);
  send();
});
addEventListener("focus", send);
addEventListener("beforeunload", event => unkept.size > 0 && event.preventDefault());
show();
send();
