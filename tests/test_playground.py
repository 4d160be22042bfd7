"""The workbench's buttons without a browser: what a state becomes, what is drawn and said."""

import warnings

import numpy as np
import pytest

from mlp_lesson.widgets import _canvas as ui
from mlp_lesson.widgets import playground as w6
from mlp_lesson.widgets.playground import challenges, controls, problem, surface, training
from mlp_lesson.widgets.playground import state as states
from mlp_lesson.widgets.playground.problem import Setup


def press(state, *names):
    for name in names:
        state = w6.update(state, name, None)
    return state


def setup_of(state):
    return state.frame.setup


def texts(panel):
    return [mark.words for mark in panel.marks if isinstance(mark, ui.Text)]


@pytest.mark.parametrize("page", controls.PAGES)
def test_every_control_of_every_page_can_be_moved(page):
    state = w6.update(w6.begin(Setup(points=20)), "page", page)
    for control in w6.draw(state).controls:
        for value in _values(control):
            view = w6.draw(w6.update(state, control.name, value))
            assert len(view.panels) == 4 and view.readout.startswith("Epoch ")


def _values(control):
    """What its event may carry; nothing if it is off."""
    if not control.enabled:
        return []
    match control:
        case ui.Slider(low=low, high=high):
            return [low, high]
        case ui.Choice(options=options):
            return options
        case ui.Check():
            return [True, False]
        case ui.Entry():
            return ["-1.5", "", "nan", "word"]
    return [None]


def test_play_trains_until_pause_and_step_is_one_epoch():
    state = press(w6.begin(Setup()), "play", "tick", "tick")
    assert state.playing and state.frame.epoch == 2 and w6.draw(state).tick == w6.TICK
    assert not press(state, "play").playing and w6.draw(press(state, "play")).tick is None
    assert press(state, "step").frame.epoch == 3 and not press(state, "step").playing
    fast = w6.update(state, "speed", "10")
    assert press(fast, "tick").frame.epoch == 12


def test_reset_gives_the_same_start_and_new_another_one():
    first = w6.begin(Setup())
    again = press(first, "step", "step", "reset")
    assert np.array_equal(again.frame.params[0].W, first.frame.params[0].W)
    assert again.frame.epoch == 0 and len(again.film) == 1
    assert not np.array_equal(press(first, "new").frame.params[0].W, first.frame.params[0].W)


def test_the_slider_goes_back_in_time_and_training_goes_on_from_there():
    state = press(w6.begin(Setup()), *["step"] * 6)
    back = w6.update(state, "shown", 2)
    assert back.frame.epoch == 2 and "Epoch 2:" in w6.draw(back).readout
    again = press(back, *["step"] * 4)
    assert again.frame.train == state.frame.train and again.frame.epoch == 6
    assert w6.update(state, "shown", 99).frame.epoch == 6


def test_a_long_training_keeps_a_bounded_film_that_begins_at_the_start():
    state, frame = w6.begin(Setup()), w6.begin(Setup()).frame
    lengths = []
    for epoch in range(1, 3000):
        state = state._replace(film=states.thinned((*state.film, frame._replace(epoch=epoch))))
        lengths.append(len(state.film))
    assert max(lengths) <= states.MOST_FRAMES + 2 and min(lengths[400:]) > states.MOST_FRAMES / 3
    assert state.film[0].epoch == 0 and state.film[-1].epoch == 2999


def test_going_back_brings_the_settings_of_that_time_back():
    state = press(w6.begin(Setup()), "step", "step")
    state = press(w6.update(state, "log_rate", -1.0), "step")
    assert setup_of(state).rate == 0.1
    assert setup_of(w6.update(state, "shown", 1)).rate == 0.03


def test_features_layers_and_units_come_and_go_and_the_last_feature_stays():
    state = press(w6.begin(Setup()), "step")
    state = w6.update(state, "feature x1·x2", True)
    assert setup_of(state).features == ("x1", "x2", "x1·x2")
    state = w6.update(w6.update(state, "layers", 3), "units 2", 8)
    assert problem.sizes(setup_of(state)) == [3, 4, 2, 8, 2] and state.frame.epoch == 1
    for name in ("x1", "x2"):
        state = w6.update(state, f"feature {name}", False)
    last = w6.update(state, "feature x1·x2", False)
    assert last.frame is state.frame and "one or more of x1, x2" in w6.draw(last).readout


def test_each_layer_has_an_activation_of_its_own_that_stays_as_layers_come_and_go():
    def shown(state):
        controls = w6.draw(state).controls
        return {c.label: c.value for c in controls if c.label.startswith("activation")}

    state = w6.update(press(w6.begin(Setup(points=20)), "step"), "page", "network")
    state = w6.update(state, "activation 1", "relu")
    assert setup_of(state).activation == ("tanh", "relu") and state.frame.epoch == 1
    assert shown(state) == {"activation": "each layer's own", "activation of layer 1": "tanh",
                            "activation of layer 2": "relu"}  # fmt: skip
    state = w6.update(w6.update(state, "layers", 4), "activation 2", "elu")
    assert setup_of(state).activation == ("tanh", "relu", "elu", "relu")
    assert texts(w6.draw(state).panels[0])[-4:] == ["tanh", "relu", "elu", "relu"]
    assert "activation tanh, relu, elu, relu;" in w6.draw(state).panels[0].alt
    assert setup_of(press(w6.update(state, "layers", 3), "step")).activation[:2] == ("tanh", "relu")
    assert shown(w6.update(state, "layers", 1)) == {"activation": "tanh"}
    assert setup_of(w6.update(state, "layers", 0)).activation == "tanh"
    state = w6.update(state, "activation", "elu")
    assert setup_of(state).activation == "elu"
    assert set(shown(state).values()) == {"elu"}


def test_the_maps_of_units_and_answers_are_those_of_each_layers_activation():
    state = w6.begin(Setup(hidden=(1, 1), features=("x1",), activation=("relu", "identity")))
    for (W, b), row in zip(state.frame.params, ([1.0], [-1.0], [99.0, -99.0]), strict=True):
        W[:], b[:] = [row], 0
    network, plane, *_ = w6.draw(state).panels
    _, first, second, *_ = [m.rgba for m in network.marks if isinstance(m, ui.Image)]
    white, blue, orange = (ui.pale(colour, 0.8) for colour in ("#ffffff", ui.BLUE, ui.ORANGE))
    assert (first[0, 0] == white).all() and (first[0, -1] == orange).all()  # max(0, x1)
    assert (second[0, 0] == white).all() and (second[0, -1] == blue).all()  # not cut off once more
    assert (plane.marks[0].rgba[0, -1] == ui.pale(ui.ORANGE, 0.45)).all()


def test_points_are_drawn_by_mouse_or_by_keys_and_taken_back():
    state = w6.update(w6.begin(Setup()), "plane", [0.0, 0.0])
    assert "open the settings of own points" in w6.draw(state).readout
    state = w6.update(state, "page", "own points")
    state = w6.update(w6.update(state, "pen", 2), "plane", [1.003, -9.0])
    assert setup_of(state).data == "own points"
    assert setup_of(state).own == ((1.0, -problem.REACH, 2),)
    assert w6.update(state, "plane", [1.05, -2.4]).frame is state.frame  # too near to be another
    state = press(w6.update(w6.update(state, "pen₁", 0.5), "pen₂", 0.25), "add")
    assert setup_of(state).own[-1] == (0.5, 0.25, 2)
    assert len(setup_of(press(state, "undo")).own) == 1
    assert problem.sizes(setup_of(state))[-1] == 3


def test_a_weight_is_chosen_seen_and_set_and_the_network_follows():
    state = w6.update(w6.begin(Setup()), "page", "weights")
    state = w6.update(w6.update(w6.update(state, "layer", 2), "row", 3), "column", 2)
    edited = w6.update(state, "weight", "−2,5")
    assert edited.frame.params[1].W[2, 1] == -2.5 and edited.frame.train != state.frame.train
    assert state.frame.params[1].W[2, 1] != -2.5
    assert "▸  −2.50" in w6.draw(edited).readout
    bias = w6.update(w6.update(state, "row", 5), "weight", "7")
    assert bias.frame.params[1].b[1] == 7
    assert "A weight is a number" in w6.draw(w6.update(state, "weight", "much")).readout


def test_a_lost_loss_stops_the_training_and_names_the_setting():
    state = w6.begin(Setup(data="saddle", activation="relu", rate=50.0))
    state = press(state, "play", "tick")
    assert not state.playing
    readout = w6.draw(state).readout
    assert "lost" in readout and "learning rate 0.5 instead of 50" in readout
    assert press(state, "tick").frame is state.frame
    assert not press(state, "play").playing


def test_a_stop_rule_stops_and_says_why():
    state = w6.update(w6.begin(Setup(stop="100 epochs")), "speed", "50")
    state = press(state, "play", "tick", "tick", "tick")
    assert state.frame.epoch == 100 and not state.playing
    assert "Stopped at epoch 100" in w6.draw(state).readout
    rising = Setup(
        stop="test loss rises", points=20, rule="Adam", rate=0.1, hidden=(8, 8), noise=0.5
    )
    state = press(w6.update(w6.begin(rising), "speed", "50"), "play", *["tick"] * 20)
    assert not state.playing and "no better test loss" in w6.draw(state).readout
    best = min(f.test for f in state.film)
    assert f"{best:.4f}" in state.note
    sliders = [c.label for c in w6.draw(state).controls if isinstance(c, ui.Slider)]
    assert "picture in time" in state.note and "picture in time" in sliders


def test_edges_have_the_colour_of_their_sign_and_the_thickness_of_their_size():
    state = w6.begin(Setup(hidden=(), features=("x1", "x2")))
    state.frame.params[0].W[:] = [[-3.0, 0.05], [0.05, 0.05]]
    lines = [m for m in w6.draw(state).panels[0].marks if isinstance(m, ui.Line)]
    weights = [(m.colour, m.width, len(m.x) // 3) for m in lines if np.isnan(m.x).any()]
    assert weights[:2] == [(ui.ORANGE, 0.5, 3), (ui.BLUE, 5.5, 1)]


def test_the_map_of_the_answers_shows_the_class_of_each_place():
    state = w6.begin(Setup(hidden=(), features=("x1",)))
    state.frame.params[0].W[:] = [[-99.0, 99.0]]
    state.frame.params[0].b[:] = 0
    rgba = w6.draw(state).panels[1].marks[0].rgba
    assert rgba[0, 0].tolist() == ui.pale(ui.BLUE, 0.45).tolist()
    assert rgba[0, -1].tolist() == ui.pale(ui.ORANGE, 0.45).tolist()


def test_dead_units_are_marked_in_the_picture_and_named_in_words():
    state = w6.begin(Setup(activation="relu", hidden=(4,)))
    state.frame.params[0].b[1] = -99
    view = w6.draw(state)
    assert "dead" in texts(view.panels[0]) and "Dead: unit 2 of layer 1." in view.readout
    assert "Dead: unit 2 of layer 1." in view.panels[0].alt


def test_there_is_a_curve_for_each_loss_and_each_layers_gradient():
    view = w6.draw(press(w6.begin(Setup()), *["step"] * 3))
    assert texts(view.panels[2]) == ["train", "test"]
    assert texts(view.panels[3]) == ["layer 1", "layer 2", "layer 3"]


def test_a_challenge_gives_the_points_counts_the_weights_and_shows_its_best():
    name = next(iter(challenges.CHALLENGES))
    state = w6.update(w6.begin(Setup()), "challenge", name)
    assert "Best known to the course" in w6.draw(state).readout
    assert "You have changed" in w6.draw(w6.update(state, "noise", 0.0)).readout
    best = press(state, "best")
    assert setup_of(best) == challenges.CHALLENGES[name].best and best.challenge == name


def test_functions_of_the_learners_that_are_missing_are_told():
    state = w6.update(w6.begin(Setup()), "rival", True)
    assert state.rival is None and "There is no my_network.py" in w6.draw(state).readout
    state = w6.update(w6.begin(Setup(rule="Adam")), "rival", True)
    assert "plain rule or by momentum" in w6.draw(state).readout
    state = w6.update(w6.begin(Setup(activation=("tanh", "relu"))), "rival", True)
    assert state.rival is None and "know one activation" in w6.draw(state).readout


# ---- the cells below ----


@pytest.fixture
def bench(monkeypatch):
    monkeypatch.setattr(ui, "show_widget", lambda *everything: None)
    return w6.playground(Setup(points=50))


def test_a_set_up_is_saved_and_loaded(bench, tmp_path, capsys):
    path = tmp_path / "mine.json"
    bench.save(path)
    assert str(path) in capsys.readouterr().out
    assert w6.playground(path).setup == bench.setup == Setup(points=50)
    path.write_text('{"rate": 0.5, "seed": 3}')
    bench.load(path)
    assert bench.setup == Setup(rate=0.5, seed=3)


def test_points_of_a_file_are_trained_on(bench, tmp_path):
    path = tmp_path / "points.csv"
    path.write_text("a,b,c\n1,1,0\n-1,1,1\n1,-1,1\n-1,-1,0\n")
    bench.points(path)
    assert bench.setup.data == "own points" and len(bench.setup.own) == 4


def test_the_code_says_when_settings_were_changed_on_the_way(bench, capsys):
    bench.export()
    assert capsys.readouterr().out.startswith("# 2-4-2-2 on circles")
    state = press(w6.begin(Setup()), "step")
    bench._widget.put(w6.update(state, "batch", 20))
    assert bench.code().startswith("# You changed settings")


def test_it_is_shown_with_a_still_an_alt_text_and_a_caption(monkeypatch):
    shown = []
    monkeypatch.setattr(ui, "show_widget", lambda *everything: shown.append(everything))
    w6.playground()
    ((_, still, alt, caption, invitation),) = shown
    still.canvas.draw()
    assert len(still.axes) == 4 and "network 2-4-2-2" in alt and len(caption) < 160
    assert invitation.startswith("To ")


def test_a_card_shows_what_has_learned_and_leads_to_the_workbench(monkeypatch, tmp_path):
    shown = []
    monkeypatch.setattr(w6, "show_card", lambda *everything: shown.append(everything))
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "notebooks/playground.ipynb").touch()
    monkeypatch.chdir(tmp_path / "notebooks")
    w6.workbench_card()
    ((figure, alt, title, address, words, _),) = shown
    figure.canvas.draw()
    assert len(figure.axes) == 2 and "blue plane with an orange middle" in alt
    assert (title, address) == ("The workbench", "../notebooks/playground.ipynb")
    assert words[0] == "What happens if you change it?"
    card = states.trained(w6.begin(Setup(rule="Adam")), 60)
    pixels = w6.draw(card).panels[1].marks[0].rgba  # so that the alt text tells the truth
    middle, corner = pixels[20, 20].astype(int), pixels[0, 0].astype(int)
    assert middle[0] > middle[2] and corner[2] > corner[0]


# ---- the loss surface ----


@pytest.mark.parametrize("activation", ["tanh", ("relu", "logistic")])
def test_the_middle_of_the_loss_surface_is_the_network_and_its_left_edge_the_start(activation):
    frame = states.trained(w6.begin(Setup(points=60, activation=activation)), 20).frame
    losses, middle = surface.around(frame, draw=3, reach=1.0), surface.SIDE // 2
    assert np.isclose(losses[middle, middle], frame.train, rtol=1e-12)
    assert np.isclose(losses[middle, 0], training.start(frame.setup).train, rtol=1e-12)
    assert losses[middle, 0] > frame.train  # it has learned
    far = surface.around(frame, draw=4, reach=1.0)
    assert np.allclose(far[middle], losses[middle]) and not np.allclose(far, losses)


def test_a_random_direction_is_as_long_as_each_units_weights_and_at_right_angles_to_the_way():
    start = training.start(Setup())
    units = [np.vstack([W, b]) for W, b in start.params]
    random = surface._layers(surface._random(start.params, np.random.default_rng(0)), start.params)
    for unit, (W, b) in zip(units, random, strict=True):
        lengths = np.linalg.norm(np.vstack([W, b]), axis=0)
        assert np.allclose(lengths, np.linalg.norm(unit, axis=0))
    d1, d2 = surface.directions(states.trained(w6.begin(Setup()), 5).frame, 0)
    assert abs(d1 @ d2) < 1e-12 * np.linalg.norm(d1) * np.linalg.norm(d2) + 1e-12


def test_the_map_of_a_lost_training_and_of_zero_weights_is_drawn_all_the_same():
    start, zero = training.start(Setup()), training.start(Setup(init="zero"))
    lost = start._replace(params=[type(layer)(layer.W * np.nan, layer.b) for layer in start.params])
    for frame in (lost, zero):
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # as when what is no number is made a colour
            picture = surface.panel(frame, (frame,), draw=0, reach=1.5).marks[0].rgba
        assert picture.shape == (surface.SIDE, surface.SIDE, 4)


def test_the_loss_surface_stands_where_the_gradients_were_and_its_sliders_change_it():
    state = states.trained(w6.begin(Setup(points=60)), 5)
    assert w6.draw(state).panels[3].title == "gradient of each layer"
    state = w6.update(state, "page", "loss surface")
    pictures = [w6.draw(s).panels[3].marks[0] for s in
                (state, w6.update(state, "draw", 3), w6.update(state, "reach", 4.0))]  # fmt: skip
    assert w6.draw(state).panels[3].title == "loss surface"
    assert len({picture.rgba.tobytes() for picture in pictures}) == 3
    assert pictures[2].extent == (-4.0, 4.0, -4.0, 4.0)
