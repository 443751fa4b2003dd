"use strict";
// Everything is drawn from the JSON records in the page. Words of a story enter the document as text nodes only, never as markup.
(() => {
  const sources = [...document.querySelectorAll("script.story")];
  const read = new Map();
  const $ = selector => document.querySelector(selector);
  const article = $("article"), gutter = $(".gutter"), list = $(".records ol"), announcer = $("[role=status]");

  const kinds = { event: "Events", statement: "Statements", position: "Positions", agreement: "Agreements", ignored: "Left out" };
  const hidden = new Set(["ignored"]);
  let story = null, at = 0, records = [], byId = new Map(), lit = null;

  // ---- small makers -------------------------------------------------------------------------------------------------------------------

  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    return fill(element, attributes, children);
  }

  function svg(tag, attributes, ...children) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    return fill(element, attributes, children);
  }

  function fill(element, attributes, children) {
    for (const [name, value] of Object.entries(attributes ?? {}))
      if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value);
    element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== ""));
    return element;
  }

  const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

  function date(iso, short) {
    if (!iso) return "";
    const [year, month, day] = iso.split("-");
    const name = month && (short ? months[month - 1].slice(0, 3) : months[month - 1]);
    return [day && String(Number(day)), name, year].filter(Boolean).join(" ");
  }

  /** A code in words; what holds a blank is the story's own words already. */
  const issueWords = issue => !issue.includes(" ") ? plain(issue) : issue.length <= 60 ? flat(issue) : flat(issue).slice(0, 60).replace(/\s+\S*$/, "") + " …";
  const plain = word => word.replaceAll("_", " ").replaceAll("-", " ").toLowerCase();
  const capital = word => word.charAt(0).toUpperCase() + word.slice(1);
  const names = actors => actors.map(actor => actor.name).join(", ");
  const flat = text => text.replace(/\s+/g, " ").trim();
  const count = (n, one, many) => `${n} ${n === 1 ? one : many}`;

  function speakers(attribution) {
    if (attribution.speaker) return names([attribution.speaker, ...attribution.further_speakers]);
    return attribution.source.length ? flat(attribution.source.map(span => span.text).join(" ")) : "somebody";
  }

  /** The attributions around a record, the outermost first. */
  function chain(id) {
    const found = [];
    for (let a = byId.get(id)?.data; a && !found.includes(a); a = byId.get(a.via)?.data) found.unshift(a);
    return found;
  }

  const side = quad => quad === 1 || quad === 2 ? "friendly" : quad === 3 || quad === 4 ? "hostile" : "neutral";

  // ---- from the record to what is drawn -----------------------------------------------------------------------------------------------

  function gather(record) {
    const of = (role, spans) => spans.filter(Boolean).map(span => ({ role, start: span.start, end: span.end }));
    const found = [];
    const add = (kind, id, data, spans) => spans.length && found.push({ kind, id, data, spans, start: Math.min(...spans.map(s => s.start)) });
    for (const a of record.attributions)
      add("statement", a.id, a, [...of("content", a.content), ...of("source", a.source), ...of("cue", a.cue), ...of("repeat", a.repeats)]);
    for (const e of record.events)
      add("event", e.id, e, [...of("evidence", [e.evidence]), ...e.spans.map(s => ({ role: s.role, start: s.start, end: s.end })), ...of("mention", e.mentions)]);
    for (const p of record.positions)
      add("position", p.id, p, [...of("evidence", [p.evidence]), ...of("actor", [p.actor.mention]), ...of("outcome", [p.outcome]), ...of("condition", [p.condition])]);
    for (const g of record.agreements) add("agreement", g.id, g, [...of("evidence", [g.evidence]), ...of("trigger", [g.name])]);
    record.ignored.forEach((i, n) => add("ignored", `i${n + 1}`, i, of("ignored", [i])));
    // Reading order, by the words that carry the record; where two begin at one place the statement comes before what is said in it.
    const order = Object.keys(kinds);
    order.unshift("statement");
    const first = r => r.spans[0].start;
    return found.sort((a, b) => first(a) - first(b) || order.indexOf(a.kind) - order.indexOf(b.kind) || a.id.length - b.id.length || (a.id < b.id ? -1 : 1));
  }

  function show(index, target) {
    at = index;
    if (!read.has(at)) read.set(at, JSON.parse(sources[at].textContent));
    story = read.get(at);
    records = gather(story);
    byId = new Map(records.map(r => [r.id, r]));
    lit = null;
    $(".stories select").value = String(at);
    document.title = story.story.title ? `${flat(story.story.title)} – Demarche` : "Demarche";
    document.documentElement.lang = "en";
    drawAbout();
    drawText();
    drawRecords();
    drawTimeline();
    drawPositions();
    drawBars();
    if (target && byId.has(target)) light(byId.get(target), true);
  }

  function drawAbout() {
    const s = story.story;
    const of = kind => records.filter(r => r.kind === kind).length;
    const said = [count(of("event"), "event", "events"), count(of("statement"), "statement", "statements"), count(of("position"), "position", "positions")];
    if (of("agreement")) said.push(count(of("agreement"), "claim about an agreement", "claims about agreements"));
    $(".about").replaceChildren(...[s.outlet && make("b", null, s.outlet), s.outlet && " · ", s.published && date(s.published), s.published && " · ", said.join(" · ")].filter(Boolean));
    $("footer").replaceChildren(`${story.run.program} · model ${story.run.model} · codebook ${story.run.codebook} · story ${s.id}`);
  }

  // ---- the text -----------------------------------------------------------------------------------------------------------------------

  /** Stretches of the text that are drawn as paragraphs. In a text wrapped by hand a single line end is a blank. */
  function paragraphs(text) {
    const lines = [];
    for (let start = 0; start <= text.length;) {
      let end = text.indexOf("\n", start);
      if (end < 0) end = text.length;
      lines.push({ start, end, blank: !text.slice(start, end).trim() });
      start = end + 1;
    }
    const inner = lines.filter((line, n) => !line.blank && n + 1 < lines.length && !lines[n + 1].blank);
    const wrapped = inner.length > 2 && lines.some(line => line.blank) && inner.filter(l => l.end - l.start > 45 && l.end - l.start < 100).length > inner.length * .7;
    const found = [];
    let open = false;
    for (const line of lines) {
      if (line.blank) open = false;
      else if (wrapped && open) found.at(-1).end = line.end;
      else { found.push({ start: line.start, end: line.end }); open = true; }
    }
    return found;
  }

  function marksOf(record) {
    const depth = record.kind === "statement" ? chain(record.id).length : 0;
    const act = record.kind === "event" ? [record.data.quad % 2 ? "words" : "deeds", side(record.data.quad) === "hostile" ? "hostile-act" : ""] : [];
    return record.spans.map(span => {
      let classes = [];
      if (record.kind === "statement")
        classes = { content: depth > 1 ? ["say", "deep"] : ["say"], source: ["who"], cue: ["cue"] }[span.role] ?? [];
      else if (record.kind === "event")
        classes = { evidence: act, trigger: [...act, "trigger"], date: ["when"], place: ["where"] }[span.role] ?? [];
      else if (record.kind === "ignored") classes = ["left"];
      return { ...span, classes, record };
    });
  }

  function drawText() {
    const text = story.story.text;
    const marks = records.flatMap(marksOf).filter(mark => mark.end > mark.start);
    const opening = [...marks].sort((a, b) => a.start - b.start);
    const cuts = [...new Set(marks.flatMap(mark => [mark.start, mark.end]))].sort((a, b) => a - b);
    const blocks = paragraphs(text);
    const title = story.story.title ? flat(story.story.title) : null;

    let open = [], next = 0, cut = 0;
    const drawn = blocks.map((block, n) => {
      const isTitle = n === 0 && (title === null ? false : flat(text.slice(block.start, block.end)).replace(/^#+\s*/, "") === title);
      const p = make(isTitle ? "h1" : "p", { class: isTitle ? "title" : null });
      let from = block.start;
      while (from < block.end) {
        while (cut < cuts.length && cuts[cut] <= from) cut++;
        const to = Math.min(block.end, cut < cuts.length ? cuts[cut] : block.end);
        while (next < opening.length && opening[next].start <= from) open.push(opening[next++]);
        open = open.filter(mark => mark.end > from);
        const words = text.slice(from, to);
        if (!open.length) p.append(words);
        else {
          const piece = make("span", { class: ["m", ...new Set(open.flatMap(mark => mark.classes))].filter(Boolean).join(" ") }, words);
          piece.marks = open.slice();
          p.append(piece);
        }
        from = to;
      }
      return p;
    });
    article.replaceChildren(...drawn);
    article.lang = story.story.language ?? "";
    for (const record of records) record.pieces = [];
    for (const piece of article.querySelectorAll(".m"))
      for (const mark of piece.marks)
        mark.record.pieces.push({ piece, role: mark.role });
  }

  /** Bars beside the text: one for each statement, the inner ones further in, with the speaker's name. */
  function drawBars() {
    gutter.replaceChildren();
    const frame = gutter.getBoundingClientRect();
    const width = frame.width, lanes = [];
    const bars = [];
    for (const record of records) {
      if (record.kind !== "statement" || hidden.has("statement")) continue;
      const boxes = record.pieces.filter(p => p.role === "content").flatMap(p => [...p.piece.getClientRects()]);
      if (!boxes.length) continue;
      bars.push({
        record, depth: chain(record.id).length - 1,
        top: Math.min(...boxes.map(b => b.top)) - frame.top, bottom: Math.max(...boxes.map(b => b.bottom)) - frame.top,
      });
    }
    bars.sort((a, b) => a.top - b.top || a.depth - b.depth || b.bottom - a.bottom);
    let free = -Infinity;
    for (const bar of bars) {
      const name = speakers(bar.record.data);
      let lane = Math.min(bar.depth, 3);
      // Two statements may share a line. One speaker's run on as one bar; another's begins where the first ends, or beside it.
      const above = lanes[lane];
      if (above && above.bottom > bar.top + 2) {
        if (above.name === name && bar.bottom <= above.bottom + 2) {
          bar.record.bar = above.elements;
          continue;
        }
        if (bar.bottom - above.bottom >= 10) bar.top = above.bottom + (above.name === name ? -4 : 1);
        else while (lane < 4 && lanes[lane]?.bottom > bar.top + 2) lane++;
      }
      const line = make("i", { class: bar.depth ? "deep" : null, title: name });
      Object.assign(line.style, { left: `${width - 28 + lane * 6}px`, top: `${bar.top + 2}px`, height: `${Math.max(8, bar.bottom - bar.top - 4)}px` });
      line.addEventListener("click", () => light(bar.record, true));
      gutter.append(line);
      const elements = bar.record.bar = [line];
      const runsOn = above?.name === name && lane === Math.min(bar.depth, 3) && bar.top <= above.bottom;
      lanes[lane] = { bottom: bar.bottom, name, elements };
      if (runsOn) continue;
      // A name stands where its bar begins, or a little below when another name is there; not further than its bar reaches.
      const place = Math.max(bar.top + 2, free);
      if (place > Math.max(bar.top + 22, bar.bottom - 14)) continue;
      const label = make("span", null, name);
      label.style.top = `${place}px`;
      label.addEventListener("click", () => light(bar.record, true));
      gutter.append(label);
      elements.push(label);
      free = place + label.offsetHeight + 2;
    }
    if (lit?.bar) for (const element of lit.bar) element.classList.add("lit");
  }

  // ---- the records --------------------------------------------------------------------------------------------------------------------

  function drawRecords() {
    const filter = $(".filter");
    filter.replaceChildren();
    for (const [kind, label] of Object.entries(kinds)) {
      const n = records.filter(r => r.kind === kind).length;
      if (!n) continue;
      const button = make("button", { type: "button", "aria-pressed": String(!hidden.has(kind)) }, label, make("small", null, String(n)));
      button.addEventListener("click", () => {
        if (!hidden.delete(kind)) hidden.add(kind);
        button.setAttribute("aria-pressed", String(!hidden.has(kind)));
        for (const r of records) r.item.hidden = hidden.has(r.kind);
        drawBars();
      });
      filter.append(button);
    }
    list.replaceChildren(...records.map(drawRecord));
    if (!records.length) list.append(make("li", { class: "none" }, "Nothing in this text became a record."));
  }

  function drawRecord(record) {
    const { kind, data } = record;
    const more = `more-${record.id}`;
    const head = make("button", { type: "button", class: "head", "aria-expanded": "false", "aria-controls": more });
    const classes = [kind, kind === "event" ? side(data.quad) : ""].filter(Boolean).join(" ");
    const item = make("li", { class: classes, id: `record-${record.id}` }, head);
    const draw = { event: drawEvent, statement: drawStatement, position: drawPosition, agreement: drawAgreement, ignored: drawIgnored }[kind];
    draw(record, head, item);
    const why = make("div", { class: "why", id: more, hidden: "" });
    item.append(why);
    item.hidden = hidden.has(kind);
    item.addEventListener("click", event => {
      if (event.target.closest(".why") || getSelection()?.toString()) return;
      if (lit === record && event.target.closest(".head")) toggleWhy(record);
      else light(record, false, true);
    });
    record.item = item;
    record.head = head;
    record.why = why;
    return item;
  }

  const line = (label, rest, id) => make("span", { class: "line" }, make("span", null, make("b", null, label), rest ? ` · ${rest}` : ""), make("span", { class: "id" }, id));
  /** In quotation marks, once: those that stand around the words already are not doubled. */
  const quoted = text => /^[“"][^“”"]*[”"]$/.test(text) ? text : `“${text}”`;
  const words = text => make("p", { class: "evidence" }, quoted(flat(text)));

  /** The recipients that are not told already: of a meeting all sides are actors. */
  const others = e => e.recipients.filter(r => !e.actors.some(a => a.name === r.name && a.id === r.id));

  function sentence(actors, recipients) {
    const to = recipients.length ? [make("span", { class: "to" }, " → "), names(recipients)] : [];
    return make("span", { class: "sentence" }, actors.length ? names(actors) : "somebody", ...to);
  }

  /** Who says it, drawn as bars inside bars. */
  function within(id, inside) {
    return chain(id).reverse().reduce((inner, a) => make("div", { class: "says" }, make("span", { class: "name" }, speakers(a)), ...[inner].flat()), inside);
  }

  function drawEvent(record, head, item) {
    const e = record.data;
    const when = e.date ? date(e.date, true) + (e.date_end && e.date_end !== e.date ? ` – ${date(e.date_end, true)}` : "") : "";
    const what = [plain(e.type), e.mode && plain(e.mode)].filter(Boolean).join(", ");
    head.append(line(capital(what), [when, e.place?.name, e.background && "background"].filter(Boolean).join(" · "), e.id), sentence(e.actors, others(e)));
    if (e.status !== "asserted" && e.status !== "reported") head.append(make("span", { class: "status" }, e.status));
    item.append(...[within(e.attribution, words(e.evidence.text))].flat());
  }

  function drawStatement(record, head, item) {
    const a = record.data;
    const how = { direct: "in quotation marks", indirect: "", mixed: "partly in quotation marks", belief: "held to be so", intention: "intended" }[a.kind] ?? a.kind;
    head.append(line(capital(plain(a.polarity)), [how, a.medium, a.date && date(a.date, true)].filter(Boolean).join(" · "), a.id));
    const cue = flat(a.cue.map(span => span.text).join(" … "));
    const to = a.addressees.length ? [make("span", { class: "to" }, " → "), names(a.addressees)] : [];
    const own = make("div", { class: "says own" }, make("span", { class: "name" }, speakers(a), ...to, cue ? make("small", null, ` ${cue}`) : ""), words(a.content.map(span => span.text).join(" … ")));
    item.append(...[within(a.via, own)].flat());
  }

  function drawPosition(record, head, item) {
    const p = record.data;
    head.append(line(capital(plain(p.stance)), [issueWords(p.issue), p.direction && `${p.direction} it`, p.date && date(p.date, true), "strength " + p.strength].filter(Boolean).join(" · "), p.id), sentence([p.actor], p.addressees));
    const said = [words(p.evidence.text)];
    if (p.condition) said.push(make("p", { class: "evidence" }, make("span", { class: "status" }, "depends on"), ` ${flat(p.condition.text)}`));
    item.append(...[within(p.attribution, said)].flat());
  }

  function drawAgreement(record, head, item) {
    const g = record.data;
    head.append(line(`Agreement ${plain(g.claim)}`, [g.by && `says ${g.by.name}`, g.against && `by ${g.against.name}`].filter(Boolean).join(" · "), g.id), make("span", { class: "sentence" }, flat(g.name.text)));
    item.append(...[within(g.attribution, words(g.evidence.text))].flat());
  }

  function drawIgnored(record, head, item) {
    head.append(line("Left out", record.data.why, ""));
    item.append(make("p", { class: "evidence" }, flat(record.data.text)));
  }

  /** The reasons are drawn when they are first asked for. */
  function toggleWhy(record, open = record.why.hidden) {
    if (record.kind === "ignored") return;
    if (!record.why.hasChildNodes()) {
      const d = record.data;
      const rows = [];
      const row = (label, ...value) => rows.push(make("dt", null, label), make("dd", null, ...value));
      const actor = a => [a.id ?? "not resolved", a.kind, a.office && plain(a.office), a.country !== a.id && a.country, a.anonymous && "not named", a.members.length && `members ${a.members.join(", ")}`].filter(Boolean).join(", ");
      for (const a of [...(d.actors ?? []), ...(d.recipients ?? []), ...(d.speaker ? [d.speaker, ...d.further_speakers] : []), ...(d.actor ? [d.actor] : []), ...(d.addressees ?? [])]) row(a.name, actor(a));
      for (const span of record.kind === "event" ? d.spans : []) row(span.role, make("span", { class: `lit lit-${span.role}` }, flat(span.text)));
      for (const span of d.mentions ?? []) row("also", quoted(flat(span.text)));
      for (const span of d.repeats ?? []) row("repeated", quoted(flat(span.text)));
      if (d.contexts?.length) row("contexts", d.contexts.map(plain).join(", "));
      if (d.answers) row("answers", d.answers);
      row("rule", make("code", null, d.rule), d.rung && d.rung !== "path" ? ` (${d.rung})` : "");
      if (d.cameo) row("CAMEO", d.cameo);
      if (d.confidence !== undefined) row("confidence", String(d.confidence));
      record.why.append(make("p", null, d.why), make("dl", null, ...rows));
    }
    record.why.hidden = !open;
    record.head.setAttribute("aria-expanded", String(open));
  }

  // ---- lights -------------------------------------------------------------------------------------------------------------------------

  const emphasis = ["evidence", "content", "mention", "repeat", "ignored", "outcome", "condition", "place", "date", "recipient", "actor", "source", "cue", "trigger"];

  function putOut() {
    for (const element of document.querySelectorAll("article .lit, .gutter .lit, .timeline .lit, .positions .lit, .records li.lit"))
      element.classList.remove("lit", ...emphasis.map(role => `lit-${role}`));
    for (const r of records) r.head?.removeAttribute("aria-current");
    lit = null;
  }

  /** Lights a record and its words; brings into sight what is not where the reader is. */
  function light(record, bringRecord, bringWords = true) {
    putOut();
    lit = record;
    if (hidden.has(record.kind)) [...document.querySelectorAll(".filter button")].find(b => b.textContent.startsWith(kinds[record.kind]))?.click();
    for (const { piece, role } of record.pieces) {
      const held = piece.dataset.role && piece.classList.contains("lit") ? emphasis.indexOf(piece.dataset.role) : -1;
      if (emphasis.indexOf(role) < held) continue;
      piece.classList.remove(...emphasis.map(r => `lit-${r}`));
      piece.classList.add("lit", `lit-${role}`);
      piece.dataset.role = role;
    }
    record.item.classList.add("lit");
    record.head.setAttribute("aria-current", "true");
    for (const element of record.bar ?? []) element.classList.add("lit");
    for (const element of document.querySelectorAll(`[data-record="${record.id}"]`)) element.classList.add("lit");
    const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
    if (bringWords) bring(record.pieces[0]?.piece, "center", behavior);
    if (bringRecord) scrollList(record.item, behavior);
    announcer.textContent = flat(record.head.textContent);
    history.replaceState(null, "", `#${story.story.id}/${record.id}`);
  }

  function bring(element, block, behavior) {
    if (!element) return;
    const box = element.getBoundingClientRect();
    if (box.top < 60 || box.bottom > innerHeight - 60) element.scrollIntoView({ block, behavior });
  }

  /** Scrolls the list alone, so that the text stays under the reader's eyes. */
  function scrollList(item, behavior) {
    const box = $(".records");
    if (box.scrollHeight <= box.clientHeight + 1) return bring(item, "nearest", behavior);
    const inside = item.getBoundingClientRect(), outside = box.getBoundingClientRect();
    if (inside.top < outside.top + 44 || inside.bottom > outside.bottom)
      box.scrollTo({ top: box.scrollTop + inside.top - outside.top - Math.max(48, (outside.height - inside.height) / 3), behavior });
  }

  article.addEventListener("click", event => {
    const piece = event.target.closest(".m");
    if (!piece || getSelection()?.toString()) return;
    // The smallest record under the words first; further clicks go outwards.
    const size = r => {
      const own = r.spans.filter(span => span.role !== "mention" && span.role !== "repeat");
      return Math.max(...own.map(span => span.end)) - Math.min(...own.map(span => span.start));
    };
    const under = [...new Set(piece.marks.map(mark => mark.record))].filter(r => !hidden.has(r.kind) || r.kind === "ignored").sort((a, b) => size(a) - size(b));
    if (under.length) light(under[(under.indexOf(lit) + 1) % under.length], true, false);
  });

  // ---- timeline -----------------------------------------------------------------------------------------------------------------------

  function drawTimeline() {
    const section = $(".timeline");
    section.replaceChildren();
    const dated = records.filter(r => r.kind === "event" && r.data.date);
    const columns = [...new Set([...dated.map(r => r.data.date), ...(story.story.published ? [story.story.published] : [])])].sort();
    section.hidden = !dated.length;
    if (!dated.length) return;
    const width = Math.max(320, section.clientWidth - parseFloat(getComputedStyle(section).paddingLeft) * 2);
    const step = width / columns.length, perRow = Math.max(3, Math.floor((step - 18) / 15));
    const at = date => columns.indexOf(date);
    const rows = Math.max(...columns.map(c => Math.ceil(dated.filter(r => r.data.date === c).length / perRow)), 1);
    const base = 12 + rows * 15;
    const drawing = svg("svg", { viewBox: `0 0 ${width} ${base + 26}`, height: base + 26, role: "group" });
    drawing.append(svg("line", { class: "axis", x1: 0, x2: width, y1: base, y2: base }));
    const day = iso => Date.UTC(Number(iso.slice(0, 4)), iso.length > 4 ? Number(iso.slice(5, 7)) - 1 : 0, iso.length > 7 ? Number(iso.slice(8)) : 1) / 864e5;
    let labelled = -Infinity;
    columns.forEach((column, n) => {
      const x = step * (n + .5);
      if (n && day(column) - day(columns[n - 1]) > 45) // a gap that is not drawn to scale
        for (const shift of [-3, 3]) drawing.append(svg("line", { class: "break", x1: step * n + shift - 3, x2: step * n + shift + 3, y1: base + 5, y2: base - 5 }));
      if (column.length < 10) // a month or a year: a band, not a day
        drawing.append(svg("rect", { class: "vague", x: x - step * .38, width: step * .76, y: 2, height: base - 3, rx: 6 }));
      const published = column === story.story.published;
      const label = date(column, true) + (published && step > 130 ? ", published" : "");
      // Where dates stand close, some go without their name; the day of publication keeps it.
      const half = label.length * 3.4;
      if (published || x - half > labelled + 6) {
        if (published && x - half <= labelled + 6) drawing.querySelector("text:last-of-type")?.remove();
        drawing.append(svg("text", { x, y: base + 18, "text-anchor": "middle", class: published ? "published" : null }, label));
        labelled = x + half;
      }
      dated.filter(r => r.data.date === column).forEach((r, i, all) => {
        const inRow = Math.min(perRow, all.length - Math.floor(i / perRow) * perRow);
        const cx = x + (i % perRow - (inRow - 1) / 2) * 15, cy = base - 11 - Math.floor(i / perRow) * 15;
        const sure = r.data.status === "asserted";
        const title = `${date(column)}. ${capital(plain(r.data.type))}: ${names(r.data.actors) || "somebody"}${others(r.data).length ? " → " + names(others(r.data)) : ""} (${r.data.status})`;
        const dot = svg("circle", { class: `dot ${side(r.data.quad)} ${sure ? "sure" : ""}`, cx, cy, r: 4.5, "data-record": r.id }, svg("title", null, title));
        dot.addEventListener("click", () => light(r, true));
        drawing.append(dot);
      });
    });
    const undated = records.filter(r => r.kind === "event").length - dated.length;
    drawing.setAttribute("aria-label", `${count(dated.length, "event", "events")} on ${count(columns.length, "date", "dates")}${undated ? `, ${undated} without a date` : ""}`);
    section.append(drawing);
  }

  // ---- positions ----------------------------------------------------------------------------------------------------------------------

  function drawPositions() {
    const section = $(".positions");
    section.replaceChildren();
    const all = records.filter(r => r.kind === "position");
    section.hidden = !all.length;
    if (!all.length) return;
    const key = actor => actor.id ?? actor.name.toLowerCase();
    const actors = [...new Map(all.map(r => [key(r.data.actor), r.data.actor.name]))];
    const issues = [...new Set(all.map(r => r.data.issue))];
    const body = actors.map(([id, name]) => make("tr", null, make("th", { scope: "row" }, name), ...issues.map(issue => {
      const held = all.filter(r => key(r.data.actor) === id && r.data.issue === issue);
      // The latest by date; without one, by its place in the text.
      const latest = held.reduce((a, b) => !a || (b.data.date ?? story.story.published ?? "") >= (a.data.date ?? story.story.published ?? "") ? b : a, null);
      if (!latest) return make("td", null);
      const p = latest.data;
      const button = make("button", { type: "button", "data-record": latest.id }, capital(plain(p.stance)),
        make("small", null, [p.direction && `${p.direction} it`, p.condition && "with a condition", p.date && date(p.date, true), held.length > 1 && `${held.length} statements`].filter(Boolean).join(" · ")));
      button.addEventListener("click", () => light(latest, true));
      return make("td", null, button);
    })));
    section.append(make("h2", null, "Positions"), make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Positions by actor and issue" },
      make("table", null, make("thead", null, make("tr", null, make("td", null), ...issues.map(issue => make("th", { scope: "col" }, capital(issueWords(issue)))))), make("tbody", null, ...body))));
  }

  // ---- keys and stories ---------------------------------------------------------------------------------------------------------------

  function step(by) {
    const shown = records.filter(r => !hidden.has(r.kind));
    if (!shown.length) return;
    const here = shown.indexOf(lit);
    const next = here < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(shown.length - 1, Math.max(0, here + by));
    light(shown[next], true);
    shown[next].head.focus({ preventScroll: true });
  }

  function turn(by) {
    if (at + by >= 0 && at + by < sources.length) show(at + by);
    scrollTo({ top: 0 });
  }

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || $("dialog").open || event.target.closest("select, input, textarea")) return;
    const own = { j: () => step(1), k: () => step(-1), n: () => turn(1), p: () => turn(-1), "?": () => $("dialog").showModal(), Escape: clear,
      Enter: () => lit && toggleWhy(lit) }[event.key];
    if (!own || event.key === "Enter" && event.target.closest("button, a")) return;
    event.preventDefault();
    own();
  });

  function clear() {
    if (lit) toggleWhy(lit, false);
    putOut();
    history.replaceState(null, "", `#${story.story.id}`);
  }

  $(".keys").addEventListener("click", () => $("dialog").showModal());
  $(".previous").addEventListener("click", () => turn(-1));
  $(".next").addEventListener("click", () => turn(1));

  const legend = [["who", "who speaks"], ["say", "what they say"], ["say deep", "what they say others say"], ["words", "done in words"], ["deeds", "done in deeds"],
    ["deeds hostile-act", "hostile"], ["when", "when"], ["where", "where"], ["left", "left out"]];
  $(".legend").replaceChildren(...legend.map(([mark, label]) => make("span", { class: mark }, label)));

  // Titles for the list of stories stand near the start of each record; the rest is read when a story is opened.
  const select = $(".stories select");
  sources.forEach((source, n) => {
    const head = /^\{"story":(\{.*?"text":)/s.exec(source.textContent.slice(0, 20000));
    let label = null;
    try { label = head && JSON.parse(head[1] + "0}"); } catch { /* the label is a convenience */ }
    select.append(make("option", { value: String(n) }, [label?.title ? flat(label.title) : `Story ${n + 1}`, label?.outlet, label?.published].filter(Boolean).join(" · ")));
  });
  select.addEventListener("change", () => show(Number(select.value)));
  $(".stories").hidden = sources.length < 2;

  let pending = 0;
  new ResizeObserver(() => {
    cancelAnimationFrame(pending);
    pending = requestAnimationFrame(() => { if (story) { drawTimeline(); drawBars(); } });
  }).observe($(".reading"));

  if (sources.length) {
    const [wanted, target] = location.hash.slice(1).split("/");
    const found = sources.findIndex(source => wanted && source.textContent.startsWith(`{"story":{"id":"${wanted}"`));
    show(Math.max(0, found), target);
  } else $("main").replaceChildren(make("p", { class: "none" }, "No story was read."));
})();
