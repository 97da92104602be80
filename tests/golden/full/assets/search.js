/* The search, in the files of search/ (docs/search.md), scripts that load from disk too. */
"use strict";

// ---- words: twin of rendering/search/tokens.py, tested on the same cases
const DROPPED = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u00ad\u200b-\u200d\u2060\ufeff\u30fb]/g;
const LETTERS = { đ: "d", ø: "o", ł: "l", æ: "ae", œ: "oe", ħ: "h", ŧ: "t", ð: "d", þ: "th", ı: "i", ß: "ss", ς: "σ" };
const RUNS = /([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\u{20000}-\u{3ffff}]+)/u;

const fold = text => text.normalize("NFKD").toLowerCase().replace(DROPPED, "")
  .replace(/[đøłæœħŧðþıßς]/g, letter => LETTERS[letter])
  .replace(/[\u30a1-\u30f6]/g, kana => String.fromCharCode(kana.charCodeAt(0) - 0x60))
  .normalize("NFC");
const pieces = text => (fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).flatMap(word => word.split(RUNS)).filter(Boolean);
const pairs = run => Array.from(run, (_, place) => Array.from(run).slice(place, place + 2).join(""));

// ---- the index: a catalog of briefings, then things, and shards with the words of texts
const arrived = {}, shards = {};
let all, catalog, home, version;

const spaced = text => ` ${pieces(text).join(" ")} `;

const briefgenSearch = (part, build, data) => {
  if (part !== "index") return arrived[part]?.(build === version ? data : "");
  [home, version, catalog] = [document.currentScript.src, build, data];
  const things = data.things.map(([kind, key, path, names, others]) => ({
    key, kind, path, names, about: [], aside: [], facets: { kind: [kind] }, head: "", line: "",
    known: ` ${[...Object.values(names), ...others].map(spaced).join("")} `,
  }));
  const keys = (kind, numbers) => numbers.map(one => things[one - data.briefings.length]).flatMap(one => (one.kind === kind ? one.key : []));
  const briefings = data.briefings.map(([path, title, lang, date, type, summary, about, aside, raw]) => ({
    kind: "briefing", path, names: { [lang]: title }, date, summary, about, aside, raw, head: spaced(title), line: spaced(summary), known: "",
    facets: { kind: ["briefing"], country: keys("country", about), topic: keys("topic", about), type: [type], language: [lang], year: [date.slice(0, 4)] },
  }));
  all = [...briefings, ...things];
  begin();
};

// A missing shard, or one of another build, is empty.
const shard = number => shards[number] ??= new Promise(resolve => {
  arrived[number] = resolve;
  const script = document.createElement("script");
  script.src = new URL(`${number}.js?${version}`, home);
  script.onerror = () => resolve("");
  document.head.append(script);
}).then(text => new Map(text.split("\n").map(line => line.split(" "))));

const shardOf = term => {
  const [first, second = 0] = Array.from(term, letter => letter.codePointAt(0));
  return (first * 31 + (RUNS.test(term) ? 0 : second)) % catalog.shards;
};

// Each letter is the gap before the next number; "!" lists all others.
const decoded = list => {
  let last = -1;
  const codes = Array.from(list.replace("!", ""), letter => letter.codePointAt(0));
  const numbers = new Set(codes.map(code => (last += code - 34 - (code > 0xdfff ? 0x800 : 0))));
  return list[0] === "!" ? [...all.keys()].filter(number => !numbers.has(number)) : [...numbers];
};

// A run is found anywhere; a word also as a beginning, unless it is short or a number.
const asked = text => [...new Set(pieces(text))].map(piece => {
  const run = RUNS.test(piece);
  return { piece, run, open: !run && /^\D{3}/.test(piece) };
});

const inTexts = async ({ piece, run, open }) => {
  const parts = run && pairs(piece).slice(0, -1);
  const lists = await Promise.all((parts.length ? parts : [piece]).map(async term => {
    const words = await shard(shardOf(term));
    const fits = open || (run && !parts.length) ? word => word.startsWith(term) : word => word === term;
    return new Set([...words.keys()].filter(fits).flatMap(word => decoded(words.get(word))));
  }));
  return lists.reduce((both, list) => new Set([...both].filter(number => list.has(number))));
};

// ---- ranking: titles, names, bottom lines, texts; newest first
const TITLE = 8, NAME = 6, LINE = 4, ASIDE = 2, TEXT = 1, PHRASE = 10, EXACT = 40;

const strength = (text, { piece, run, open }) => (
  text.includes(run ? piece : ` ${piece} `) ? 1 : open && text.includes(` ${piece}`) ? 0.75 : 0);

const find = async query => {
  const wanted = asked(query);
  const phrase = pieces(query).join(" ");
  const says = text => phrase && text.includes(wanted[0].run ? phrase : ` ${phrase}`);
  const texts = await Promise.all(wanted.map(inTexts));
  const named = wanted.map(term => all.map(hit => strength(hit.known, term)));
  const best = (numbers, values) => Math.max(0, ...numbers.map(number => values[number]));
  const hits = all.map((hit, number) => {
    const scores = wanted.map((term, place) => Math.max(
      TITLE * Math.max(strength(hit.head, term), named[place][number]), NAME * best(hit.about, named[place]),
      ASIDE * best(hit.aside, named[place]), LINE * strength(hit.line, term), TEXT * texts[place].has(number)));
    const why = [...hit.about, ...hit.aside].map(one => all[one]).filter(one => says(one.known));
    const bonus = hit.known.includes(`  ${phrase}  `) ? EXACT : why.length || says(hit.head + hit.known) ? PHRASE : 0;
    return { ...hit, why, inText: scores.includes(TEXT), met: scores.filter(Boolean).length, score: scores.reduce((sum, one) => sum + one, bonus) };
  });
  const most = Math.max(0, ...hits.map(hit => hit.met));
  const found = hits.filter(hit => hit.met === most && (most || !phrase)).sort((one, other) => other.score - one.score);
  return { wanted, found, partial: most < wanted.length };
};

// ---- the page
const STEP = 20;
const at = id => document.getElementById(id);
const { lang } = document.documentElement;
const selects = [...document.querySelectorAll("select")];
const label = (filter, key) => key && at("find")[filter].querySelector(`[value="${key}"]`).dataset.label;
const nameOf = ({ names }) => [lang, "en", ...Object.keys(names)].map(tag => [names[tag], tag]).find(([name]) => name);

// Writes a text and marks what was asked for.
const write = (element, text, own, wanted) => {
  if (!text) return element.remove();
  if (own !== lang) [element.lang, element.dir] = [own, "auto"];
  const letters = Array.from(text);
  const folded = letters.map(fold);
  const origin = folded.flatMap((one, number) => Array(one.length).fill(number));
  const marked = new Set();
  for (const { piece, run, open } of wanted) {
    const words = new RegExp(run ? piece : `(?<![\\p{L}\\p{N}])${piece}${open ? "" : "(?![\\p{L}\\p{N}])"}`, "gu");
    for (const { index } of folded.join("").matchAll(words)) origin.slice(index, index + piece.length).forEach(one => marked.add(one));
  }
  letters.forEach((letter, number) => {
    if (!number || marked.has(number) !== marked.has(number - 1)) element.append(marked.has(number) ? document.createElement("mark") : "");
    element.lastChild.textContent += letter;
  });
};

const shown = (hit, wanted) => {
  const item = at("hit").content.cloneNode(true);
  const place = name => item.querySelector(name);
  const fill = (name, text) => (text ? place(name).textContent = text : place(name).remove());
  const { separator, text } = place(".why").dataset;
  const [name, own] = nameOf(hit);
  const why = hit.why.slice(0, 3).map(thing => `${label("kind", thing.kind)}: ${nameOf(thing)[0]}`);
  place("h3 a").href = hit.path;
  write(place("h3 a"), name, own, wanted);
  write(place(".bottom-line"), hit.summary, own, wanted);
  fill(".type", [label("kind", hit.kind), label("type", hit.facets.type?.[0])].filter(Boolean).join(" · "));
  fill(".where", hit.facets.country?.map(key => label("country", key)).join(separator));
  fill(".why", [...why, hit.inText && text].filter(Boolean).join(" · "));
  fill(".when", catalog.dates[hit.date]?.[catalog.languages.indexOf(lang)]);
  if (!hit.raw) fill(".machine");
  return item;
};

const passes = (hit, except) => selects.every(one => one === except || !one.value || hit.facets[one.name]?.includes(one.value));

// Behind each value: how many results it leaves.
const count = found => selects.forEach(select => {
  const keys = found.filter(hit => passes(hit, select)).flatMap(hit => hit.facets[select.name] ?? []);
  for (const option of [...select.options].slice(1)) {
    const number = keys.filter(key => key === option.value).length;
    option.textContent = `${option.dataset.label} (${number})`;
    option.hidden = option.disabled = !number && !option.selected;
  }
});

let turn = 0;
const search = async event => {
  const mine = ++turn;
  const chosen = new URLSearchParams([...new FormData(at("find"))].filter(([, value]) => value)).toString();
  const shows = chosen || event?.type === "submit";
  const { wanted, found, partial } = shows ? await find(at("q").value) : { found: [] };
  if (mine !== turn) return;
  history.replaceState(null, "", shows ? `?${chosen}` : location.pathname);
  const hits = found.filter(hit => passes(hit));
  const { one, many, none, some } = at("found").dataset;
  const size = hits.length;
  const number = size > 1 ? many.replace("{n}", size.toLocaleString(lang)) : size ? one : none;
  at("found").textContent = shows ? (partial && size ? `${some} ${number}` : number) : "";
  at("filters").hidden = !shows;
  at("results").replaceChildren();
  count(found);
  at("more").onclick = () => {
    const { length } = at("results").children;
    at("results").append(...hits.slice(length, length + STEP).map(hit => shown(hit, wanted)));
    at("more").hidden = size <= length + STEP;
  };
  at("more").onclick();
};

const begin = () => {
  const given = new URLSearchParams(location.search);
  for (const option of selects.flatMap(select => [...select.options])) option.dataset.label = option.textContent;
  for (const one of [at("q"), ...selects]) {
    one.value = given.get(one.name) ?? "";
    if (one.selectedIndex < 0) one.value = "";
    one.oninput = search;
  }
  at("find").onsubmit = event => {
    search(event);
    return false;
  };
  search();
};
