// What every card and widget does, whatever it shows: it comes to life in the place of its still, and
// lets Shift+Enter go on to the next cell. Python puts this text in front of the module's own, which
// ends in `export default live(render)`.
//
// A notebook stores only the still, inside <mlp-live key="...">. Where there is a kernel, the model
// that Python opened looks for the place with its key; where there is none, the still stays.

const SHOWN_BY = (globalThis.mlpShownBy ??= new Map()); // key -> show(place): its answer takes it away

if (!customElements.get("mlp-live")) {
  customElements.define("mlp-live", class extends HTMLElement {
    connectedCallback() { this.wake(); }
    disconnectedCallback() { this.leave?.(); this.leave = null; }
    wake() {
      const show = SHOWN_BY.get(this.getAttribute("key"));
      if (!show) return;
      this.leave?.();
      this.replaceChildren();
      this.leave = show(this);
    }
  });
}

// What they say when Python is gone; "comm_live_update" comes when the kernel is restarted.
const GONE = "The kernel that knew this is gone: nothing you do here is stored any more. " +
  "Run the cells above (menu Run, Run All Above Selected Cell), then this one.";
const SILENT = "Python does not answer. If it is at work, wait. If it was stopped, run the cells above " +
  "(menu Run, Run All Above Selected Cell), then this one.";

// Shift+Enter, Ctrl+Enter and Alt+Enter belong to the notebook, wherever in a card the keyboard is. The
// cell of the card has run already, and running it again would undo what was done in it: Shift+Enter
// is for the cell below. Outside JupyterLab and Notebook 7 there is no such cell, and nothing is done.
function goOn(event) {
  const { key, code, keyCode, shiftKey, ctrlKey, altKey, metaKey } = event;
  const here = event.target.closest(".jp-Notebook .jp-Cell");
  if (!here || key !== "Enter" || !(shiftKey || ctrlKey || altKey || metaKey)) return;
  event.preventDefault(); // or a button would be pressed as well
  event.stopPropagation();
  const below = [...here.closest(".jp-Notebook").querySelectorAll(".jp-Cell")]
    .find((cell) => cell.offsetParent && here.compareDocumentPosition(cell) & 4);
  const cell = shiftKey ? below : here;
  (cell ?? here).focus();
  const keys = { key, code, keyCode, shiftKey, ctrlKey, altKey, metaKey };
  cell?.dispatchEvent(new KeyboardEvent("keydown", { ...keys, bubbles: true, cancelable: true }));
}

function live(render) {
  const show = (model, el) => {
    const root = document.createElement("div");
    root.tabIndex = -1; // a click beside the controls, or on a canvas, brings the keyboard here
    root.dataset.lmSuppressShortcuts = "true"; // JupyterLab's one-key shortcuts (x cuts the cell) rest
    root.addEventListener("keydown", goOn, true);
    el.append(root);
    return render({ model, el: root });
  };
  return {
    render: ({ model, el }) => show(model, el),
    initialize({ model }) {
      const mine = (el) => show(model, el);
      let key = "";
      const leave = () => SHOWN_BY.get(key) === mine && SHOWN_BY.delete(key);
      const enter = () => {
        key = model.get("key");
        if (!key) return;
        SHOWN_BY.set(key, mine);
        document.querySelectorAll(`mlp-live[key="${key}"]`).forEach((place) => place.wake());
      };
      model.on("change:key", enter);
      model.on("comm_live_update", leave);
      enter();
      return leave;
    },
  };
}
