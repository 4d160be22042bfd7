// A puzzle (part of a card, before questions.js): lines to put in order, and a border below which those
// stand that are left out. A line is a button: the mouse drags it, the arrow keys move it. The text
// field always holds the numbers of the lines above the border, and takes others.

const BORDER = -1;

function puzzle(model, box, focus = false) {
  const { task, question: asks, lines } = model.get("spec").puzzle;
  const mine = () => model.get("state").puzzle ?? {};
  const keep = (more) =>
    save(model, { ...model.get("state"), puzzle: { ...mine(), order: order(), ...more } });

  const fieldset = question(task, asks);
  const how = "Drag a line; or go to it with Tab and move it with the arrow keys ↑ and ↓; or type the "
    + "numbers in order.";
  const list = element("ol", "", { class: "lines", "aria-label": "Lines" });
  const moved = element("span", "", { class: "unseen", "aria-live": "polite" });
  const numbers = control("input", "", { type: "text", inputmode: "numeric", autocomplete: "off" });
  const label = element("label", "Order:");
  const button = control("button", "Does it run?", { type: "button" });
  const said = control("p", "", { role: "status", tabindex: "-1" });
  const row = element("div", "", { class: "order" }); // a button in the label would be in the field's name
  label.append(numbers);
  row.append(label, button);
  fieldset.append(element("p", how, { class: "quiet" }), list, moved, row);

  const items = new Map(lines.map((text, i) => [i, item(text, i)]));
  items.set(BORDER, element("li", "Left out: lines below here", { class: "border", "data-line": BORDER }));
  const all = () => [...list.children].map((li) => +li.dataset.line);
  const order = () => all().slice(0, all().indexOf(BORDER));
  const arrange = (above) => {
    const below = all().filter((i) => i !== BORDER && !above.includes(i));
    list.replaceChildren(...[...above, BORDER, ...below].map((i) => items.get(i)));
  };
  const show = () => { numbers.value = order().map((i) => i + 1).join(" "); };

  function item(text, i) {
    const li = element("li", "", { "data-line": i });
    const line = control("button", "", { type: "button", "aria-roledescription": "line to move" });
    line.append(element("span", `${i + 1}`, { class: "number" }), code(text));
    line.addEventListener("keydown", (event) => {
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!step) return;
      event.preventDefault();
      move(li, [...list.children].indexOf(li) + step);
      line.focus(); // moving it in the page took the keyboard away
    });
    line.addEventListener("pointerdown", (event) => drag(event, li, line));
    li.append(line);
    return li;
  }

  function move(li, place) {
    const others = [...list.children].filter((other) => other !== li);
    if (place < 0 || place > others.length) return;
    list.insertBefore(li, others[place] ?? null);
    show();
    const at = order().indexOf(+li.dataset.line);
    moved.textContent = at < 0 ? "left out" : `now ${at + 1} of ${order().length}`;
    keep();
  }

  function drag(start, li, line) {
    const follow = (event) => {
      const others = [...list.children].filter((other) => other !== li);
      const middle = (other) => {
        const { top, height } = other.getBoundingClientRect();
        return top + height / 2;
      };
      const place = others.filter((other) => middle(other) < event.clientY).length;
      if (place !== [...list.children].indexOf(li)) move(li, place);
    };
    const end = () => {
      document.removeEventListener("pointermove", follow);
      line.classList.remove("dragged");
    };
    line.classList.add("dragged");
    document.addEventListener("pointermove", follow);
    for (const over of ["pointerup", "pointercancel"]) {
      document.addEventListener(over, end, { once: true });
    }
  }

  const typed = () => {
    const given = numbers.value.trim().split(/[\s,;]+/).filter(Boolean).map((n) => +n - 1);
    const fine = given.every((i, k) => items.has(i) && i !== BORDER && given.indexOf(i) === k);
    if (fine) arrange(given);
    return fine;
  };
  const ask = () => {
    if (typed()) return keep({ asked: (mine().asked ?? 0) + 1 });
    said.textContent = `Type each of the numbers 1 to ${lines.length} once, or leave it out.`;
  };
  numbers.addEventListener("input", () => { if (typed()) keep(); });
  numbers.addEventListener("keydown", (event) => { if (event.key === "Enter") ask(); });
  button.addEventListener("click", ask);

  const again = control("button", "Show the lines again", { type: "button" });
  again.addEventListener("click", () => {
    fieldset.hidden = false;
    again.remove();
    list.querySelector("button").focus();
  });
  const answer = (fresh) => {
    const { asked, right, words = "" } = model.get("said");
    if (!asked) return;
    said.replaceChildren(...element("span", words).childNodes);
    if (right) {
      said.append(" The lines are put away: now write it in your own cell, from memory. ", again);
      fieldset.hidden = true;
    }
    if (fresh) said.focus();
  };
  list.replaceChildren(...[...lines.keys(), BORDER].map((i) => items.get(i)));
  if (mine().order) arrange(mine().order);
  show();
  answer(false);
  const hear = () => answer(true);
  model.on("change:said", hear);
  box.replaceChildren(fieldset, said);
  if (focus) list.querySelector("button").focus(); // or the keyboard would be lost
  return () => model.off("change:said", hear);
}

// A button that opens the puzzle in its place, as once opened it stays; what to do when it is left.
function foldedPuzzle(model, box, line) {
  let leave = () => {};
  const open = (focus) => {
    const [silence, end] = [watch(model, box), puzzle(model, box, focus)];
    leave = () => { silence(); end(); };
  };
  if (model.get("state").puzzle) open(false);
  else {
    const button = control("button", "Put its lines in order", { type: "button" });
    button.addEventListener("click", () => open(true));
    const quiet = element("p", `${line} `, { class: "quiet" });
    quiet.append(button);
    box.replaceChildren(quiet);
  }
  return () => leave();
}

function code(text) {
  const node = document.createElement("code"); // a backtick in it is one
  node.textContent = text;
  return node;
}
