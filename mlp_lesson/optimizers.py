"""What to do with a gradient: one update rule a function, and how the learning rate changes.

A rule is step(w, g, state, lr). It changes the array w in place, from its gradient g, and keeps
what it must remember in state, a dict that starts empty and belongs to this one array. Bind other
settings with functools.partial: partial(momentum, momentum=0.5).
"""

import numpy as np


def sgd(w, g, state, lr):
    """w ← w - ηg: a step against the gradient (Robbins & Monro 1951)."""
    w -= lr * g


def momentum(w, g, state, lr, *, momentum=0.9):
    """v ← μv - ηg;  w ← w + v: a ball with inertia μ (Polyak 1964)."""
    if not state:
        state["v"] = np.zeros_like(w)
    v = state["v"]
    v *= momentum  # v ← μv
    v -= lr * g  #         - ηg
    w += v  # w ← w + v


def nesterov(w, g, state, lr, *, momentum=0.9):
    """v ← μv - ηg;  w ← w + μv - ηg: the gradient acts where the ball is going (Nesterov 1983)."""
    if not state:
        state["v"] = np.zeros_like(w)
    v = state["v"]
    step = lr * g
    v *= momentum  # v ← μv
    v -= step  #         - ηg
    w -= step
    w += momentum * v  # w ← w + μv - ηg


def rmsprop(w, g, state, lr, *, decay=0.9, eps=1e-8):
    """s ← ρs + (1-ρ)g²;  w ← w - ηg / (√s + ε): every weight its own scale (Hinton 2012)."""
    if not state:
        state["s"] = np.zeros_like(w)
    s = state["s"]
    s *= decay  # s ← ρs
    s += (1 - decay) * g**2  #    + (1-ρ)g²
    w -= lr * g / (np.sqrt(s) + eps)


def adam(w, g, state, lr, *, beta1=0.9, beta2=0.999, eps=1e-8):
    """m ← β₁m + (1-β₁)g;  v ← β₂v + (1-β₂)g²;  w ← w - η√(1-β₂ᵗ)/(1-β₁ᵗ) · m / (√v + ε).

    Kingma & Ba 2015. The two roots of 1-βᵗ correct the start, when m and v are still close to 0.
    This is the order of the end of the paper's section 2, which scikit-learn follows too; its
    algorithm 1 divides by √(v/(1-β₂ᵗ)) + ε instead, so there ε is larger at the start.
    """
    if not state:
        state.update(m=np.zeros_like(w), v=np.zeros_like(w), t=0)
    m, v = state["m"], state["v"]
    state["t"] = t = state["t"] + 1
    m *= beta1  # m ← β₁m
    m += (1 - beta1) * g  #   + (1-β₁)g
    v *= beta2  # v ← β₂v
    v += (1 - beta2) * g**2  # + (1-β₂)g²
    w -= lr * (1 - beta2**t) ** 0.5 / (1 - beta1**t) * m / (np.sqrt(v) + eps)


def walk(gradient, start, step, lr, n_steps):
    """All places on the way down, the start first: (n_steps + 1, *shape of the start).

    gradient: w -> g, an array like w;  step: a rule from above, with a state of its own.
    """
    w, state = np.array(start, dtype=float), {}
    places = [w.copy()]
    for _ in range(n_steps):
        step(w, gradient(w), state, lr)
        places.append(w.copy())
    return np.array(places)


# A schedule is a function of the number of updates made so far; its value is the learning rate.


def constant(lr):
    """η for ever."""
    return lambda updates: lr


def inverse_scaling(lr, *, power=0.5, per_update=1):
    """η / (1 + s)^power, where s = per_update · updates, so counted in what you like to count."""
    return lambda updates: lr / (1 + per_update * updates) ** power


def exponential_decay(lr, *, rate=0.96, every=100_000):
    """η · rate^(updates / every): smoothly rate times smaller after each `every` updates."""
    return lambda updates: lr * rate ** (updates / every)


class Adaptive:
    """η stays as it is until slow_down() divides it by 5: for when the loss stops falling."""

    def __init__(self, lr, *, factor=5.0, smallest=1e-6):
        self.lr, self.factor, self.smallest = lr, factor, smallest

    def __call__(self, updates):
        return self.lr

    def slow_down(self):
        """Divide; False, and no change, when η is already at or below the smallest."""
        if self.lr <= self.smallest:
            return False
        self.lr /= self.factor
        return True
