/* The search: finds in the files that briefgen wrote into search/. They are loaded as scripts, so that the site works from
   disk; nothing is asked of any other host. docs/search.md describes the files. */
"use strict";

(() => {
  // ---- words: the twin of briefgen/rendering/search/tokens.py, tested on the same cases ----

  const DROPPED = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u00ad\u200b-\u200d\u2060\ufeff\u30fb]/g;
  const LETTERS = { đ: "d", ø: "o", ł: "l", æ: "ae", œ: "oe", ħ: "h", ŧ: "t", ð: "d", þ: "th", ı: "i", ß: "ss", ς: "σ" };
  const SCRIPTS = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3040-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
  const UNSPACED = new RegExp(`^[${SCRIPTS}]`, "u");
  const PIECE = new RegExp(`[${SCRIPTS}]+|[^${SCRIPTS}]+`, "gu");

  const fold = text => text.normalize("NFKD").toLowerCase().replace(DROPPED, "")
    .replace(/[đøłæœħŧðþıßς]/g, letter => LETTERS[letter])
    .replace(/[\u30a1-\u30f6]/g, kana => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .normalize("NFC");

  const pieces = text => (fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).flatMap(run => run.match(PIECE));

  const pairs = run => Array.from(run, (_, at) => at).map(at => Array.from(run).slice(at, at + 2).join(""));

  const terms = text => [...new Set(pieces(text).flatMap(piece => (UNSPACED.test(piece) ? pairs(piece) : [piece])))];

  /* What is asked for: a run of letters is found anywhere, a word where a word begins; short words and numbers must be whole. */
  const asked = text => [...new Set(pieces(text))].map(piece => {
    const run = UNSPACED.test(piece);
    return { piece, run, open: !run && /^\D{3}/.test(piece), needle: run ? piece : ` ${piece}` };
  });

  // ---- the index ----

  let catalog, home, version;
  const shards = new Map();
  const arrived = new Map();

  const spaced = text => ` ${pieces(text).join(" ")} `;

  window.briefgenSearch = (part, edition, data) => {
    if (part !== "index") {
      arrived.get(part)?.(edition === version ? data : "");
      return;
    }
    [home, version, catalog] = [document.currentScript.src, edition, data];
    catalog.things = data.things.map(([kind, id, path, names, others]) => (
      { kind, id, path, names, text: ` ${[...Object.values(names), ...others].map(spaced).join("")} ` }));
    catalog.briefings = data.briefings.map(([path, title, lang, date, type, summary, about, aside, raw]) => (
      { kind: "briefing", path, title, lang, date, type, summary, about, aside, raw, head: spaced(title), line: spaced(summary) }));
    begin();
  };

  /* The terms of a shard with their lists; nothing when it does not come or belongs to another build. */
  const shard = number => {
    if (!shards.has(number)) {
      shards.set(number, new Promise(resolve => {
        arrived.set(number, resolve);
        const script = document.createElement("script");
        script.src = new URL(`${number}.js?${version}`, home);
        script.onerror = () => resolve("");
        document.head.append(script);
      }).then(text => {
        const words = text.split(" ");
        return new Map(words.flatMap((word, at) => (at % 2 ? [[words[at - 1], word]] : [])));
      }));
    }
    return shards.get(number);
  };

  const shardOf = term => {
    const [first, second] = Array.from(term, letter => letter.codePointAt(0));
    return (first * 31 + (second && !UNSPACED.test(term) ? second : 0)) % catalog.shards;
  };

  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  const decoded = list => {
    const numbers = new Set();
    let [last, gap, unit] = [-1, 0, 1];
    for (const letter of list.replace("!", "")) {
      const digit = DIGITS.indexOf(letter);
      gap += (digit % 32) * unit;
      unit *= 32;
      if (digit < 32) {
        last += gap + 1;
        numbers.add(last);
        [gap, unit] = [0, 1];
      }
    }
    if (!list.startsWith("!")) return numbers;
    const size = catalog.briefings.length + catalog.things.length;
    return new Set(Array.from({ length: size }, (_, at) => at).filter(at => !numbers.has(at)));
  };

  /* The numbers of the texts with what is asked for: with each pair of a run, or with a word that is it or begins with it. */
  const inTexts = async ({ piece, run, open }) => {
    const letters = Array.from(piece).length;
    if (run && letters > 1) {
      const lists = await Promise.all(pairs(piece).slice(0, -1).map(async pair => decoded((await shard(shardOf(pair))).get(pair) ?? "")));
      return new Set([...lists[0]].filter(number => lists.every(list => list.has(number))));
    }
    const words = await shard(shardOf(piece));
    const fitting = [...words.keys()].filter(word => word === piece || ((open || run) && word.startsWith(piece)));
    return new Set(fitting.flatMap(word => [...decoded(words.get(word))]));
  };

  // ---- ranking: titles and names before bottom lines before texts, the newest first among equals ----

  const TITLE = 8, NAME = 6, LINE = 4, ASIDE = 2, TEXT = 1, PHRASE = 10;

  const strength = (text, { piece, run, open, needle }) => {
    if (run) return text.includes(needle) ? 1 : 0;
    if (text.includes(`${needle} `)) return 1;
    return open && text.includes(needle) ? 0.75 : 0;
  };

  const find = async query => {
    const wanted = asked(query);
    const phrase = wanted.length ? (wanted[0].run ? "" : " ") + pieces(query).join(" ") : "";
    const texts = await Promise.all(wanted.map(inTexts));
    const named = wanted.map(term => catalog.things.map(thing => strength(thing.text, term)));
    const whole = catalog.things.map(thing => thing.text.includes(phrase));
    const best = (numbers, values) => numbers.reduce((most, number) => Math.max(most, values[number]), 0);
    const sum = values => values.reduce((total, value) => total + value, 0);

    const briefings = catalog.briefings.map((briefing, number) => {
      const scores = wanted.map((term, at) => Math.max(
        TITLE * strength(briefing.head, term), NAME * best(briefing.about, named[at]), LINE * strength(briefing.line, term),
        ASIDE * best(briefing.aside, named[at]), texts[at].has(number) ? TEXT : 0));
      const met = scores.filter(score => score > 0).length;
      const phrased = briefing.head.includes(phrase) || briefing.about.some(thing => whole[thing]);
      const why = [...briefing.about, ...briefing.aside].filter(thing => named.some(values => values[thing] > 0));
      return { ...briefing, met, score: sum(scores) + (phrased ? PHRASE : 0), why, inText: scores.includes(TEXT) };
    });
    const things = wanted.length ? catalog.things.map((thing, at) => {
      const scores = wanted.map((_, term) => Math.max(NAME * named[term][at], texts[term].has(catalog.briefings.length + at) ? TEXT : 0));
      const exact = thing.text.includes(`  ${phrase.trim()}  `) ? 4 * PHRASE : 0;
      return { ...thing, met: scores.filter(score => score > 0).length, score: sum(scores) + (whole[at] ? PHRASE : 0) + exact };
    }) : [];
    const most = Math.max(0, ...briefings.map(one => one.met), ...things.map(one => one.met));
    const found = most || !wanted.length ? [...things, ...briefings].filter(one => one.met === most) : [];
    return { wanted, partial: most < wanted.length, found: found.sort((one, other) => other.score - one.score) };
  };

  // ---- the page ----

  const STEP = 20;
  const at = id => document.getElementById(id);
  const lang = document.documentElement.lang;

  const nameOf = thing => {
    const name = [lang, "en", ...Object.keys(thing.names)].find(one => one in thing.names);
    return { text: thing.names[name], lang: name };
  };

  const write = (element, { text, lang: own }) => {
    element.textContent = text;
    if (own && own !== lang) element.lang = own;
    return element;
  };

  /* Marks in an element what was asked for, letter by letter of its text, whatever their case, accents and width. */
  const mark = (element, wanted) => {
    const letters = Array.from(element.textContent);
    const folded = letters.map(fold);
    const origin = folded.flatMap((text, number) => Array.from({ length: text.length }, () => number));
    const line = folded.join("");
    const marked = new Set();
    for (const { piece, run, open } of wanted) {
      for (let start = line.indexOf(piece); start >= 0; start = line.indexOf(piece, start + 1)) {
        const end = start + piece.length;
        const begins = run || !/[\p{L}\p{N}]$/u.test(line.slice(0, start));
        const ends = run || open || !/^[\p{L}\p{N}]/u.test(line.slice(end));
        if (begins && ends) origin.slice(start, end).forEach(number => marked.add(number));
      }
    }
    const parts = [];
    letters.forEach((letter, number) => {
      if (!number || marked.has(number) !== marked.has(number - 1)) parts.push(document.createElement(marked.has(number) ? "mark" : "span"));
      parts.at(-1).textContent += letter;
    });
    element.replaceChildren(...parts.map(part => (part.localName === "mark" ? part : part.textContent)));
  };

  const label = (filter, key) => document.querySelector(`select[name="${filter}"] option[value="${key}"]`)?.dataset.label ?? "";

  const shown = (hit, wanted) => {
    const item = at("hit").content.cloneNode(true);
    const place = name => item.querySelector(name);
    const things = numbers => numbers.map(number => catalog.things[number]);
    place(".type").textContent = (hit.type && label("type", hit.type)) || label("kind", hit.kind);
    place("h3 a").href = hit.path;
    write(place("h3 a"), hit.kind === "briefing" ? { text: hit.title, lang: hit.lang } : nameOf(hit));
    mark(place("h3 a"), wanted);
    if (hit.kind !== "briefing") {
      [".where", ".bottom-line", ".meta"].forEach(name => place(name).remove());
      return item;
    }
    const countries = things(hit.about).filter(thing => thing.kind === "country").map(thing => nameOf(thing).text);
    place(".where").textContent = new Intl.ListFormat(lang, { type: "unit" }).format(countries);
    if (!countries.length) place(".where").remove();
    if (hit.summary) mark(write(place(".bottom-line"), { text: hit.summary, lang: hit.lang }), wanted);
    else place(".bottom-line").remove();
    place("time").textContent = catalog.dates[hit.date][Math.max(0, catalog.languages.indexOf(lang))];
    if (/^\d/.test(hit.date)) place("time").dateTime = hit.date.split("/")[0];
    if (!hit.raw) place(".machine").remove();
    const why = things(hit.why).map(thing => `${label("kind", thing.kind)}: ${nameOf(thing).text}`).slice(0, 3);
    place(".why").textContent = [...why, ...(hit.inText ? [place(".why").dataset.text] : [])].join(" · ");
    if (!place(".why").textContent) place(".why").remove();
    return item;
  };

  const has = {
    kind: (hit, key) => hit.kind === key,
    country: (hit, key) => hit.about?.some(number => catalog.things[number].kind === "country" && catalog.things[number].id === key),
    topic: (hit, key) => hit.about?.some(number => catalog.things[number].kind === "topic" && catalog.things[number].id === key),
    type: (hit, key) => hit.type === key,
    language: (hit, key) => hit.kind === "briefing" && hit.lang === key,
    year: (hit, key) => hit.date?.startsWith(key),
  };

  const selects = () => [...document.querySelectorAll("#filters select")];
  const passes = (hit, except) => selects().every(select => select === except || !select.value || has[select.name](hit, select.value));

  /* Behind each value how many results it would leave; values that would leave none go. */
  const count = found => selects().forEach(select => {
    const rest = found.filter(hit => passes(hit, select));
    for (const option of [...select.options].filter(one => one.value)) {
      const number = rest.filter(hit => has[select.name](hit, option.value)).length;
      option.textContent = `${option.dataset.label} (${number})`;
      option.hidden = option.disabled = !number && !option.selected;
    }
  });

  let turn = 0;
  const search = async () => {
    const mine = ++turn;
    const query = at("q").value;
    const chosen = [["q", query.trim()], ...selects().map(select => [select.name, select.value])].filter(([, value]) => value);
    const result = chosen.length ? await find(query) : { wanted: [], partial: false, found: [] };
    if (mine !== turn) return;
    history.replaceState(null, "", `${location.pathname}${chosen.length ? `?${new URLSearchParams(chosen)}` : ""}`);
    const hits = result.found.filter(hit => passes(hit));
    const words = at("found").dataset;
    const number = hits.length === 1 ? words.one : words.many.replace("{n}", hits.length.toLocaleString(lang));
    at("found").textContent = !chosen.length ? "" : !hits.length ? words.none : result.partial ? `${words.some} ${number}` : number;
    at("filters").hidden = !chosen.length;
    at("results").replaceChildren();
    count(result.found);
    const more = () => {
      const next = hits.slice(at("results").children.length).slice(0, STEP);
      at("results").append(...next.map(hit => shown(hit, result.wanted)));
      at("more").hidden = at("results").children.length >= hits.length;
    };
    at("more").onclick = more;
    more();
  };

  const begin = () => {
    const given = new URLSearchParams(location.search);
    at("q").value = given.get("q") ?? "";
    for (const select of selects()) {
      for (const option of select.options) option.dataset.label = option.textContent;
      select.value = given.get(select.name) ?? "";
      if (select.selectedIndex < 0) select.value = "";
      select.onchange = search;
    }
    let timer;
    at("q").oninput = () => { clearTimeout(timer); timer = setTimeout(search, 150); };
    at("find").onsubmit = event => { event.preventDefault(); search(); };
    search();
  };

  Object.assign(window.briefgenSearch, { pieces, terms, find });
})();
