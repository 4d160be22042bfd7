// One card (after live.js, puzzles.js): a question to predict, a quiz question, hints, a puzzle, the inventory's
// questions. `spec` says which; `state` holds what the learner did. Texts are set as text, never as HTML; only
// `code` and *stress* are marked up.

const STRESS = /(?<![\w*])\*(\w(?:[^*]*\w)?)\*(?![\w*])/;

function element(tag, text = "", attributes = {}) {
  const node = document.createElement(tag);
  text.split("`").forEach((part, i) => {
    if (i % 2) node.append(element("code", part));
    else part.split(STRESS).forEach((p, j) => node.append(j % 2 ? element("em", p) : p));
  });
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

// JupyterLab's one-key shortcuts (x cuts the cell) look for this on the focused element itself.
function control(tag, text, attributes) {
  return element(tag, text, { ...attributes, "data-lm-suppress-shortcuts": "true" });
}

function question(head, text) {
  const fieldset = element("fieldset");
  const legend = element("legend");
  legend.append(element("strong", `${head}. `), ...element("span", text).childNodes);
  fieldset.append(legend);
  return fieldset;
}

function save(model, state) {
  model.set("state", state);
  model.save_changes();
}

// ---- predict: choose or type, then say how sure; that commits the guess ----

const CONFIDENCES = { sure: "I am sure", "fairly sure": "Fairly sure", guessing: "Just guessing" };
let groups = 0; // radio buttons of one question share a name that no other question has

function radios(spec, fieldset) {
  const name = `mlp-predict-${groups++}`;
  for (const option of spec.options) {
    const input = control("input", "", { type: "radio", name, value: option });
    const label = element("label");
    label.append(input, " ", ...element("span", option).childNodes);
    fieldset.append(label);
  }
  return {
    value: () => fieldset.querySelector("input:checked")?.value,
    complaint: () => "Choose one of the options first.",
    focus: () => fieldset.querySelector("input").focus(),
  };
}

const THOUSANDS = /^[-+−]?[1-9]\d{0,2}(,\d{3})+$/; // or 101 and a fraction: who can tell?

// What was typed as a number: 0,5 is 0.5, a true minus sign is one; NaN if it is none.
function plainNumber(words) {
  const plain = words.trim().replace("−", "-");
  return plain === "" || THOUSANDS.test(plain) ? NaN : Number(plain.replace(",", "."));
}

function number(spec, fieldset) {
  // type="number" would drop the comma of 0,5 in silence, and leave 5
  const input = control("input", "", { type: "text", inputmode: "decimal", autocomplete: "off" });
  const label = element("label", "Your guess:");
  label.append(input, spec.range);
  fieldset.append(label);
  const read = () => {
    const value = plainNumber(input.value);
    return value >= spec.low && value <= spec.high ? String(value) : undefined;
  };
  return {
    value: read,
    complaint: () => THOUSANDS.test(input.value.trim())
      ? `Is ${input.value.trim()} thousands? Type it without the comma, or with a point for it.`
      : `Type ${spec.range} first.`,
    focus: () => input.focus(),
  };
}

function predict(model, card) {
  const spec = model.get("spec");
  const state = model.get("state");
  const fieldset = question("Predict", spec.question);
  const status = control("p", "", { role: "status", tabindex: "-1" });
  if (state.value !== undefined) {
    status.textContent = `Your guess: ${state.value} ${spec.unit}`.trim() + `, ${state.confidence}. `;
    if (!spec.closed) status.append("Now run the next cell.");
  } else if (spec.closed) {
    status.textContent =
      spec.earlier ?? "The answer is shown below. Run this cell again to guess first.";
  } else {
    const answer = spec.options ? radios(spec, fieldset) : number(spec, fieldset);
    fieldset.append(element("p", spec.earlier ?? "", { class: "quiet" }));
    const sure = element("div", "", { role: "group", "aria-label": "How sure are you?" });
    for (const [confidence, label] of Object.entries(CONFIDENCES)) {
      const button = control("button", label, { type: "button" });
      button.addEventListener("click", () => {
        const value = answer.value();
        if (value === undefined) {
          status.textContent = answer.complaint();
          answer.focus();
        } else {
          save(model, { value, confidence });
          card.querySelector("[role=status]").focus();
        }
      });
      sure.append(button);
    }
    fieldset.append(sure);
  }
  card.replaceChildren(fieldset, status);
}

// ---- quiz: a button for every option; pressing it shows that option's reason ----

function quiz(model, card) {
  const spec = model.get("spec");
  const fieldset = question(spec.head, spec.question);
  if (spec.code) {
    const named = { tabindex: "0", role: "group", "aria-label": "The code" };
    const pre = control("pre", "", named); // a long line is scrolled by keys
    pre.append(code(spec.code));
    fieldset.append(pre);
  }
  if (spec.picture) {
    const { src, alt, caption } = spec.picture;
    const figure = element("figure");
    figure.append(element("img", "", { src, alt }), element("figcaption", caption));
    fieldset.append(figure);
  }
  spec.verdicts.forEach(([option, verdict, text], i) => {
    const chosen = model.get("state").chosen ?? [];
    const button = control("button", option, { type: "button" });
    const reason = element("p", "", { class: "reason", role: "status" });
    const show = () => {
      button.setAttribute("aria-pressed", "true");
      reason.replaceChildren(element("strong", verdict), " ", ...element("span", text).childNodes);
    };
    if (chosen.includes(i)) show();
    else button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => {
      const before = model.get("state").chosen ?? [];
      if (before.includes(i)) return;
      show();
      save(model, { chosen: [...before, i] });
    });
    fieldset.append(button, reason);
  });
  card.replaceChildren(fieldset);
}

// ---- due: one quiet line; its button asks the questions that are due, right there ----

// What quiz() needs of a model for the i-th of several questions.
function part(model, i, answered = () => {}) {
  return {
    get: (name) => name === "spec" ? model.get("spec").quizzes[i] : model.get("state")[i] ?? {},
    set: (name, value) => {
      model.set(name, { ...model.get(name), [i]: value });
      answered();
    },
    save_changes: () => model.save_changes(),
  };
}

function due(model, card) {
  const { line, quizzes } = model.get("spec");
  const button = control("button", "Ask me now", { type: "button" });
  const list = element("div");
  const ask = () => {
    button.hidden = true;
    quizzes.forEach((_, i) => {
      list.append(element("div"));
      quiz(part(model, i), list.lastChild);
    });
  };
  button.addEventListener("click", () => {
    ask();
    save(model, { asked: true });
    list.querySelector("button").focus(); // or the keyboard would be lost
  });
  if (model.get("state").asked) ask();
  const quiet = element("p", `${line} `, { class: "quiet" });
  quiet.append(button);
  card.replaceChildren(quiet, list);
}

// ---- turns: several questions, each after the answer to the one before; what each is evidence for ----

function turns(model, card) {
  const { quizzes } = model.get("spec");
  const list = element("div");
  const end = element("p", "", { role: "status" });
  const next = control("button", "Next question", { type: "button" });
  const isRight = (i) => quizzes[i].verdicts[model.get("state")[i].chosen[0]][1] === "Right.";
  let shown = 0;
  const answered = () => {
    const evidence = element("p", `Evidence for: ${quizzes[shown - 1].shows}.`, { class: "quiet" });
    list.lastChild.append(evidence);
    next.hidden = shown === quizzes.length;
    if (!next.hidden) return;
    const count = quizzes.filter((_, i) => isRight(i)).length;
    end.textContent = `Done: ${count} of ${quizzes.length} right at the first choice. What was not `
      + "comes due again tomorrow.";
  };
  const ask = () => {
    const i = shown++;
    const box = element("div", "", { class: "turn" });
    const place = element("div");
    box.append(element("p", `Question ${shown} of ${quizzes.length}`, { class: "quiet" }), place);
    list.append(box);
    next.hidden = true;
    let open = !model.get("state")[i];
    quiz(part(model, i, () => { if (open) { open = false; answered(); } }), place);
    if (!open) answered();
  };
  next.addEventListener("click", () => {
    ask();
    list.lastChild.querySelector("pre, button").focus(); // or the keyboard would be lost
  });
  do ask(); while (model.get("state")[shown - 1] && shown < quizzes.length);
  card.replaceChildren(list, next, end);
}

// ---- inventory: one question at a time; none says what is right, and what was chosen stays ----

function inventory(model, card) {
  const { line, quizzes, answered, done } = model.get("spec");
  const state = model.get("state");
  const i = quizzes.findIndex((_, k) => state[k] === undefined);
  const go = (news) => {
    save(model, { ...state, ...news });
    inventory(model, card);
    card.querySelector("input, [role=status]").focus(); // or the keyboard would be lost
  };
  const status = control("p", i < 0 ? done : "", { role: "status", tabindex: "-1" });
  const next = control("button", state.begun ? "Next" : answered ? "Go on" : "Begin", { type: "button" });
  if (i < 0) return card.replaceChildren(status);
  const count = `${answered + i + 1} of ${answered + quizzes.length}`;
  if (!state.begun) {
    next.addEventListener("click", () => go({ begun: true }));
    const where = answered ? `${answered} are answered.` : "Nothing tells you yet what is right.";
    return card.replaceChildren(element("p", line), element("p", where, { class: "quiet" }), next);
  }
  const fieldset = question(count, quizzes[i].question);
  const answer = radios(quizzes[i], fieldset);
  next.addEventListener("click", () => {
    if (answer.value() !== undefined) return go({ [i]: answer.value() });
    status.textContent = answer.complaint();
    answer.focus();
  });
  fieldset.append(next);
  card.replaceChildren(fieldset, status);
}

// ---- hints: one button, one more hint each time ----

function hints(model, card) {
  const all = model.get("spec").hints;
  const list = element("div", "", { "aria-live": "polite" });
  const button = control("button", "", { type: "button" });
  const more = element("div");
  let leave = () => {};
  const update = (asked = false) => {
    const open = model.get("state").open ?? 0;
    for (const [title, hint] of all.slice(list.children.length, open)) {
      const paragraph = control("p", "", { tabindex: "-1" });
      paragraph.append(element("strong", `${title}. `), ...element("span", hint).childNodes);
      list.append(paragraph);
    }
    button.hidden = open === all.length;
    if (button.hidden && asked) list.lastChild.focus(); // or the keyboard would be lost
    if (button.hidden && model.get("spec").puzzle) leave = foldedPuzzle(model, more, "Still stuck?");
    button.textContent = open ? `Show the next hint (${open + 1} of ${all.length})` : "Show a hint";
  };
  button.addEventListener("click", () => {
    save(model, { ...model.get("state"), open: (model.get("state").open ?? 0) + 1 });
    update(true);
  });
  update();
  card.replaceChildren(list, button, more);
  return () => leave();
}

const PATIENCE = 4000; // ms
const KINDS = { predict, quiz, hints, due, turns, inventory, puzzle: alone };

function alone(model, card) {
  const { line } = model.get("spec");
  const box = element("div");
  card.replaceChildren(box);
  return line ? foldedPuzzle(model, box, line) : puzzle(model, box);
}

// Says under the card that Python has not taken, or cannot take, what is done in it: else it would be
// lost in silence. Hints are only read; a puzzle that was folded away watches itself.
function watch(model, card) {
  const notice = element("p", "", { class: "notice", role: "alert" });
  card.after(notice);
  let alarm = null;
  const hear = () => { clearTimeout(alarm); alarm = null; notice.textContent = ""; };
  const wait = () => { alarm ??= setTimeout(() => { notice.textContent = SILENT; }, PATIENCE); };
  const lose = () => { hear(); notice.textContent = GONE; };
  const listeners = { "change:state": wait, "change:heard": hear, comm_live_update: lose };
  const all = (what) => Object.entries(listeners).forEach(([name, f]) => model[what](name, f));
  all("on");
  return () => { clearTimeout(alarm); all("off"); };
}

function render({ model, el }) {
  const card = element("div", "", { class: "mlp-card" });
  el.append(card);
  const { kind, line } = model.get("spec");
  const quiet = kind === "hints" || (kind === "puzzle" && line);
  const leave = quiet ? () => {} : watch(model, card);
  const draw = () => KINDS[kind](model, card);
  const end = draw();
  if (kind === "predict") {
    model.on("change:state", draw);
    model.on("change:spec", draw);
  }
  model.set("shown", true);
  model.save_changes();
  return () => {
    leave();
    end?.();
    model.off("change:state", draw);
    model.off("change:spec", draw);
  };
}

export default live(render);
