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
# *About {{time}}. You need Python and school mathematics; nothing about neural networks.*

# %% [markdown]
# ## 1. What you will build
#
# You draw a digit, and a small network reads it. Then you watch another one learn to read, from
# 60,000 handwritten digits. You need not understand the code yet: lessons 01 to 08 build such a
# network, line by line.
#
# **Before you start.** This should be your own copy, without results, in the folder `learn`: results
# that stand under the cells already would give the answers away. Run one cell after another with
# **Shift+Enter**, not all at once: a question is closed once the cell with its answer has
# run. The first cell of every notebook is folded; if something is missing on your computer, it says
# what, and how to mend it.

# %%
from mlp_lesson.data import load_mnist
from mlp_lesson.display import claims_hold
from mlp_lesson.estimators import MLPClassifier
from mlp_lesson.progress import SPACING, progress
from mlp_lesson.questions import predict, quiz, reveal
from mlp_lesson.widgets.digit_pad import digit_pad
from mlp_lesson.widgets.playground import workbench_card

# %% [markdown]
# **Draw a digit** on the pad, as large as you like, with the mouse, a pen or a finger. By keyboard:
# Tab to the pad, move with the arrow keys, press Space to put the pen down and to lift it.

# %%
digit_pad()

# %% [markdown]
# From left to right:
#
# - **Your drawing.** *A digit of MNIST* puts one on the pad that somebody wrote; the rubber takes ink away.
# - **What it sees**: 28 by 28 numbers between 0 (paper) and 1 (ink). It learned from such pictures,
#   a collection called **MNIST**: all equally large, their ink centred. So your drawing is first
#   scaled and centred as they were. Take that tick away, and move your digit.
# - **Why.** Red ink speaks for its answer, blue ink against it. It is the network's reason, not
#   yours: where you left the paper white the map is silent, though a missing stroke may have decided.
# - **What it answers**: a probability for each digit. Draw a house: it must choose one of ten, and is
#   often sure of it.

# %%
guess = predict("Of 100 drawings turned upside down, how many are then read right?",
                low=0, high=100, unit="drawings")

# %% [markdown]
# In this course you commit yourself before each surprise. A wrong guess costs nothing. What surprises
# you, you remember: the mistakes that people were surest of are the ones they correct most often
# (Butterfield and Metcalfe 2001).

# %% jupyter={"source_hidden": true}
reveal(guess, answer=50, within=10,
       why="0, 1, 2, 5 and 8 look much the same. It learned where ink lies, not what a digit is.")

# %% [markdown]
# How well does it read drawings? Of MNIST's own 10,000 test digits it reads 98 in 100. For drawings, a
# program drew 300: each digit in three ways, by strokes that tremble, lean, and differ in size, width
# and place. That is not MNIST: a tip of one width, other hands. It drew them again in other ways:
#
# | the 300 drawings | read right | why |
# |---|---|---|
# | drawn | 298 of 300 | neat, and prepared as MNIST's digits were |
# | leaning | 296 of 300 | by up to 39°; it was trained on slanted digits, too |
# | thick | 282 of 300 | loops fill with ink and gaps close: a 6 is read as 8, a 4 as 9 |
# | careless | 260 of 300 | four times the trembling; you would hesitate at some |
# | as they lie | 189 of 300 | neither scaled nor centred: ink where it never saw any |
# | upside down | 149 of 300 | nobody showed it any |
#
# A network knows what it was shown. Your own drawings are the real test, and are likely to be read
# worse than the neat ones.

# %% [markdown]
# ## 2. How it learned
#
# Now a network that knows nothing yet. It is shown each of 60,000 digits three times, each with its
# right answer, and after every 200 it corrects itself a little. That takes a few seconds. Then it is
# tested on 10,000 others.

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
# The same pad, read by the network that you have just trained. The one above trained longer, on digits
# that were also slanted and thickened: find a drawing on which the two disagree.

# %%
digit_pad(network)

# %% [markdown]
# What did the network compute, and how did it find the 50,890 numbers that it computes with? That
# is the course.

# %% [markdown]
# ## 3. The map
#
# {{map}}
#
# Take them in order; each builds on the ones before. Behind the plus: minutes for functions that you write.

# %% [markdown]
# ## 4. How a lesson works
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
#   says what is right, and names a mistake. Are you stuck? The lesson goes on with its own version. What
#   is right is kept in a file of yours, `my_network.py`, and lessons 06 to 09 compute with it.
# - **For the curious**: folded sections; no lesson needs them. *Shift+Enter* on such a heading opens it,
#   the down arrow passes by.

# %% [markdown]
# ## 5. Is everything in place?
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
# ## 6. What do you know already?
#
# If you like: twenty questions on the ideas of the course, ten minutes more. They are asked again after the
# last lesson, and only then you see what was right, and what you have gained. Where you have no idea,
# say so.

# %% tags=["nbval-ignore-output"]
# What is asked depends on what you have answered, so this output is not compared.
from mlp_lesson.inventory import inventory

inventory()

# %% [markdown]
# ## 7. Where you are
#
# This is your own map. It fills as you guess, answer and solve. It is one file on this computer:
# `progress.path` says where, `progress.export()` writes it as text, `progress.reset(confirm=True)` starts
# afresh, and `progress.restore()` takes that back.

# %% tags=["nbval-ignore-output"]
# What you have done so far is yours alone, so this output is not compared.
progress()

# %% [markdown]
# Beside the lessons, these are open at any time:
#
# {{pages}}

# %%
workbench_card()

# %% [markdown]
# ## What this notebook claimed, as code

# %% jupyter={"source_hidden": true}
assert mnist.X_train.shape == (60_000, 784) and mnist.X_test.shape == (10_000, 784)
assert sum(a.size for a in network.coefs_ + network.intercepts_) == 50_890
assert network.t_ == 3 * 60_000  # examples seen
assert accuracy > 0.9
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
