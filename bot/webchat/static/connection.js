const FIRST_WAIT = 400;
const LONGEST_WAIT = 8_000;
/** A frame unanswered for this long means a dead line: a phone that changed networks is told nothing. */
const ANSWER_WITHIN = 15_000;

/**
 * A WebSocket that comes back by itself and sends again what was not acknowledged, in order.
 * `hello()` gives the first frame, `receive(frame)` gets every frame, `state(name)` hears
 * "connecting", "online" and "offline".
 */
export class Connection {
  #address;
  #outbox;
  #hooks;
  #socket = null;
  #welcomed = false;
  #failures = 0;
  #retry = 0;
  #watch = 0;

  constructor(address, outbox, hooks) {
    this.#address = address;
    this.#outbox = outbox;
    this.#hooks = hooks;
    addEventListener("online", () => this.#hurry());
    addEventListener("pageshow", () => this.#hurry());
    document.addEventListener("visibilitychange", () => document.hidden || this.#hurry());
  }

  get online() {
    return this.#welcomed;
  }

  open() {
    clearTimeout(this.#retry);
    if (this.#failures < 2) this.#hooks.state("connecting");
    const socket = new WebSocket(this.#address);
    this.#socket = socket;
    const mine = (act) => (event) => socket === this.#socket && act(event);
    socket.onopen = mine(() => this.#transmit(this.#hooks.hello()));
    socket.onmessage = mine((event) => this.#receive(JSON.parse(event.data)));
    socket.onclose = mine(() => this.#lost());
  }

  /** Sends the frame now or after the next welcome; it stays in the outbox until it is answered. */
  send(frame) {
    this.#outbox.add(frame);
    if (this.#welcomed) this.#transmit(frame);
    this.#expectAnswer();
  }

  #receive(frame) {
    if (frame.type === "welcome" && !this.#welcomed) {
      this.#welcomed = true;
      this.#failures = 0;
      this.#hooks.state("online");
      this.#hooks.receive(frame);
      this.#outbox.frames.forEach((each) => this.#transmit(each));
    } else {
      this.#hooks.receive(frame);
    }
    this.#expectAnswer();
  }

  #transmit(frame) {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }

  #expectAnswer() {
    clearTimeout(this.#watch);
    if (this.#welcomed && this.#outbox.frames.length) this.#watch = setTimeout(() => this.#lost(), ANSWER_WITHIN);
  }

  #lost() {
    const socket = this.#socket;
    this.#socket = null;
    this.#welcomed = false;
    clearTimeout(this.#watch);
    // Not waited for: over a dead line the closing handshake can take a minute.
    socket?.close();
    this.#failures += 1;
    this.#hooks.state(this.#failures < 2 ? "connecting" : "offline");
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (this.#failures - 1));
    this.#retry = setTimeout(() => this.open(), wait * (0.5 + Math.random() / 2));
  }

  #hurry() {
    if (!this.#socket) this.open();
  }
}
