# %% [markdown]
# # {{title}}
#
# A training that goes wrong rarely says so, and never says why. This page holds forty ways to fail. Each is
# the same small training with one or two lines changed: digits of 8 by 8 pixels, two hidden layers of about 24
# units, 25 epochs, about a tenth of a second. What differs in the pictures, the changed line did.
#
# Read a family at a time, or come here with a training of your own that does not work, and compare.
# The code that draws is folded away; `mlp_lesson/failures/` holds it, with the one training loop in `recipe.py`.

# %% jupyter={"source_hidden": true}
from mlp_lesson.failures import show_confusions, show_failure, show_healthy, which_failure

# %% [markdown]
# ## How to read a picture
#
# First the training in which nothing is wrong. The line below a picture says what you know before you start.
# Then the eight panels, row by row:
#
# 1. **loss** by epochs: training blue, validation orange, single batches grey. The dotted line is ln 10, the
#    loss of ten equal guesses. What is larger than 30 is drawn there; it ends where the loss is no number.
# 2. **accuracy**: training blue, validation orange; the red diamond is the test, 300 rows from outside.
# 3. **gradient length** of the weights of layer 1 (blue), 2 (orange), 3 (purple), in powers of ten.
# 4. **step / weight**: how long a step is beside the array that it changes, weights as lines, biases dotted.
# 5. **gradient check**, before the first step: the loss should fall as fast as the gradient of W1, b1, W2 ...
#    promises. At 1 it does; a cross means that there is no gradient.
# 6. **hidden outputs** for 20 rows of the test: 16 units of layer 1 and of layer 2 side by side, before
#    training above, after it below. White is 0, red positive, blue negative, grey no number.
# 7. **first weights** of 12 units, one a line, before and after, in the same colours.
# 8. **test**: the truth downwards, the answer to the right; dark is many.

# %% jupyter={"source_hidden": true}
show_healthy()

# %% [markdown]
# ## Guess first
#
# Five trainings, each with four names. Answers and reasons come at once, and what went wrong is asked again
# in [Ten minutes of practice](practice.ipynb). Run the cell again for others; come back to it after reading.

# %% tags=["nbval-ignore-output"]
which_failure(5)  # other pictures each time

# %% [markdown]
# ## The step
#
# The gradient is right here. Wrong is what is made of it: how far a step goes, from how many rows, and how often.

# %% [markdown]
# ### The learning rate is far too large

# %% jupyter={"source_hidden": true}
show_failure("rate-huge")

# %% [markdown]
# ### The learning rate is too large

# %% jupyter={"source_hidden": true}
show_failure("rate-large")

# %% [markdown]
# ### The learning rate is too small

# %% jupyter={"source_hidden": true}
show_failure("rate-small")

# %% [markdown]
# ### The learning rate falls too fast

# %% jupyter={"source_hidden": true}
show_failure("decay-fast")

# %% [markdown]
# ### The momentum is too high

# %% jupyter={"source_hidden": true}
show_failure("momentum-high")

# %% [markdown]
# ### The batches hold one row each

# %% jupyter={"source_hidden": true}
show_failure("batch-one")

# %% [markdown]
# ### The batch is too large for the epochs given

# %% jupyter={"source_hidden": true}
show_failure("batch-all")

# %% [markdown]
# ### The training stopped too early

# %% jupyter={"source_hidden": true}
show_failure("stopped-early")

# %% [markdown]
# ## The start
#
# What the first weights are decides what can be learned at all. All of these can be seen before the first step.

# %% [markdown]
# ### All weights start at zero

# %% jupyter={"source_hidden": true}
show_failure("zeros")

# %% [markdown]
# ### All weights start at the same value

# %% jupyter={"source_hidden": true}
show_failure("alike")

# %% [markdown]
# ### The first weights are too small

# %% jupyter={"source_hidden": true}
show_failure("init-small")

# %% [markdown]
# ### The first weights are too large

# %% jupyter={"source_hidden": true}
show_failure("init-large")

# %% [markdown]
# ### The sigmoids are saturated

# %% jupyter={"source_hidden": true}
show_failure("saturated")

# %% [markdown]
# ### The ReLUs are dead from the start

# %% jupyter={"source_hidden": true}
show_failure("dead-relus")

# %% [markdown]
# ## The way back
#
# Mistakes in the backward pass. Some of them learn all the same, so that only the gradient check shows them.

# %% [markdown]
# ### The gradient has the wrong sign

# %% jupyter={"source_hidden": true}
show_failure("sign")

# %% [markdown]
# ### 1/n is missing in the gradient

# %% jupyter={"source_hidden": true}
show_failure("no-mean")

# %% [markdown]
# ### F' is missing in the hidden layers

# %% jupyter={"source_hidden": true}
show_failure("no-slope")

# %% [markdown]
# ### F' is given z where its formula wants a

# %% jupyter={"source_hidden": true}
show_failure("slope-of-z")

# %% [markdown]
# ### W is not transposed on the way back

# %% jupyter={"source_hidden": true}
show_failure("not-transposed")

# %% [markdown]
# ### The hidden layers are not updated

# %% jupyter={"source_hidden": true}
show_failure("hidden-frozen")

# %% [markdown]
# ## Output and loss
#
# The gradient is the right one of a loss that is not the one you want.

# %% [markdown]
# ### Softmax is applied twice

# %% jupyter={"source_hidden": true}
show_failure("softmax-twice")

# %% [markdown]
# ### Squared error sits on sigmoids

# %% jupyter={"source_hidden": true}
show_failure("wrong-pair")

# %% [markdown]
# ### The loss takes the logarithm of 0

# %% jupyter={"source_hidden": true}
show_failure("log-zero")

# %% [markdown]
# ## The inputs
#
# The program is right. What comes in is not what you think it is.

# %% [markdown]
# ### The inputs have different units

# %% jupyter={"source_hidden": true}
show_failure("units-mixed")

# %% [markdown]
# ### Pixels go from 0 to 255

# %% jupyter={"source_hidden": true}
show_failure("pixels-255")

# %% [markdown]
# ### Uint8 numbers wrap around

# %% jupyter={"source_hidden": true}
show_failure("wrapped")

# %% [markdown]
# ## The labels
#
# The inputs are right, and what the network is told about them is not.

# %% [markdown]
# ### The labels belong to other rows

# %% jupyter={"source_hidden": true}
show_failure("labels-shuffled")

# %% [markdown]
# ### The labels are off by one

# %% jupyter={"source_hidden": true}
show_failure("labels-off")

# %% [markdown]
# ### Many labels are wrong

# %% jupyter={"source_hidden": true}
show_failure("labels-noisy")

# %% [markdown]
# ### The rows come sorted by class

# %% jupyter={"source_hidden": true}
show_failure("sorted")

# %% [markdown]
# ### One class has most of the rows

# %% jupyter={"source_hidden": true}
show_failure("rare")

# %% [markdown]
# ## Numbers that deceive
#
# The training is sound, and what it reports is not true. Only rows from outside tell: the red diamond.

# %% [markdown]
# ### The inputs contain the answer

# %% jupyter={"source_hidden": true}
show_failure("leak")

# %% [markdown]
# ### The validation rows are training rows

# %% jupyter={"source_hidden": true}
show_failure("validation-seen")

# %% [markdown]
# ### The test rows come from elsewhere

# %% jupyter={"source_hidden": true}
show_failure("test-moved")

# %% [markdown]
# ## Too much, too little
#
# No line is wrong here. It is a matter of how much: rows, units, epochs, penalty, dropout.

# %% [markdown]
# ### There are too few rows

# %% jupyter={"source_hidden": true}
show_failure("few-rows")

# %% [markdown]
# ### It learns its rows by heart

# %% jupyter={"source_hidden": true}
show_failure("overfitting")

# %% [markdown]
# ### There are too few units

# %% jupyter={"source_hidden": true}
show_failure("few-units")

# %% [markdown]
# ### The L2 penalty is too strong

# %% jupyter={"source_hidden": true}
show_failure("l2-strong")

# %% [markdown]
# ### The dropout rate is too high

# %% jupyter={"source_hidden": true}
show_failure("dropout-high")

# %% [markdown]
# ### Dropout stays on when it predicts

# %% jupyter={"source_hidden": true}
show_failure("dropout-stays")

# %% [markdown]
# ## Can the pictures be told apart?
#
# A picture is of use only if its failure looks like itself again with other digits, other first weights, a
# somewhat wider network and another rate. So each failure was run with 20 seeds, and 76 numbers, such as can be
# seen in the panels, were read off each run. Then it was run with 20 *other* seeds, and each of these runs was given
# the name of the run that lies nearest to it. (`tools/failures.py` does it in some minutes.)

# %%
show_confusions()

# %% [markdown]
# Two sorts of mix-up are left. Once all ReLUs are dead, little can tell who killed them. What came before can:
# the first loss, the gradient check, the first epochs. So look at the *start* of a training that died. And a
# run that is only a little ill is taken for the wrapped bytes, since those can do little harm or much.
#
# The study has a limit: it is about this network and these digits. Another network has other curves; what
# to look for stays the same.
#
# ## With a training of your own
#
# In this order, since each step takes for granted that those before it hold:
#
# 1. Look at ten inputs with their labels, as the network gets them, and at the smallest and largest input.
# 2. Compare the loss before the first step with ln k.
# 3. Check the gradient of each array.
# 4. Learn one batch by heart. If that fails, it is the step, the start or the way back.
# 5. Then all rows: is training good? If not, more units or another rate. Is validation? If not, more rows, or
#    less freedom.
# 6. Last, rows from outside. If they differ from validation, some number deceives.
#
# **Sources**: N. Humbatova and others, Taxonomy of real faults in deep learning systems, *ICSE* (2020); Y. Bengio,
# Practical recommendations for gradient-based training of deep architectures, in *Neural Networks: Tricks of
# the Trade* (2012).
