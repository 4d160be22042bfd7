// Draws the view that Python's draw(state) describes, and sends back what the reader does (after live.js).
// The names of panels, marks and controls are those of _canvas.py, which says what they mean.

const INK = "#222222", GRID = "#e6e6ea", FONT = "system-ui, sans-serif";

// A buffer may start anywhere in the message, and a Float32Array only at a multiple of 4: copy.
const bytes = (v) => v.buffer.slice(v.byteOffset, v.byteOffset + v.byteLength);
const floats = (v) => new Float32Array(bytes(v));

function ticks(low, high) {
  const rough = (high - low) / 6, power = 10 ** Math.floor(Math.log10(rough));
  const step = power * [1, 2, 5, 10].find((m) => m * power >= rough);
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const at = [];
  for (let k = Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k++) at.push(k * step);
  return at.map((v) => [v, v.toFixed(digits).replace("-", "−").replace(/^−(0\.?0*)$/, "$1")]);
}

// Where the plot lies in its canvas, and data -> pixels. A plot with axes shrinks between them, its type
// as large as ever; a drawing without axes is one picture, and shrinks as a whole: zoom.
function frame(panel, share) {
  const left = panel.axes ? 56 : 8, bottom = panel.axes ? 46 : 8, top = panel.title ? 30 : 10;
  const zoom = panel.axes ? 1 : share, plot = panel.axes ? share : 1;
  const [x0, x1] = panel.x, [y0, y1] = panel.y, [w, h] = [panel.width, panel.height].map((v) => Math.floor(v * plot));
  return { left, top, w, h, zoom, width: left + w + 16, height: top + h + bottom,
    X: (x) => left + ((x - x0) / (x1 - x0)) * w, Y: (y) => top + ((y1 - y) / (y1 - y0)) * h,
    data: (px, py) => [x0 + ((px - left) / w) * (x1 - x0), y1 - ((py - top) / h) * (y1 - y0)] };
}

// How much smaller panels are to be so that they find room: those that stand side by side together,
// and if that would be too small, the widest in a row of its own, or a little less if that saves a row.
// What is still too wide is scrolled: in a drawing, type of 13 pixels stays above 11.
const SMALLEST = 0.6, SMALLEST_DRAWING = 0.88;
function shareOf(panels, room) {
  const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
  const share = (row) => {
    const plots = sum(row.map((p) => p.width));
    return (room - (sum(row.map((p) => frame(p, 1).width + 8)) - 8 - plots)) / plots;
  };
  const together = share(panels), alone = Math.min(1, ...panels.map((p) => share([p])));
  const smallest = panels.every((p) => p.axes) ? SMALLEST : SMALLEST_DRAWING;
  const largest = Math.min(1, together >= smallest ? together : Math.max(smallest, alone));
  const rows = rowsAt(panels, room, largest);
  for (let share = largest; share >= SMALLEST_DRAWING; share -= 0.01)
    if (rowsAt(panels, room, share) < rows) return share;
  return largest;
}

function rowsAt(panels, room, share) {
  let [rows, left] = [0, 0];
  for (const panel of panels) {
    const f = frame(panel, share), width = f.width * f.zoom;
    if (!rows || width > left) { rows += 1; left = room; }
    left -= width + 8; // as the gap between two is in canvas.css
  }
  return rows;
}

function path(cx, mark, f) { // NaN lifts the pen
  const x = floats(mark.x), y = floats(mark.y);
  let down = false;
  cx.beginPath();
  for (let i = 0; i < x.length; i++) {
    if (Number.isNaN(x[i]) || Number.isNaN(y[i])) { down = false; continue; }
    cx[down ? "lineTo" : "moveTo"](f.X(x[i]), f.Y(y[i]));
    down = true;
  }
}

const SHAPES = {
  circle: (cx, r) => { cx.moveTo(r, 0); cx.arc(0, 0, r, 0, 2 * Math.PI); },
  square: (cx, r) => cx.rect(-0.9 * r, -0.9 * r, 1.8 * r, 1.8 * r),
  diamond: (cx, r) => { cx.moveTo(0, -1.3 * r); cx.lineTo(1.3 * r, 0); cx.lineTo(0, 1.3 * r); cx.lineTo(-1.3 * r, 0); cx.closePath(); },
  cross: (cx, r) => { cx.moveTo(-r, -r); cx.lineTo(r, r); cx.moveTo(-r, r); cx.lineTo(r, -r); },
};

const MARKS = {
  line(cx, m, f) {
    cx.strokeStyle = m.colour; cx.lineWidth = m.width; cx.lineJoin = "round";
    cx.setLineDash(m.dashed ? [7, 5] : []);
    path(cx, m, f); cx.stroke(); cx.setLineDash([]);
  },
  area(cx, m, f) {
    cx.globalAlpha = m.alpha; cx.fillStyle = m.colour;
    path(cx, m, f); cx.fill(); cx.globalAlpha = 1;
  },
  points(cx, m, f) {
    const x = floats(m.x), y = floats(m.y);
    cx.fillStyle = m.colour; cx.strokeStyle = m.edge; cx.lineWidth = m.shape === "cross" ? 3 : 1.5;
    cx.save(); cx.beginPath(); // one path for all: 500 of their own take longer than a picture may
    let [left, top] = [0, 0];
    for (let i = 0; i < x.length; i++) {
      cx.translate(f.X(x[i]) - left, f.Y(y[i]) - top);
      [left, top] = [f.X(x[i]), f.Y(y[i])];
      SHAPES[m.shape](cx, m.size / 2);
    }
    cx.restore();
    if (m.filled && m.shape !== "cross") cx.fill();
    cx.stroke();
  },
  arrow(cx, m, f) {
    const [x0, y0] = [f.X(m.tail[0]), f.Y(m.tail[1])], [x1, y1] = [f.X(m.head[0]), f.Y(m.head[1])];
    const length = Math.hypot(x1 - x0, y1 - y0);
    if (length < 1) return;
    const tip = Math.min(5 + 2 * m.width, length);
    cx.save(); cx.translate(x1, y1); cx.rotate(Math.atan2(y1 - y0, x1 - x0));
    cx.strokeStyle = cx.fillStyle = m.colour; cx.lineWidth = m.width;
    cx.beginPath(); cx.moveTo(-length, 0); cx.lineTo(-0.8 * tip, 0); cx.stroke();
    cx.beginPath(); cx.moveTo(0, 0); cx.lineTo(-tip, 0.5 * tip); cx.lineTo(-tip, -0.5 * tip); cx.fill();
    cx.restore();
  },
  text(cx, m, f) {
    cx.font = `${m.bold ? "600 " : ""}${m.size}px ${FONT}`;
    cx.textAlign = m.align; cx.textBaseline = "middle"; cx.lineJoin = "round";
    m.words.split("\n").forEach((words, i, all) => {
      const y = f.Y(m.y) + (i - (all.length - 1) / 2) * 1.25 * m.size;
      if (m.halo) { cx.strokeStyle = "#ffffffd0"; cx.lineWidth = 4; cx.strokeText(words, f.X(m.x), y); }
      cx.fillStyle = m.colour; cx.fillText(words, f.X(m.x), y);
    });
  },
  image(cx, m, f) { // pixels are the centres of a grid over the extent; the first row is the top
    const small = new OffscreenCanvas(m.columns, m.rows), [x0, x1, y0, y1] = m.extent;
    const rgba = new Uint8ClampedArray(bytes(m.rgba));
    small.getContext("2d").putImageData(new ImageData(rgba, m.columns, m.rows), 0, 0);
    cx.imageSmoothingEnabled = m.smooth;
    cx.drawImage(small, f.X(x0), f.Y(y1), f.X(x1) - f.X(x0), f.Y(y0) - f.Y(y1));
  },
};

function axes(cx, panel, f, over) { // the grid under the marks, frame and labels over them
  cx.lineWidth = 1; cx.font = `13px ${FONT}`; cx.fillStyle = INK;
  if (!over) {
    cx.strokeStyle = GRID; cx.beginPath();
    for (const [v] of ticks(...panel.x)) { cx.moveTo(f.X(v), f.top); cx.lineTo(f.X(v), f.top + f.h); }
    for (const [v] of ticks(...panel.y)) { cx.moveTo(f.left, f.Y(v)); cx.lineTo(f.left + f.w, f.Y(v)); }
    cx.stroke();
    return;
  }
  cx.strokeStyle = "#888888"; cx.strokeRect(f.left, f.top, f.w, f.h);
  cx.textAlign = "center"; cx.textBaseline = "top";
  for (const [v, words] of ticks(...panel.x)) cx.fillText(words, f.X(v), f.top + f.h + 6);
  cx.textAlign = "right"; cx.textBaseline = "middle";
  for (const [v, words] of ticks(...panel.y)) cx.fillText(words, f.left - 6, f.Y(v));
  cx.font = `14px ${FONT}`; cx.textAlign = "center";
  cx.fillText(panel.xlabel, f.left + f.w / 2, f.top + f.h + 34);
  cx.save(); cx.translate(9, f.top + f.h / 2); cx.rotate(-Math.PI / 2);
  cx.fillText(panel.ylabel, 0, 0); cx.restore();
}

function drawPanel(canvas, panel, share) {
  const f = frame(panel, share), ratio = Math.max(1, window.devicePixelRatio || 1);
  const scale = ratio * f.zoom, [width, height] = [Math.round(f.width * scale), Math.round(f.height * scale)];
  if (canvas.width !== width || canvas.height !== height) { // resizing wipes a canvas: not each time
    Object.assign(canvas, { width, height });
    canvas.style.width = `${f.width * f.zoom}px`;
  }
  const cx = canvas.getContext("2d");
  cx.setTransform(scale, 0, 0, scale, 0, 0);
  cx.fillStyle = "#ffffff"; cx.fillRect(0, 0, f.width, f.height);
  if (panel.axes) axes(cx, panel, f, false);
  cx.save(); cx.beginPath(); cx.rect(f.left, f.top, f.w, f.h); cx.clip();
  for (const mark of panel.marks) MARKS[mark.kind](cx, mark, f);
  cx.restore();
  if (panel.axes) axes(cx, panel, f, true);
  cx.fillStyle = INK; cx.font = `600 15px ${FONT}`; cx.textAlign = "left"; cx.textBaseline = "middle";
  cx.fillText(panel.title, f.left, 15, f.width - f.left);
  canvas.setAttribute("aria-label", panel.alt || panel.title);
}

function drawStroke(canvas, panel, share, places) { // over the picture, before Python has seen it
  const cx = canvas.getContext("2d"), f = frame(panel, share);
  cx.save(); cx.beginPath(); cx.rect(f.left, f.top, f.w, f.h); cx.clip();
  cx.strokeStyle = panel.pen.colour; cx.lineCap = cx.lineJoin = "round";
  cx.lineWidth = panel.pen.width * Math.abs(f.X(1) - f.X(0));
  cx.beginPath();
  for (const [x, y] of [places[0], ...places]) cx.lineTo(f.X(x), f.Y(y)); // one place is a dot
  cx.stroke(); cx.restore();
}

const make = (tag, attributes, ...children) => {
  const element = Object.assign(document.createElement(tag), attributes);
  element.append(...children);
  return element;
};

// One maker a kind of control: it returns the element and how to bring it up to date. A button or
// an entry is never `disabled`, which would take the keyboard from who has just pressed it.
const CONTROLS = {
  slider(c, send) {
    const input = make("input", { type: "range" }), words = make("span", {});
    const element = make("label", {}, words, input);
    let digits = 0;
    const say = (v) => {
      const shown = v.toFixed(digits).replace("-", "−");
      words.textContent = `${c.label} = ${shown}`; input.setAttribute("aria-valuetext", shown);
    };
    input.addEventListener("input", () => { say(input.valueAsNumber); send(c.name, input.valueAsNumber); });
    return [element, (c) => {
      digits = (String(c.step).split(".")[1] || "").length;
      Object.assign(input, { min: c.low, max: c.high, step: c.step, disabled: !c.enabled });
      input.value = c.value; say(c.value);
      input.setAttribute("aria-label", c.label); element.classList.toggle("off", !c.enabled);
    }];
  },
  choice(c, send) {
    const select = make("select", { ariaLabel: c.label }, ...c.options.map((o) => make("option", { value: o, textContent: o })));
    select.addEventListener("change", () => send(c.name, select.value));
    return [make("label", {}, c.label, select), (c) => { select.value = c.value; select.disabled = !c.enabled; }];
  },
  entry(c, send) {
    const input = make("input", { type: "text", ariaLabel: c.label });
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || input.readOnly) return;
      send(c.name, input.value);
      input.select(); // the next words take the place of these
    });
    return [make("label", {}, c.label, input), (c) => {
      if (document.activeElement !== input) input.value = c.value;
      input.readOnly = !c.enabled;
      input.setAttribute("aria-disabled", !c.enabled);
    }];
  },
  check(c, send) {
    const input = make("input", { type: "checkbox", ariaLabel: c.label });
    input.addEventListener("change", () => send(c.name, input.checked));
    return [make("label", { className: "row" }, input, c.label), (c) => {
      Object.assign(input, { checked: c.value, disabled: !c.enabled });
    }];
  },
  button(c, send) {
    const button = make("button", { type: "button" });
    const off = () => button.getAttribute("aria-disabled") === "true";
    button.addEventListener("click", () => off() || send(c.name, null));
    return [button, (c) => { button.textContent = c.label; button.setAttribute("aria-disabled", !c.enabled); }];
  },
};

// Events that may be under way. With two, a hand that drags a slider sees twice the pictures than
// with one: the second packet carries the acknowledgement that the first one's answer waits for
// (the server sends it behind "the kernel is busy", and Nagle's algorithm holds it back 40 ms).
const AHEAD = 2;
const PATIENCE = 2000, ENOUGH = 64000; // ms without an answer: ask anew, twice as late each time

// Takes events to Python: at most AHEAD at a time, one tick, or AHEAD of those that need no pause. Each has a number, and a view
// says which number was heard last, so that a later answer stands for one that was lost. If none
// comes, a tick asks for the present view: Python answers it whether or not it is in time.
function post(model, current, busy, silent) {
  const sender = Math.random().toString(36).slice(2);
  let queue = [], flying = [], number = 0, patience = PATIENCE, alarm = null, timer = null;
  const waiting = () => [...flying, ...queue].map((e) => e.name);
  const ticks = (names) => names.filter((name) => name === "tick").length;
  const flush = () => {
    while (flying.length < AHEAD && queue.length) {
      const beat = current().beat + ticks(flying.map((e) => e.name)); // when this one will be heard
      flying.push({ ...queue.shift(), sender, number: ++number });
      try { model.send({ ...flying.at(-1), beat }); }
      catch { [flying, queue] = [[], []]; silent(); } // there is no kernel, or it is another one
    }
    busy(flying.length > ticks(flying.map((e) => e.name)));
    if (flying.length) alarm ??= setTimeout(giveUp, patience);
  };
  const send = (name, value) => {
    const event = { name, value, at: performance.now() };
    const older = value === null ? -1 : queue.findIndex((e) => e.name === name);
    if (older >= 0) queue[older] = event; else queue.push(event); // of a slider, the last is enough
    flush();
  };
  const unwind = () => { clearTimeout(timer); timer = null; };
  const tick = () => { unwind(); send("tick", null); };
  const giveUp = () => {
    [alarm, flying] = [null, []];
    if (patience > PATIENCE) silent();
    if (patience < ENOUGH) { patience *= 2; tick(); }
    flush();
  };
  const hear = () => { // after each new view
    const view = current(), [who, last] = view.heard;
    if (who === sender) {
      flying = flying.filter((e) => e.number > last);
      clearTimeout(alarm); [alarm, patience] = [null, PATIENCE];
    }
    flush();
    if (view.tick === null || view.error) unwind();
    else if (view.tick === 0) // before this view is painted: Python is at work meanwhile
      for (let n = ticks(waiting()); n < AHEAD; n++) tick();
    else if (!ticks(waiting())) timer ??= setTimeout(tick, view.tick);
  };
  const stop = () => { unwind(); clearTimeout(alarm); };
  return { send, hear, waiting, stop };
}

const WIDE = [["tabindex", "0"], ["role", "group"], ["aria-label", "Pictures wider than the page: arrow keys scroll them"]];
const PEN_KEYS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Space", "Delete", "Backspace"];

function render({ model, el }) {
  const panels = make("div", { className: "panels" }), controls = make("div", { className: "controls" });
  const readout = make("div", { className: "readout", role: "status" }), error = make("div", { className: "error", role: "alert", hidden: true });
  const root = make("div", { className: "mlp-widget" }, panels, controls, readout, error);
  panels.dataset.lmSuppressShortcuts = "true";
  el.append(root);

  let view = model.get("view"), share = 1, refreshers = [], built = "";
  const complain = (words) => { error.textContent = words; error.hidden = !words; };
  const { send, hear, waiting, stop } = post(model, () => view,
    (is) => root.setAttribute("aria-busy", is), () => complain(SILENT));
  let stroke = null; // the last one made with a pen
  const point = (canvas, i) => (event) => {
    const panel = view.panels[i];
    if (!panel.name || !event.isPrimary || (event.type === "pointermove" && !event.buttons)) return;
    const box = canvas.getBoundingClientRect(), f = frame(panel, share), scale = f.width / box.width;
    const place = (e) => f.data((e.clientX - box.left) * scale, (e.clientY - box.top) * scale);
    if (!panel.pen) { send(panel.name, place(event)); return; }
    if (event.type === "pointerdown") stroke = { name: `${panel.name} ${Date.now()}`, i, places: [], down: true };
    if (!stroke?.down) return; // the pointer was pressed elsewhere
    const between = event.getCoalescedEvents?.() ?? []; // of a fast hand, all that was seen of it
    stroke.places.push(...(between.length ? between : [event]).map(place));
    drawStroke(canvas, panel, share, stroke.places);
    send(stroke.name, stroke.places);
  };
  const key = (canvas, i) => (event) => {
    const { pen, name } = view.panels[i], pressed = event.key === " " ? "Space" : event.key;
    if (!pen || event.ctrlKey || event.altKey || event.metaKey || !PEN_KEYS.includes(pressed)) return;
    event.preventDefault(); event.stopPropagation();
    send(`${name} ${pressed}`, null);
  };
  const build = () => {
    panels.replaceChildren(...view.panels.map((panel, i) => {
      const canvas = make("canvas", { role: panel.pen ? "application" : "img" });
      if (panel.name) canvas.dataset.name = panel.name;
      if (panel.pen) {
        canvas.tabIndex = 0; canvas.dataset.lmSuppressShortcuts = "true";
        canvas.addEventListener("keydown", key(canvas, i));
        for (const end of ["pointerup", "pointercancel"]) canvas.addEventListener(end, () => { if (stroke) stroke.down = false; });
      }
      canvas.addEventListener("pointerdown", (e) => { canvas.setPointerCapture(e.pointerId); point(canvas, i)(e); });
      canvas.addEventListener("pointermove", point(canvas, i));
      return canvas;
    }));
    const made = view.controls.map((c) => CONTROLS[c.kind](c, send));
    made.forEach(([element], i) => { element.dataset.name = view.controls[i].name; });
    const had = [...controls.children].find((element) => element.contains(document.activeElement));
    controls.replaceChildren(...made.map(([element]) => element));
    const has = had && [...controls.children].find((element) => element.dataset.name === had.dataset.name);
    if (has) (has.control ?? has).focus(); // a label's control; the keyboard stays where it was
    for (const e of controls.querySelectorAll("input, select, button")) // JupyterLab looks at the
      e.dataset.lmSuppressShortcuts = "true"; // focused element first, and takes its arrow keys
    refreshers = made.map(([, refresh]) => refresh);
  };
  const paint = () => {
    if (panels.clientWidth) share = shareOf(view.panels, panels.clientWidth); // else: not on the page
    view.panels.forEach((panel, i) => drawPanel(panels.children[i], panel, share));
    if (stroke && (stroke.down || waiting().includes(stroke.name)))
      drawStroke(panels.children[stroke.i], view.panels[stroke.i], share, stroke.places);
    const set = panels.scrollWidth > panels.clientWidth ? "setAttribute" : "removeAttribute";
    for (const attribute of WIDE) panels[set](...attribute);
  };
  const show = () => {
    view = model.get("view");
    hear();
    const plan = JSON.stringify([view.panels.map((p) => p.name), view.controls.map((c) => [c.kind, c.name, c.kind === "button" || c.label, c.options])]);
    if (plan !== built) { build(); built = plan; }
    paint();
    const ahead = waiting(); // there the hand is ahead: let it
    view.controls.forEach((c, i) => ahead.includes(c.name) || refreshers[i](c));
    readout.ariaLive = view.tick === null ? "polite" : "off"; // nobody can listen to twenty a second
    readout.textContent = view.readout; // after it, so that what is true at the pause is said
    complain(view.error);
    Object.assign(root.dataset, { serial: view.serial, at: view.at }); // at: when the hand moved
  };
  const lose = () => complain(GONE);
  model.on("change:view", show);
  model.on("comm_live_update", lose);
  show();
  const watch = new ResizeObserver(() => requestAnimationFrame(paint));
  watch.observe(panels);
  return () => {
    stop(); watch.disconnect();
    model.off("change:view", show); model.off("comm_live_update", lose);
  };
}

export default live(render);
