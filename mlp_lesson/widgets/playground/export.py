"""What was built in the playground, as code that trains to the same numbers."""

from . import problem
from .problem import Setup

RULES = {"plain": "sgd", "momentum": "momentum", "Nesterov": "nesterov", "RMSprop": "rmsprop",
         "Adam": "adam"}  # names in mlp_lesson.optimizers  # fmt: skip
PENALTIES = {
    "L1": ("rate * np.sign(W)", "the gradient of rate·Σ|W|"),
    "L2": ("rate * W", "the gradient of rate/2·ΣW²"),
}
TEXT = '''\
# {sizes} on {data}, {activations}, as built on the workbench; epochs: {epochs}.
import numpy as np

from mlp_lesson.activations import {names}
from mlp_lesson.losses import LOSSES
from mlp_lesson.network import forward, init_params
from mlp_lesson.optimizers import {rule}
from mlp_lesson.train import loss_and_gradient, minibatches, update
from mlp_lesson.widgets.playground.problem import Setup, examples
from mlp_lesson.widgets.playground.training import INITS

# the points and their features
X, Y, X_test, Y_test = examples(Setup({fields}))
print("features", X.shape, X_test.shape, "targets", Y.shape, Y_test.shape)

# the network and its start
{activation}
loss = LOSSES[{loss!r}].value_and_delta
params = init_params({sizes_list}, np.random.default_rng({seed}), INITS[{init!r}])
states = [{{}} for _ in range(2 * len(params))]  # the memory of the update rule

for epoch in range(1, {epochs} + 1):
    order = np.random.default_rng([{seed}, epoch]).permutation(len(X))
    for rows in minibatches(order, {batch}):
        _, grads = loss_and_gradient(params, X[rows], Y[rows], activation, loss)
{penalty}        update(params, grads, {rule}, states, {rate!r})

train_loss = loss(forward(params, X, activation.f)[0], Y)[0]
test_loss = loss(forward(params, X_test, activation.f)[0], Y_test)[0]
print(f"epochs: {epochs}, train loss {{train_loss:.6f}}, test loss {{test_loss:.6f}}")
'''
EACH = '''\
each = [ACTIVATIONS[name] for name in {}]  # of the hidden layers
activation = Activation([a.f for a in each], [a.f_prime for a in each])'''
POINTS = ("data", "points", "noise", "train_share", "data_seed", "own", "features", "loss")


def code(setup: Setup, epochs: int) -> str:
    """A program of mlp_lesson's functions that trains setup from its start; params is the end."""
    default = Setup()
    fields = [f"{name}={getattr(setup, name)!r}" for name in POINTS
              if getattr(setup, name) != getattr(default, name)]  # fmt: skip
    penalty = ""
    if setup.penalty != "none":
        expression, words = PENALTIES[setup.penalty]
        penalty = (
            f"        rate = {setup.penalty_rate!r}  # {setup.penalty}: {words}, not of biases\n"
            "        for grad, (W, _) in zip(grads, params, strict=True):\n"
            f"            grad.W[:] += {expression}\n"
        )
    names, layers = setup.activation, problem.sizes(setup)
    mixed = isinstance(names, tuple)
    return TEXT.format(
        sizes="-".join(map(str, layers)), sizes_list=layers, fields=", ".join(fields),
        loss=problem.LOSSES[setup.loss], rule=RULES[setup.rule], penalty=penalty, epochs=epochs,
        names="ACTIVATIONS, Activation" if mixed else "ACTIVATIONS",
        activations=" then ".join(names) if mixed else names,
        activation=EACH.format(names) if mixed else f"activation = ACTIVATIONS[{names!r}]",
        **{name: getattr(setup, name) for name in ("data", "seed", "init", "batch", "rate")},
    )  # fmt: skip
