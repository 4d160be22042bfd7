"""Values as bytes: what is sent arrives, and nothing else than that can be sent."""

import json
import pickle
import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from mlp_lesson.activations import tanh
from mlp_lesson.checks.engine.plain import Odd
from mlp_lesson.checks.tasks.ex05.numerical_gradient import Waves
from mlp_lesson.grading.frames import DTYPES, Broken, dump, load

SHAPES = arrays.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4)
NUMBERS = st.sampled_from(sorted(DTYPES)).flatmap(lambda dtype: arrays.arrays(dtype, SHAPES))
WHOLE = st.integers(-(2**62), 2**62)
LEAVES = st.none() | st.booleans() | WHOLE | st.floats() | st.text(max_size=50) | NUMBERS
TREES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=4) | st.tuples(inner, inner), max_leaves=9
)


def equal(a, b):
    if isinstance(a, np.ndarray):
        same = a.dtype == b.dtype and a.shape == b.shape
        return same and np.array_equal(a, b, equal_nan=a.dtype.kind == "f")
    if isinstance(a, list | tuple):
        return type(a) is type(b) and len(a) == len(b) and all(map(equal, a, b))
    return type(a) is type(b) and (a == b or a != a and b != b)


@given(TREES)
def test_what_is_sent_arrives(value):
    assert equal(load(dump(value)), value)


@given(st.binary(max_size=200))
def test_any_bytes_give_a_value_or_are_broken(data):
    try:
        load(data)
    except Broken:
        pass


@given(TREES, st.data())
def test_a_changed_byte_gives_a_value_or_is_broken(value, data):
    frame = bytearray(dump(value))
    frame[data.draw(st.integers(0, len(frame) - 1))] = data.draw(st.integers(0, 255))
    try:
        load(bytes(frame))
    except Broken:
        pass


@pytest.mark.parametrize("value", [np.float64(0.1), np.int32(-3), np.bool_(True)])
def test_a_number_of_numpys_arrives_as_one_and_not_as_an_array(value):
    """Or `b += 1` in a learner's function would change the caller's argument."""
    got = load(dump((value, np.array(value))))
    assert type(got[0]) is type(value) and got[0] == value and type(got[1]) is np.ndarray


def test_a_description_arrives_as_one():
    assert load(dump([Odd("a generator")])) == [Odd("a generator")]


def test_half_a_character_arrives_as_a_question_mark():
    """No page and no table could be written with it."""
    assert load(dump(("\ud800x", Odd("\udfff")))) == ("?x", Odd("?"))


def test_functions_and_generators_enter_the_guest_by_name_and_state():
    rng = np.random.default_rng(3)
    rng.random()
    waves = Waves((1.0,), (2.0,), (3.0,))
    f, g, same = load(dump((tanh, waves, rng)), named=True)
    assert f is tanh and g == waves and same.random() == rng.random()


def frame(tree, *parts):
    text = tree if isinstance(tree, bytes) else json.dumps(tree).encode()
    return b"".join(struct.pack("<I", len(part)) + part for part in [text, *parts])


@pytest.mark.parametrize("data", [
    dump(tanh),
    dump(np.random.default_rng(0)),
    frame({"function": ["os", "system"]}),
    frame({"made": ["subprocess", "Popen", [["ls"]]]}),
    pickle.dumps(np.zeros(3)),
    b"", b"\0\0\0\0", frame("x")[:-1], frame("x") + b"y", struct.pack("<I", 2**32 - 1),
    frame({"array": ["<f8", [2], 1]}, bytes(8)),
    frame({"array": ["<f8", [2**31, 2**31], 1]}, b""),
    frame({"array": ["<f8", [-1], 1]}, bytes(8)),
    frame({"array": ["<f8", [1.0], 1]}, bytes(8)),
    frame({"array": ["<f8", [True], 1]}, bytes(8)),
    frame({"array": ["<f8", [1], 0]}, bytes(8)),
    frame({"array": ["<f8", [1], -1]}, bytes(8)),
    frame({"array": ["<f8", [1], 2]}, bytes(8)),
    frame({"array": ["|O", [1], 1]}, bytes(8)),
    frame({"array": ["|V8", [1], 1]}, bytes(8)),
    frame({"array": ["<U2", [1], 1]}, bytes(8)),
    frame({"array": ["<f8", [1] * 33, 1]}, bytes(8)),
    frame({"scalar": ["<f8", [10**9, 10**9], 1]}, bytes(8)),
    frame({"odd": 5}), frame({"list": [1], "tuple": [1]}), frame({"list": "ab"}), frame({}),
    frame(b"[1, 2]"), frame(b"{'a': 1}"), frame(b"\xff"), frame(b"9" * 10_000),
    frame({"odd": "x" * 10_000}), frame("x" * 10_000), frame({"list": [0] * 200_000}),
    frame(b'{"list": [' * 50 + b"0" + b"]}" * 50), frame(b"[" * 500_000),
    frame(b" " * (3 << 20) + b"1"),
])  # fmt: skip
def test_a_forged_frame_is_broken(data):
    with pytest.raises(Broken):
        load(data)


def test_a_byte_that_claims_to_be_a_truth_value_is_one():
    value = load(frame({"array": ["|b1", [3], 1]}, b"\0\1\xff"))
    assert value.view(np.uint8).tolist() == [0, 1, 1]
