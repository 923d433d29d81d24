const page = JSON.parse(document.querySelector("#page").textContent);
const EVERY = 1_000;
const DOT = "\u25cf ";

const stage = document.querySelector(".stage");
const technicians = document.querySelector("#technicians");
const follow = document.querySelector("#follow");
const tabs = [...document.querySelectorAll(".tabs [data-role]")];
const names = new Map([...technicians.options].map((option) => [option.value, option.textContent]));
let shownTechnician = technicians.value;
let followed = null;

/** Loads a page in a phone without leaving a step in the browser's history. */
function load(role, path) {
  const frame = document.querySelector(`#${role} iframe`);
  frame.contentWindow.location.replace(`${path}?language=${page.language}`);
}

function showTechnician(number) {
  technicians.value = number;
  shownTechnician = technicians.value;
  load("technician", `/demo/phones/technician/${shownTechnician}`);
}

function unfinishedWords() {
  const frame = document.querySelector("#technician iframe");
  return Boolean(frame.contentDocument?.querySelector("#composer textarea")?.value.trim());
}

async function look() {
  const { clock, technician, waiting } = await (await fetch(page.state)).json();
  showClock(clock);
  for (const option of technicians.options) {
    const words = (waiting.includes(Number(option.value)) ? DOT : "") + names.get(option.value);
    if (option.textContent !== words) option.textContent = words;
  }
  technicians.classList.toggle("others", waiting.some((each) => String(each) !== shownTechnician));
  followOffer(technician);
}

/** Only a new offer turns the phone over: a technician chosen by hand stays until then. */
function followOffer(technician) {
  if (technician === null || technician === followed || !follow.checked || unfinishedWords()) return;
  followed = technician;
  if (String(technician) !== shownTechnician) showTechnician(technician);
}

function showClock(words) {
  const clock = document.querySelector("#clock");
  if (clock.textContent !== words) clock.textContent = words;
  const hour = words.match(/\d{1,2}:\d{2}/)?.[0] ?? "";
  document.querySelectorAll(".hour").forEach((each) => (each.textContent = hour));
}

async function keepLooking() {
  // A server that restarts is asked again a moment later.
  if (!document.hidden) await look().catch(() => {});
  setTimeout(keepLooking, EVERY);
}

/** Runs the request with its button busy, then shows at once what it changed. */
async function ask(button, address, body) {
  if (button.getAttribute("aria-busy") === "true") return;
  button.setAttribute("aria-busy", "true");
  try {
    const headers = { "Content-Type": "application/json" };
    await fetch(address, { method: "POST", headers, body: JSON.stringify(body) });
    await look();
  } finally {
    button.removeAttribute("aria-busy");
  }
}

for (const button of document.querySelectorAll("[data-forward]")) {
  button.addEventListener("click", () => ask(button, page.clock, { forward: button.dataset.forward }));
}

document.querySelector("#new-customer").addEventListener("click", async (event) => {
  await ask(event.currentTarget, "/demo/customer", {});
  const old = ["outbox", "draft", "started"];
  old.forEach((each) => sessionStorage.removeItem(`${each}:/demo/phones/customer`));
  load("customer", "/demo/phones/customer");
});

document.querySelector("#language").addEventListener("change", (event) => {
  location.search = new URLSearchParams({ language: event.target.value });
});

technicians.addEventListener("change", () => showTechnician(technicians.value));

follow.addEventListener("change", () => {
  followed = null;
});

for (const tab of tabs) {
  tab.addEventListener("click", () => document.querySelector(`#${tab.dataset.role}`).scrollIntoView({ inline: "center", block: "nearest" }));
}

/** On a narrow screen the phones lie side by side and the tab follows the one in sight. */
const sight = new IntersectionObserver(
  (entries) => {
    const seen = entries.find((entry) => entry.isIntersecting);
    if (seen) tabs.forEach((tab) => tab.setAttribute("aria-current", String(tab.dataset.role === seen.target.id)));
  },
  { root: stage, threshold: 0.6 },
);
document.querySelectorAll(".seat").forEach((seat) => sight.observe(seat));

keepLooking();
