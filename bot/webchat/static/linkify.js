const LINK = /https?:\/\/[^\s<>"\u3000-\u303f\uff00-\uffef]+|geo:-?\d+(?:\.\d+)?,-?\d+(?:\.\d+)?(?:[;?][\w=.,%&-]+)?/giu;
const CLOSING = /[.,;:!?'*_)\]}]+$/u;
const SCHEMES = new Set(["http:", "https:", "geo:"]);

/** What a link of ours shows at most: a map's address is long, and a phone is narrow. */
const SHOWN = 26;

/** The text as nodes: web and geo addresses become links, all else stays the characters it is. */
export function linkify(text, { shorten = false } = {}) {
  const nodes = document.createDocumentFragment();
  let done = 0;
  for (const match of text.matchAll(LINK)) {
    const address = match[0].replace(CLOSING, "");
    if (!SCHEMES.has(scheme(address))) continue;
    nodes.append(text.slice(done, match.index), link(address, shorten));
    done = match.index + address.length;
  }
  nodes.append(text.slice(done));
  return nodes;
}

function scheme(address) {
  try {
    return new URL(address).protocol;
  } catch {
    return null;
  }
}

function link(address, shorten) {
  const element = document.createElement("a");
  element.href = address;
  const plain = address.replace(/^https?:\/\/(www\.)?/iu, "");
  element.textContent = shorten && plain.length > SHOWN ? `${plain.slice(0, SHOWN - 1)}…` : address;
  if (element.textContent !== address) element.title = address;
  element.rel = "noopener noreferrer";
  element.target = "_blank";
  return element;
}
