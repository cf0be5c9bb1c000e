// Comfort for the meeting room; without it every form works by itself.
// What is typed is kept in this browser until the server has it: an outcome that cannot be sent waits in a queue, and its id, chosen beforehand, makes that it is recorded once.

const form = document.getElementById("invoer");
const meeting = location.pathname;
const queueKey = "uitkomsten" + meeting;
const draftKey = "invoer" + meeting;
const RETRY_MILLIS = 3000;
const LONGEST_PAUSE_MILLIS = 30000;

// ---- the part that others change too

const stand = () => document.getElementById("stand");
const fields = owner => [...owner.querySelectorAll("textarea, input, select")].filter(field => field.name && field.name !== "_csrf");
const changed = field => field.type === "checkbox" || field.type === "radio" ? field.checked !== field.defaultChecked
  : field.tagName === "SELECT" ? field.value !== (field.querySelector("option[selected]")?.value ?? field.options[0]?.value) : field.value !== field.defaultValue;

document.body.addEventListener("htmx:beforeRequest", event => {
  // nobody's typing is interrupted by the news
  if (event.detail.elt === stand() && stand().contains(document.activeElement) && /TEXTAREA|INPUT|SELECT/.test(document.activeElement.tagName)) {
    event.preventDefault();
  }
});

let kept = [];
document.body.addEventListener("htmx:beforeSwap", event => {
  const sent = event.detail.requestConfig.elt;
  kept = [...stand().querySelectorAll("form[id]")].filter(each => each !== sent && fields(each).some(changed))
    .map(each => ({id: each.id, values: fields(each).map(field => field.type === "checkbox" ? field.checked : field.value)}));
});
document.body.addEventListener("htmx:afterSwap", () => {
  for (const {id, values} of kept) {
    const again = document.getElementById(id);
    if (again && fields(again).length === values.length) {
      again.closest("details")?.setAttribute("open", "");
      fields(again).forEach((field, place) => field.type === "checkbox" ? field.checked = values[place] : field.value = values[place]);
    }
  }
  kept = [];
  clocked = Date.now();
});
document.body.addEventListener("htmx:sendError", () => say("Geen verbinding. Wat u vastlegt, wordt bewaard en later verstuurd."));

// ---- time running

let clocked = Date.now();
setInterval(() => {
  for (const clock of document.querySelectorAll(".clock")) {
    const seconds = Number(clock.dataset.seconds) + (Date.now() - clocked) / 1000;
    const most = clock.dataset.minutes;
    const words = Math.floor(seconds / 60) + (most ? " van " + most : "") + " min";
    if (clock.textContent !== words) {
      clock.textContent = words;
    }
    clock.classList.toggle("late", most !== undefined && seconds > most * 60);
  }
}, 1000);

// ---- outcomes as they are said

const read = (key, otherwise) => JSON.parse(localStorage.getItem(key)) ?? otherwise;
const write = (key, value) => localStorage.setItem(key, JSON.stringify(value));

function say(words) {
  const list = form?.querySelector(".waiting");
  if (list) {
    list.hidden = false;
    let line = list.querySelector(".said") ?? list.appendChild(Object.assign(document.createElement("li"), {className: "said"}));
    line.textContent = words;
    line.hidden = words === "";
  }
}

function showQueue() {
  const list = form.querySelector(".waiting");
  const queue = read(queueKey, []);
  list.querySelectorAll(".row").forEach(row => row.remove());
  for (const entry of queue) {
    const row = document.getElementById("waiting-row").content.cloneNode(true).firstElementChild;
    row.classList.add("row");
    row.querySelector(".text").textContent = entry.find(([name]) => name === "words")[1];
    list.append(row);
  }
  list.hidden = queue.length === 0 && !list.querySelector(".said:not([hidden])");
}

function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = bytes[6] & 0x0f | 0x40;
  bytes[8] = bytes[8] & 0x3f | 0x80;
  return [...bytes].map(byte => byte.toString(16).padStart(2, "0")).join("").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

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
  form.querySelectorAll(".error, .saved").forEach(line => line.remove());
  if (theme !== undefined) {
    form.elements.theme.value = theme;
  }
  form.elements.outcome.value = newId();
  localStorage.removeItem(draftKey);
  form.elements.words.focus();
}

// the words say what they are, and who
function understand() {
  const words = form.elements.words;
  const command = /^\/(actie|besluit|info)\s/i.exec(words.value);
  if (command) {
    form.elements.kind.value = {actie: "ACTION", besluit: "DECISION", info: "INFORMATION"}[command[1].toLowerCase()];
    words.value = words.value.slice(command[0].length);
  }
  fold();
  const who = form.querySelector("select[name=who]");
  if (action() && who.value === "") {
    const first = name => name.trim().split(/\s+/)[0].toLowerCase();
    const said = words.value.toLowerCase().split(/[^\p{L}-]+/u);
    const named = [...who.querySelectorAll("optgroup[label=Aanwezig] option")].filter(option => said.includes(first(option.textContent)));
    if (named.length === 1) {
      who.value = named[0].value;
    }
  }
}

function problem(entry) {
  const words = name => entry.filter(([field]) => field === name).map(([, value]) => value.trim());
  if (words("words")[0] === "") {
    return "Schrijf wat er is gezegd, besloten of afgesproken.";
  }
  return words("kind")[0] === "ACTION" && words("who")[0] === "" && words("team")[0] === "" ? "Kies wie het doet, of schrijf op welk team of welke organisatie." : "";
}

function moreRows() {
  const rows = form.querySelectorAll(".promise");
  const row = rows[rows.length - 1].cloneNode(true);
  for (const each of row.querySelectorAll("[id], [for], [aria-describedby]")) {
    for (const name of ["id", "for", "aria-describedby"]) {
      each.getAttribute(name) && each.setAttribute(name, each.getAttribute(name).replace(/\d+$/, rows.length));
    }
  }
  row.querySelectorAll("input, select").forEach(field => field.value = "");
  row.querySelector(".meaning").textContent = "";
  row.querySelector("legend").textContent = "En wie nog meer?";
  rows[rows.length - 1].after(row);
  htmx.process(row);
  row.querySelector("select").focus();
}

let sending = false;
let pause = RETRY_MILLIS;

async function send() {
  if (sending) {
    return;
  }
  sending = true;
  let later = false;
  try {
    for (let queue = read(queueKey, []); queue.length > 0 && !later; queue = read(queueKey, [])) {
      const body = new URLSearchParams(queue[0]);
      body.set("_csrf", form.elements._csrf.value);
      const answer = await fetch(meeting + "/uitkomsten", {method: "POST", body, headers: {Accept: "text/html"}});
      const here = new URL(answer.url).pathname;
      if (answer.ok && here === meeting) {
        write(queueKey, read(queueKey, []).filter(entry => entry[0][1] !== queue[0][0][1]));
        say("");
        pause = RETRY_MILLIS;
        htmx.ajax("GET", meeting + "/stand", {source: stand(), target: "#stand", select: "#stand", swap: "outerHTML show:none"});
      } else if (answer.status === 400 || answer.status === 409) {
        write(queueKey, read(queueKey, []).filter(entry => entry[0][1] !== queue[0][0][1]));
        refused(await answer.text());
        later = true;
      } else {
        later = true;
        say(here === "/inloggen" || answer.status === 403 ? "U bent niet meer ingelogd. Log in een ander tabblad in; wat u vastlegde, is bewaard en wordt daarna verstuurd."
          : "De server antwoordt nu niet goed. Wat u vastlegde, is bewaard en wordt later verstuurd.");
        await freshToken();
      }
    }
  } catch {
    later = true;
    say("Geen verbinding. Wat u vastlegde, is bewaard en wordt later verstuurd.");
  } finally {
    sending = false;
    showQueue();
  }
  if (later && read(queueKey, []).length > 0) {
    setTimeout(send, pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
  }
}

// what the server refuses comes back as it was typed, with what was wrong
function refused(html) {
  const again = new DOMParser().parseFromString(html, "text/html").getElementById("invoer");
  if (!again) {
    return;
  }
  if (form.elements.words.value !== "") {
    say("Niet vastgelegd: " + again.elements.words.value + ". " + (again.querySelector(".error")?.textContent ?? ""));
    return;
  }
  form.querySelectorAll(".error").forEach(line => line.remove());
  const wrong = again.querySelector(".error");
  wrong && form.querySelector("h2").after(wrong);
  form.querySelector(".promises").replaceWith(again.querySelector(".promises"));
  form.elements.words.value = again.querySelector("[name=words]").value;
  form.elements.outcome.value = again.querySelector("[name=outcome]").value;
  form.elements.kind.value = again.querySelector("[name=kind]:checked")?.value ?? "INFORMATION";
  form.elements.text.value = again.querySelector("[name=text]").value;
  htmx.process(form);
  fold();
}

async function freshToken() {
  const answer = await fetch(meeting, {headers: {Accept: "text/html"}});
  const token = answer.ok && new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#invoer [name=_csrf]");
  if (token) {
    form.elements._csrf.value = token.value;
  }
}

if (form) {
  const draft = read(draftKey, null);
  if (draft && form.elements.words.value === "") {
    for (const name of ["words", "text", "kind"]) {
      form.elements[name].value = draft[name] ?? "";
    }
  }
  fold();
  showQueue();
  form.addEventListener("change", fold);
  form.elements.words.addEventListener("input", understand);
  form.elements.words.addEventListener("change", understand);
  form.addEventListener("input", () => write(draftKey, {words: form.elements.words.value, text: form.elements.text.value, kind: form.elements.kind.value}));
  form.addEventListener("submit", event => {
    event.preventDefault();
    if (event.submitter?.name === "more") {
      moreRows();
      return;
    }
    understand();
    // the id comes first: it is what an entry is known by
    const entry = [["outcome", form.elements.outcome.value], ...[...new FormData(form)].filter(([name]) => name !== "outcome" && name !== "_csrf")];
    const wrong = problem(entry);
    if (wrong !== "") {
      say(wrong);
      (form.elements.words.value.trim() === "" ? form.elements.words : form.querySelector("select[name=who]")).focus();
      return;
    }
    write(queueKey, [...read(queueKey, []), entry]);
    clear();
    say("");
    showQueue();
    send();
  });
  addEventListener("online", send);
  send();
}
