"""One pass with every number by name, and its three views: table, alt text, stepper."""

import math
import re

import numpy as np
import pytest

from mlp_lesson.activations import ACTIVATIONS
from mlp_lesson.gradcheck import numerical_gradient
from mlp_lesson.losses import binary_cross_entropy, half_squared_error, softmax_cross_entropy
from mlp_lesson.network import Layer, backward, forward, init_params
from mlp_lesson.trace import HEADS, NAME, Trace, decimals, name, trace
from mlp_lesson.widgets import backprop_stepper as stepper
from mlp_lesson.widgets._canvas import Text, still

SMOOTH = ["identity", "logistic", "tanh", "softplus"]
NETS = [
    (sizes, activation, loss)
    for sizes in [(2, 2, 1), (3, 1), (2, 3, 2, 3)]
    for activation in SMOOTH
    for loss in HEADS
    if not (loss is softmax_cross_entropy and sizes[-1] == 1)
]


def a_trace(sizes, activation, loss, seed=0):
    """(Trace, params, x, y) of a random network and sample."""
    rng = np.random.default_rng(seed)
    params, x = init_params(sizes, rng), rng.normal(size=sizes[0])
    y = np.eye(sizes[-1])[0]
    return trace(params, x, y, ACTIVATIONS[activation], loss), params, x, y


def test_a_pass_worked_on_paper_has_these_steps_in_this_order():
    # The network of test_network.py: ReLU, ½(a - y)², x = (1, 2), y = 3, all by hand.
    params = [
        Layer(np.array([[1.0, -1.0], [0.5, 1.0]]), np.array([0.0, -3.0])),
        Layer(np.array([[1.0], [2.0]]), np.array([-1.0])),
    ]
    t = trace(params, [1, 2], [3], ACTIVATIONS["relu"], half_squared_error)
    assert [(step.name, step.value) for step in t.steps] == [
        ("z⁽¹⁾₁", 2), ("a⁽¹⁾₁", 2), ("f'(z⁽¹⁾₁)", 1),
        ("z⁽¹⁾₂", -2), ("a⁽¹⁾₂", 0), ("f'(z⁽¹⁾₂)", 0),
        ("z⁽²⁾₁", 1), ("a⁽²⁾₁", 1), ("L", 2),
        ("δ⁽²⁾₁", -2), ("∂L/∂w⁽²⁾₁₁", -4), ("∂L/∂w⁽²⁾₂₁", 0), ("∂L/∂b⁽²⁾₁", -2),
        ("δ⁽¹⁾₁", -2), ("∂L/∂w⁽¹⁾₁₁", -2), ("∂L/∂w⁽¹⁾₂₁", -4), ("∂L/∂b⁽¹⁾₁", -2),
        ("δ⁽¹⁾₂", 0), ("∂L/∂w⁽¹⁾₁₂", 0), ("∂L/∂w⁽¹⁾₂₂", 0), ("∂L/∂b⁽¹⁾₂", 0),
    ]  # fmt: skip
    assert t.steps[0].line() == "z⁽¹⁾₁ = x₁·w⁽¹⁾₁₁ + x₂·w⁽¹⁾₂₁ + b⁽¹⁾₁ = 1·1 + 2·0.5 + 0 = 2.0000"
    assert t.steps[13].line() == "δ⁽¹⁾₁ = δ⁽²⁾₁·w⁽²⁾₁₁·f'(z⁽¹⁾₁) = (−2)·1·1 = −2.0000"
    assert t.stops() == [3, 6, 8, 9, 13, 17, 21]


@pytest.mark.parametrize("sizes, activation, loss", NETS)
def test_every_gradient_equals_its_finite_difference(sizes, activation, loss):
    """delta too, by moving z itself: the rest of the network is run from there."""
    t, params, x, y = a_trace(sizes, activation, loss)
    f = ACTIVATIONS[activation].f
    for l in range(1, len(params) + 1):

        def loss_from(z, l=l):
            after = params[l:]
            out = forward(after, f(z[None]), f)[0] if after else z[None]
            return loss(out, y[None])[0]

        z = np.array([s.value for s in t.steps if (s.kind, s.layer) == ("z", l)])
        deltas = [s.value for s in t.steps if (s.kind, s.layer) == ("delta", l)]
        np.testing.assert_allclose(deltas, numerical_gradient(loss_from, z), rtol=1e-6, atol=1e-9)
    gradients = [s for s in t.steps if s.kind in ("delta", "dW", "db")]
    assert len(gradients) == sum(2 * len(b) + W.size for W, b in params)
    for s in gradients:
        assert s.value == pytest.approx(s.finite_difference, rel=1e-6, abs=1e-9), s.name
    assert not [s for s in t.steps if s.kind not in ("delta", "dW", "db") and s.finite_difference]


@pytest.mark.parametrize("sizes, activation, loss", NETS)
def test_it_holds_what_forward_and_backward_give(sizes, activation, loss):
    t, params, x, y = a_trace(sizes, activation, loss)
    Z, cache = forward(params, x[None], ACTIVATIONS[activation].f)
    value, delta = loss(Z, y[None])
    grads = backward(params, cache, delta, ACTIVATIONS[activation].f_prime)
    assert t.values["L"] == value
    for l, (dW, db) in enumerate(grads, 1):
        for (j, k), slope in np.ndenumerate(dW):
            assert t.values[f"∂L/∂{name('w', l, j, k)}"] == slope
            assert t.values[f"∂L/∂{name('b', l, k)}"] == db[k]


@pytest.mark.parametrize("sizes, activation, loss", NETS)
def test_a_formula_uses_only_what_is_known_before(sizes, activation, loss):
    t, params, x, y = a_trace(sizes, activation, loss)
    computed = {step.name for step in t.steps}
    done = set()
    for step in t.steps:
        names = {found[0] for found in NAME.finditer(step.formula)}
        if step.formula.startswith("softmax"):
            names = {step.name.replace("a", "z")}  # the other units' z stand below: same layer
        assert names and not names & (computed - done), step
        done.add(step.name)
    assert len(done) == len(t.steps)


def evaluate(numbers):
    """The value of a formula with numbers in it."""
    code = numbers.translate({ord("−"): "-", ord("·"): "*", ord("½"): "0.5", ord("²"): "**2"})
    code = re.sub(r"softmax\((.*)\)([₁-₉])", lambda m: f"softmax({m[2]!r}, {m[1]})", code)
    code = code.replace("σ'", "sigma_prime").replace("tanh'", "tanh_prime")

    def softmax(k, *z):
        return math.exp(z["₁₂₃".index(k)]) / sum(map(math.exp, z))

    def sigma(z):
        return 1 / (1 + math.exp(-z))

    return eval(code, {
        "σ": sigma, "sigma_prime": lambda z: sigma(z) * (1 - sigma(z)), "ln": math.log,
        "tanh": math.tanh, "tanh_prime": lambda z: 1 - math.tanh(z) ** 2, "softmax": softmax,
    })  # fmt: skip


@pytest.mark.parametrize("sizes", [(2, 2, 1), (2, 3, 2, 3)])
@pytest.mark.parametrize("activation", ["logistic", "tanh"])
@pytest.mark.parametrize("loss", HEADS)
def test_the_numbers_of_a_formula_give_its_value(sizes, activation, loss):
    t, *_ = a_trace(sizes, activation, loss, seed=1)
    for step in t.steps:  # four decimals go in, so the fourth that comes out may differ
        assert evaluate(step.numbers) == pytest.approx(step.value, abs=6e-4), step.line()


def test_brackets_stand_around_a_minus_only_where_it_needs_them():
    params = [Layer(np.array([[-2.0]]), np.array([-1.0]))]
    t = trace(params, [-1], [0], ACTIVATIONS["tanh"], binary_cross_entropy)
    assert t.steps[0].numbers == "(−1)·(−2) + (−1)"
    t = trace(params, [1], [0], ACTIVATIONS["tanh"], binary_cross_entropy)
    assert t.steps[1].numbers == "σ(−3)" and t.steps[1].formula == "σ(z⁽¹⁾₁)"
    assert decimals(-1e-9) == "0.0000" and decimals(-0.5) == "−0.5000"


def test_a_pass_that_does_not_keep_every_layers_sums_is_refused(monkeypatch):
    def forgetful(params, X, f):
        logits, cache = forward(params, X, f)
        return logits, cache._replace(Z=cache.Z[:-1])

    params = init_params([2, 2, 1], np.random.default_rng(0))
    monkeypatch.setattr("mlp_lesson.trace.forward", forgetful)
    with pytest.raises(ValueError, match="shorter"):
        trace(params, [1, 0], [1], ACTIVATIONS["tanh"], binary_cross_entropy)


def test_another_loss_is_refused():
    params = [Layer(np.ones((1, 1)), np.zeros(1))]
    with pytest.raises(KeyError):
        trace(params, [1], [0], ACTIVATIONS["tanh"], max)


# ---- the three views ----------------------------------------------------------------------------


def rows_of(table):
    """The cells of each step; a line without a name goes on with the step above it."""
    head, *lines = table.splitlines()
    starts = [head.index(word) for word in head.split()]
    rows = []
    for line in lines:
        cells = [line[a:b].strip() for a, b in zip(starts, [*starts[1:], None], strict=True)]
        if cells[0]:
            rows.append(cells)
        else:
            rows[-1] = [f"{a} {b}".strip() for a, b in zip(rows[-1], cells, strict=True)]
    return rows


def test_the_table_of_the_lesson_fits_a_notebooks_page():
    W, b = np.array([[0.8, -0.4], [-0.6, 1.2]]), np.array([0.1, 0.3])
    params = [Layer(W, b), Layer(np.array([[1.5], [-1.0]]), np.array([0.2]))]
    t = trace(params, [1.0, 0.5], [1.0], ACTIVATIONS["tanh"], binary_cross_entropy)
    assert max(map(len, t.table().splitlines())) <= 100


@pytest.mark.parametrize("activation", ["logistic", "tanh", "relu"])
@pytest.mark.parametrize("x, y", [((1.0, 0.5), 1), ((-1.5, 0.7), 0)])
def test_table_alt_text_and_stepper_show_the_same_numbers(activation, x, y):
    state = stepper.State(x=x, y=y, activation=activation)
    t = trace(state.params, x, [y], ACTIVATIONS[activation], binary_cross_entropy)
    rows = rows_of(t.table())
    said, shown = [], []
    for done in range(1, len(t.stops()) + 1):
        view = stepper.draw(state._replace(done=done))
        said += [line for line in view.readout.splitlines() if line.count(" = ") > 1]
    shown = [mark.words for mark in view.panels[0].marks if isinstance(mark, Text)]
    assert len(rows) == len(said) == len(t.steps) == 21
    for step, row, line in zip(t.steps, rows, said, strict=True):
        value = f"{step.value:.4f}".replace("-0.0000", "0.0000").replace("-", "−")
        assert row[:4] == [step.name, step.formula, step.numbers, value]
        assert f"{step.name} = {value}" in t.alt()
        assert line.startswith(f"{step.name} = {step.formula} = ") and f"= {value}" in line
        if step.finite_difference is not None:
            assert abs(step.value - step.finite_difference) < 1e-6
            assert row[4] == value and line.endswith(f"finite difference: {value}")
        short = re.sub(r"(∂L/∂.).*", r"\1", step.name)  # beside its edge ∂L/∂w needs no indices
        assert f"{short} = {value}" in shown
    assert view.panels[0].alt.endswith(t.alt())


def test_the_alt_text_of_a_cut_pass_holds_what_is_shown_and_no_more():
    for done in range(8):
        view = stepper.draw(stepper.State(done=done))
        t, stops = stepper.whole(stepper.State())
        assert isinstance(t, Trace)
        for i, step in enumerate(t.steps):
            in_alt = f"{step.name} = {decimals(step.value)}" in view.panels[0].alt
            assert in_alt == (i < stops[done])
        words = " ".join(m.words for m in view.panels[0].marks if isinstance(m, Text))
        assert ("δ⁽²⁾₁" in words) == (done >= 5)
        still(view)


# ---- typing the deltas --------------------------------------------------------------------------


def typed(words, done=4, **more):
    return stepper.update(stepper.State(done=done, **more), "delta", words)


def test_a_right_delta_goes_on_and_is_counted():
    # a = σ(z), z = 1.5 tanh 0.6 - tanh 0.5 + 0.2 = 0.5435, a = 0.6326, δ = a - 1
    for words in ("-0.3674", "−0.367", "-0,37", " 0.6326 - 1 ", "-(1 − 0.6326)"):
        state = typed(words)
        assert (state.done, state.found) == (5, ("δ⁽²⁾₁",)), words
        assert "Right: δ⁽²⁾₁ = −0.3674" in stepper.draw(state).readout
    # δ⁽¹⁾₁ = -0.3674 · 1.5 · (1 - 0.5370²)
    state = stepper.update(state, "delta", "-0.3674 * 1.5 * 0.7116")
    state = stepper.update(state, "delta", "0.289")
    assert state.done == 7 and "You found 3 of 3" in stepper.draw(state).readout


@pytest.mark.parametrize(
    "words, done, hint",
    [
        ("0.3674", 4, "the sign is not"),
        ("0.6326", 4, "target is missing"),
        ("-0.0854", 4, "σ' is in it"),
        ("-0.55", 5, "f' is missing"),
        ("-0.2614", 5, "weight is missing"),
        ("0.392", 5, "the sign is not"),
        ("-0.4183", 5, "belongs to z⁽¹⁾₁"),
        ("7", 5, "δ⁽²⁾₁·w⁽²⁾₁₁·f'(z⁽¹⁾₁)"),
        ("", 5, "no number"),
        ("about a half", 5, "no number"),
        ("1/0", 5, "no number"),
        ("9**9**9", 5, "no number"),
        ("__import__('os')", 5, "no number"),
        ("nan", 5, "no number"),
        ("1e999", 5, "not yet"),
    ],
)
def test_a_wrong_delta_stays_and_gets_a_nudge_that_does_not_tell_it(words, done, hint):
    state = typed(words, done)
    assert state.done == done and state.found == ()
    view = stepper.draw(state)
    assert hint in view.readout
    answer = stepper.asked(state).value
    assert decimals(answer) not in state.said.replace(words, "")


def test_a_delta_is_asked_for_only_on_the_way_back():
    views = [stepper.draw(stepper.State(done=done)) for done in range(8)]
    entries = [control for view in views for control in view.controls if control.name == "delta"]
    assert [entry.enabled for entry in entries] == [False] * 4 + [True] * 3 + [False]
    assert typed("1", done=2) == stepper.State(done=2)


def test_buttons_and_sliders_move_and_forget_the_verdict():
    wrong = typed("7", done=4)
    for control, value, done in [("next", None, 5), ("back", None, 3), ("step", 7, 7),
                                 ("again", None, 0), ("x₁", -1.0, 4), ("x₂", 2, 4), ("y", "0", 4),
                                 ("activation", "relu", 4)]:  # fmt: skip
        after = stepper.update(wrong, control, value)
        assert (after.done, after.said) == (done, ""), control
    assert stepper.update(wrong, "x₂", 2).x == (1.0, 2)
    assert stepper.update(wrong, "y", "0").y == 0
    assert stepper.update(stepper.State(), "back", None).done == 0
    assert stepper.update(stepper.State(done=7), "next", None).done == 7
