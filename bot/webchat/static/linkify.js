const LINK = /https?:\/\/[^\s<>"\u3000-\u303f\uff00-\uffef]+|geo:-?\d+(?:\.\d+)?,-?\d+(?:\.\d+)?(?:[;?][\w=.,%&-]+)?/giu;
const CLOSING = /[.,;:!?'*_)\]}]+$/u;
const SCHEMES = new Set(["http:", "https:", "geo:"]);

/** The text as nodes: web and geo addresses become links, all else stays the characters it is. */
export function linkify(text) {
  const nodes = document.createDocumentFragment();
  let done = 0;
  for (const match of text.matchAll(LINK)) {
    const address = match[0].replace(CLOSING, "");
    if (!SCHEMES.has(scheme(address))) continue;
    nodes.append(text.slice(done, match.index), link(address));
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

function link(address) {
  const element = document.createElement("a");
  element.href = address;
  element.textContent = address;
  element.rel = "noopener noreferrer";
  element.target = "_blank";
  return element;
}
