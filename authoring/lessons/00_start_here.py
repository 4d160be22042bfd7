# %% [markdown]
# # {{title}}
#
# A neural network reads a handwritten digit. How does it do that, and how did it learn to? By the
# end of this course you will have built such a network yourself, from one artificial neuron
# upwards, and you will have looked at the pictures inside its weights.
#
# **After this notebook you can**
# - say what the course builds, and in which order;
# - use what the lessons are made of: predictions, pictures, things to move, a quiz, an exercise;
# - tell whether your computer has all that the course needs.
#
# *About {{minutes}} minutes. You need Python and school mathematics; nothing about neural networks.*

# %% [markdown]
# ## 1. What you will build
#
# The next cells draw a digit, train a small network on 60,000 handwritten digits, and let it read
# the drawing. You need not understand the code yet: lessons 01 to 08 build such a network, line by
# line.
#
# **Before you start.** This should be your own copy, without results, in the folder `learn`: results
# that stand under the cells already would give the answers away. Run one cell after another with
# **Shift+Enter**, not all at once: a question is closed once the cell with its answer has
# run. The first cell of every notebook is folded; if something is missing on your computer, it says
# what, and how to mend it.

# %%
import matplotlib.pyplot as plt
import numpy as np

from mlp_lesson import plots
from mlp_lesson.data import load_mnist
from mlp_lesson.display import claims_hold, show_figure
from mlp_lesson.estimators import MLPClassifier
from mlp_lesson.progress import SPACING, progress
from mlp_lesson.questions import predict, quiz, reveal

# %% [markdown]
# A digit is a picture of 28 by 28 numbers between 0 (paper) and 1 (ink). We draw one with a
# virtual pen: the pen visits a list of points, and the closer a pixel is to its path, the more ink
# the pixel gets.


# %%
def draw(points, thickness=1.3):
    """The (28, 28) picture of a pen that moves from point to point, each (x, y) in pixels."""
    points = np.array(points, dtype=float)
    t = np.linspace(0, 1, 50)[:, None]
    path = np.concatenate([a + t * (b - a) for a, b in zip(points[:-1], points[1:], strict=True)])
    y, x = np.mgrid[0:28, 0:28]
    distance = np.hypot(x[..., None] - path[:, 0], y[..., None] - path[:, 1]).min(axis=-1)
    return np.clip(1 + thickness - distance, 0, 1)


points = [(9, 7), (13, 5), (17, 6), (18, 9), (16, 12), (12, 13), (16, 14), (19, 17), (18, 21),
          (14, 23), (9, 21)]
digit = draw(points)

# %% [markdown]
# **Predict.** Which digit will a network read in it? Follow the points in the list above (x counts
# from the left, y from the top), or take a guess. Run the next cell, choose an answer, and click how
# sure you are.

# %%
guess = predict("Which digit will the network read in the drawing?", options=[2, 3, 5, 8])

# %% [markdown]
# In this course you commit yourself before each surprise. A wrong guess costs nothing. What surprises
# you, you remember: the mistakes that people were surest of are the ones they correct most often
# (Butterfield and Metcalfe 2001).
#
# Now a network, and its training. The digits come from a collection called **MNIST**: 70,000 of
# them, written by hand, each with its right answer. The network sees 60,000 of them three times,
# and after every 200 it corrects itself a little. That takes a few seconds. Then it is tested on
# the 10,000 others.

# %%
expected = predict("Of 100 digits that it has never seen, how many will it read right?",
                   low=0, high=100, unit="digits")

# %%
mnist = load_mnist()
network = MLPClassifier((64,), random_state=0)
for _ in range(3):
    network.partial_fit(mnist.X_train, mnist.y_train, classes=range(10))
accuracy = network.score(mnist.X_test, mnist.y_test)
print(f"It reads {accuracy:.0%} of the digits that it has never seen.")

# %% jupyter={"source_hidden": true}
reveal(expected, answer=round(100 * accuracy), within=5,
       why="Whoever guesses gets about 10. Nobody told it how a digit looks; it had examples, and corrections.")

# %% [markdown]
# And what does it read in the drawing?

# %% jupyter={"source_hidden": true}
probabilities = network.predict_proba(digit.reshape(1, 784))[0]
fig, (left, right) = plt.subplots(1, 2, width_ratios=[1, 1.4], figsize=(7.2, 3.2))
left.imshow(digit, vmin=0, vmax=1)
left.set(title="What it sees", xticks=[], yticks=[])
left.spines[:].set(visible=True, color="lightgray")
bars = right.bar(range(10), probabilities, color=plots.PALETTE[4])
bars[probabilities.argmax()].set_color(plots.PALETTE[0])
right.set(title=f"What it says: {probabilities.argmax()}", xlabel="digit", ylabel="probability")
right.set(xticks=range(10), ylim=(0, 1))
show_figure(
    fig,
    alt="Left, a 3 drawn with thick strokes on 28 by 28 pixels. Right, ten bars, one for each "
    "digit: the bar of the 3 is by far the highest.",
    caption=f"A digit drawn and recognized: the network reads a {probabilities.argmax()}.",
)

# %% jupyter={"source_hidden": true}
reveal(
    guess,
    answer=int(probabilities.argmax()),
    why="The network never saw this drawing; it learned what a 3 has in common with other 3s.",
)

# %% [markdown]
# Now draw a digit of your own: change the points, run the cell, and see whether the network reads
# it. It may well be wrong: it has only seen what people write, not what a ruler draws.

# %%
mine = draw([(9, 6), (9, 14), (19, 14), (17, 6), (17, 22)])
said = network.predict(mine.reshape(1, 784))[0]
show_figure(
    plots.plot_images(mine[None], [f"read as {said}"], n_columns=4),
    alt="A digit of straight strokes on 28 by 28 pixels, and above it what the network reads.",
    caption=f"The network reads a {said} in this drawing.",
)

# %% [markdown]
# What did the network compute, and how did it find the 50,890 numbers that it computes with? That
# is the course.

# %% [markdown]
# ## 2. The map
#
# {{map}}
#
# Take them in order; each builds on the ones before. Open at any time:
#
# {{pages}}

# %% [markdown]
# ## 3. How a lesson works
#
# A lesson asks you things all the time. Here is a question about the network above. Choose an answer,
# and you see why it is right, or where the thought behind it fails.

# %%
quiz("00-what-it-learned")

# %% [markdown]
# And these are the parts of a lesson:
#
# - **Predict, run, explain.** You have done two. Say also how sure you are: the course keeps count
#   of how often "sure" was right.
# - **Equation, code, picture.** Every idea comes in these three forms, side by side.
# - **A thing to move.** Sliders, buttons and drawings, to try what the text says.
# - **A quiz** with a reason for each option, and two questions from earlier lessons. Those come
#   back after 1, 3, 7 and 21 days, and the first cell of any notebook then asks them: to recall a
#   thing makes you remember it longer than to read it again (Roediger and Karpicke 2006).
# - **"What this lesson claimed, as code."** The last cell checks the numbers that the text states.
# - **Functions to write**, in place of `raise NotImplementedError`: a few in the lesson, where they are
#   derived; most of them again, from memory, in its exercise (folder `exercises`), and new ones. A check
#   says what is right, and names a mistake. Are you stuck? The lesson goes on with its own version.
# - **For the curious**: folded sections; no lesson needs them. *Shift+Enter* on such a heading opens it,
#   the down arrow passes by.

# %% [markdown]
# ## 4. Is everything in place?
#
# The versions of Python and of the packages, and the two data files, byte for byte.

# %% tags=["nbval-ignore-output"]
# Versions differ between computers, so tests of the course do not compare this output.
from mlp_lesson.environment import environment

for item in environment():
    print(f"{item.name:<18} {item.found:<12} {item.problem or 'ok'} {item.mend}".rstrip())

# %%
problems = [item for item in environment() if item.problem]
print("Everything is in place." if not problems else "Each line above without ok says what to do.")

# %% [markdown]
# ## 5. Where you are
#
# This is your own map. It fills as you guess, answer and solve. It is one file on this computer:
# `progress.path` says where, `progress.export()` writes it as text, `progress.reset(confirm=True)` starts
# afresh, and `progress.restore()` takes that back.

# %% tags=["nbval-ignore-output"]
# What you have done so far is yours alone, so this output is not compared.
progress()

# %% [markdown]
# ## What this notebook claimed, as code

# %% jupyter={"source_hidden": true}
assert mnist.X_train.shape == (60_000, 784) and mnist.X_test.shape == (10_000, 784)
assert digit.shape == (28, 28) and digit.min() == 0 and digit.max() == 1
assert sum(a.size for a in network.coefs_ + network.intercepts_) == 50_890
assert network.t_ == 3 * 60_000  # examples seen
assert accuracy > 0.9 and network.predict(draw(points).reshape(1, 784))[0] == 3
assert not problems
assert SPACING == (1, 3, 7, 21)
claims_hold()

# %% [markdown]
# ## Sources
#
# Y. LeCun, L. Bottou, Y. Bengio, P. Haffner (1998), Gradient-based learning applied to
# document recognition, *Proceedings of the IEEE* 86(11): the paper that introduced these digits.
# B. Butterfield, J. Metcalfe (2001), Errors committed with high confidence are hypercorrected,
# *Journal of Experimental Psychology: Learning, Memory, and Cognition* 27(6). H. L. Roediger, J. D.
# Karpicke (2006), Test-enhanced learning, *Psychological Science* 17(3).
