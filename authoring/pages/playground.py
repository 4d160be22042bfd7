# %% [markdown]
# # {{title}}
#
# Here you build networks with your hands and watch them learn. There is no lesson, and there are no
# points: change something, guess first what it will do, then look.
#
# **What you see.** Left the network: each unit is a small map of the plane, orange where it answers
# high and blue where it answers low. A line is a weight: orange if positive, blue if negative, thicker
# if larger. Then the answers to every place of the plane, with the training points filled and the test
# points hollow; the two losses; and the length of each layer's gradient. Both curves are powers of
# ten: -1 is 0.1, -2 is 0.01.
#
# *Settings* chooses which controls are shown. You may change almost all of them while it trains: the
# network keeps its weights. *Picture in time* goes back to any epoch that was kept, with the settings
# of that time, and training goes on from there.

# %%
from mlp_lesson.widgets.playground import playground

bench = playground()

# %% [markdown]
# ## Things to find out
#
# Say what you expect before you press *Play*.
#
# 1. *Activation* identity: which of the data sets can still be learned? Now add the features x1² and
#    x2² and take all hidden layers away. Why do the circles need no hidden layer any more?
# 2. *Initialisation* zero: what do the units of a layer have in common, and why does it never end?
# 3. *Activation* logistic, five layers of 8 units: how far below the last layer's gradient is the
#    first one's? And with relu? And with relu in the first layers only (*activation of layer 1* ...)?
# 4. *Initialisation* N(0, 25), with tanh and then with relu: which units are marked, and do they come
#    back?
# 5. Own points: draw twenty of two classes that overlap, and train 8-8 by Adam. Where does the test
#    loss turn round? What does an L2 penalty change? And more points?
# 6. *Data set* saddle, *activation* relu, and a learning rate of 100: the loss is lost. What does the
#    workbench name as the cause, and how did it find out?
# 7. *Settings* weights: train the circles, then set one weight to 0 by hand. Which one matters least?
# 8. *Settings* loss surface, in place of the gradients: the dot is the network, -1 on the left its
#    start, the line the way of the training; up and down is a random direction. Blue is low, by powers
#    of ten. Does the way lead straight down? Is the valley wider with 8-8 units than with 2?
# 9. *Settings* challenge: the fewest weights that do. The best known answers may not be the best.
#
# ## Your own functions
#
# When your answers to exercises 02, 05 and 06 are right, they stand in `my_network.py`. *Settings*,
# *your functions* lets them train a second network, from the same start on the same batches, by the
# plain rule or by momentum. As long as they compute the same, you are told so; if not, you read the
# epoch in which the two part.
#
# ## Take it with you
#
# Type one of these into a new cell:
#
# | | |
# |---|---|
# | `bench.export()` | a new cell with a program that trains the same network to the same numbers |
# | `bench.save("mine.json")` | keep the settings in a file |
# | `bench.load("mine.json")` | start with those of a file |
# | `bench.points("mine.csv")` | train on your own points: lines of `x1,x2,class`, classes 0, 1 and 2 |
#
# Labels that are not 0, 1 or 2 make it a regression. This is the program of the network above, with as many
# epochs as *you* have trained (1 at least):

# %%
print(bench.code())
