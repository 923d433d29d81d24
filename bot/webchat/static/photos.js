import { labels } from "./labels.js";
import { newId } from "./outbox.js";

const LARGEST = 10 * 1024 * 1024;
const RETRY = 3_000;
const TRIES = 5;

/**
 * Uploads photos one after the other, so that they stay in order.
 * `begun(id, preview)`, `done(id, upload)` and `failed(id, words)` hear how each fares.
 */
export class Photos {
  #address;
  #hooks;
  #last = Promise.resolve();

  constructor(address, hooks) {
    this.#address = address;
    this.#hooks = hooks;
  }

  add(files) {
    for (const file of files) {
      if (file.size > LARGEST) {
        this.#hooks.failed(null, labels.too_large);
        continue;
      }
      const id = newId();
      this.#hooks.begun(id, URL.createObjectURL(file));
      this.#last = this.#last.then(() => this.#upload(id, file));
    }
  }

  async #upload(id, file) {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const answer = await fetch(this.#address, { method: "POST", body: form(file) });
        if (answer.ok) return this.#hooks.done(id, (await answer.json()).upload);
        if (answer.status < 500) return this.#hooks.failed(id, await reason(answer));
      } catch {
        // No network: tried again below.
      }
      if (attempt === TRIES) return this.#hooks.failed(id, labels.not_sent);
      await new Promise((wake) => setTimeout(wake, RETRY * attempt));
    }
  }
}

function form(file) {
  const body = new FormData();
  body.append("photo", file);
  return body;
}

async function reason(answer) {
  const problem = await answer.json().catch(() => ({}));
  return problem.detail ?? (answer.status === 413 ? labels.too_large : labels.not_sent);
}
