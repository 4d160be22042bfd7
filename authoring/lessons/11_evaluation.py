# %% [markdown]
# # {{title}}
#
# A network gets 0.8712 of its test images right. Is that good? Is 0.8712 better than 0.8650? Which
# mistakes are in the rest, and does anybody care about them? This lesson is about reading results:
# your own, and those that others print.
#
# **After this lesson you can**
# - say when an accuracy is worth nothing, and what to set beside it;
# - compute precision, recall and F1 of each class, and see from them what a network confuses;
# - choose a threshold for a purpose, and say whether probabilities can be taken at their word;
# - say how many digits of an accuracy are real, and whether one of two networks is better;
# - find out from a printed table that truth and prediction were exchanged.
#
# *About {{time}}; a good place for a break is after part 5. Builds on [08](08_mnist_from_scratch.ipynb) (the confusion matrix) and
# [09](09_mnist_scikit_learn_and_weights.ipynb) (`MLPClassifier`).*

# %%
import warnings

import numpy as np
from matplotlib import pyplot as plt
from scipy.stats import binomtest
from sklearn import metrics
from sklearn.dummy import DummyClassifier
from sklearn.exceptions import ConvergenceWarning

from mlp_lesson import plots
from mlp_lesson.activations import softmax
from mlp_lesson.checks import checked
from mlp_lesson.data import FASHION_CLASSES, load_fashion_mnist
from mlp_lesson.display import claims_hold, show_figure
from mlp_lesson.estimators import MLPClassifier
from mlp_lesson.questions import predict, quiz, reveal
from mlp_lesson.widgets.threshold import threshold

warnings.simplefilter("ignore", ConvergenceWarning)  # few epochs are meant here
SHIRT = FASHION_CLASSES.index("Shirt")

# %% [markdown]
# ## 1. Nine in ten right, and nothing learned
#
# Fashion-MNIST is made like MNIST, but with pictures of clothes: ten classes, 1,000 test images of
# each. To keep this lesson quick we train on 6,000 of the 60,000 images: 64 ReLU units, 20 epochs.

# %%
fashion = load_fashion_mnist()
X, y = fashion.X_train[:6_000].astype(np.float64), fashion.y_train[:6_000]
X_test, y_test = fashion.X_test.astype(np.float64), fashion.y_test


def trained(epochs=20, rows=slice(None), sample_weight=None):
    """A network trained on those rows of X, from random weights that are always the same."""
    network = MLPClassifier(64, max_iter=epochs, tol=0, random_state=0)
    return network.fit(X[rows], y[rows], sample_weight)


network = trained()
P = network.predict_proba(X_test)  # (10000, 10)
y_pred = P.argmax(axis=1)
accuracy = np.mean(y_pred == y_test)
print(f"accuracy on the test images: {accuracy:.2f}")

# %% [markdown]
# A number alone says little. What would somebody get who has learned nothing? Such a *baseline*
# costs one line, and every result should have one beside it.

# %%
guess_dummy = predict(
    "A new question: is it a shirt, yes or no? A machine that never looks at the picture gives the "
    "answer that is most frequent. Its accuracy?",
    options=["0.10", "0.50", "0.90"],
)

# %%
is_shirt = y_test == SHIRT
dummy = DummyClassifier(strategy="most_frequent").fit(X, y == SHIRT)
said_by_dummy = dummy.predict(X_test)
dummy_accuracy = np.mean(said_by_dummy == is_shirt)
our_accuracy = np.mean((y_pred == SHIRT) == is_shirt)
print(f"shirt or not   never looks {dummy_accuracy:.2f}   our network {our_accuracy:.2f}")
print(f"shirts found   never looks {said_by_dummy[is_shirt].sum():>4}   "
      f"our network {(y_pred == SHIRT)[is_shirt].sum():>4}")

# %% jupyter={"source_hidden": true}
reveal(
    guess_dummy,
    f"{dummy_accuracy:.2f}",
    "It says no each time, and nine in ten are no shirts. So 0.9 is where this question begins. Of ten "
    "equally frequent classes, the same machine gets 0.1.",
)

# %% [markdown]
# Our network is hardly more accurate than a machine that is blind, yet it finds hundreds of shirts and
# the blind one none. Where one class is rare, accuracy mostly counts the others. (Of a million payments a
# thousand are fraud: who never warns is right in 99.9% of them.)

# %% [markdown]
# ## 2. Two questions for each class
#
# The confusion matrix of lesson 08 keeps what the accuracy throws away: row $i$, column $j$ counts the images of
# class $i$ that were called $j$.

# %%
cm = metrics.confusion_matrix(y_test, y_pred)  # rows: truth; columns: prediction

# %% jupyter={"source_hidden": true}
fig, ax = plt.subplots(figsize=(7.2, 6.4))
plots.plot_confusion_matrix(cm, FASHION_CLASSES, ax=ax)
ax.tick_params(axis="x", rotation=45)
plt.setp(ax.get_xticklabels(), ha="right", rotation_mode="anchor")
ax.set_title("Shirts are taken for all that has sleeves")
confusions = cm - np.diag(np.diag(cm))
show_figure(
    fig,
    alt="Heat map of ten by ten counts. The darkest cells lie in the rows and columns of T-shirt, "
    "Pullover, Coat and Shirt; sandals, sneakers and boots are confused among themselves; trousers "
    "hardly with anything; some bags are taken for shirts.",
    caption="Two groups: clothes with sleeves, and shoes. Between the groups there is almost nothing.",
)

# %% [markdown]
# For one class, two questions can be asked of this table.
#
# - When the network *says* Shirt, how often is it one? Along the column: **precision**
#   $p_k = C_{kk} / \sum_i C_{ik}$.
# - Of the pictures that *are* shirts, how many does it find? Along the row: **recall**
#   $r_k = C_{kk} / \sum_j C_{kj}$. (The sum of the row is the *support* of the class.)
#
# Each alone is easily had. Say Shirt once, when you are quite sure: precision 1. Say it always:
# recall 1. **F1** asks for both: it is their harmonic mean,
#
# $$F_k = \frac{2}{1/p_k + 1/r_k} = \frac{2\, C_{kk}}{\sum_i C_{ik} + \sum_j C_{kj}},$$
#
# which lies nearer to the smaller of the two. A network with precision 1 and recall 0.01 has F1 0.02, not 0.5.
#
# Write the three. A class that is never predicted, or never occurs, gets 0 where the formula would
# divide by 0.


# %%
def precision_recall_f1(cm):
    """(p, r, f1), each (k,), of a confusion matrix whose rows are the truth."""
    ### BEGIN SOLUTION
    hits = np.diag(cm)
    predicted, true = cm.sum(axis=0), cm.sum(axis=1)
    return (
        hits / np.maximum(predicted, 1),
        hits / np.maximum(true, 1),
        2 * hits / np.maximum(predicted + true, 1),
    )
    ### END SOLUTION


# %%
precision_recall_f1 = checked("precision_recall_f1", precision_recall_f1)

# %%
guess_worst = predict(
    "Look at the heat map once more. Which class has the lowest F1?",
    options=["Pullover", "Coat", "Shirt", "Sneaker"],
)

# %%
p, r, f1 = precision_recall_f1(cm)

# %% jupyter={"source_hidden": true}
print(f"{'':<12} precision  recall    F1  support")
for k, name in enumerate(FASHION_CLASSES):
    print(f"{name:<12} {p[k]:>9.2f} {r[k]:>7.2f} {f1[k]:>5.2f} {cm[k].sum():>8}")

# %% jupyter={"source_hidden": true}
reveal(
    guess_worst,
    FASHION_CLASSES[f1.argmin()],
    "Its row and its column are the fullest. A published report on these pictures, with all 60,000 images and "
    "128 units, found the same: accuracy 0.87, Shirt last with F1 0.66.",
)

# %% [markdown]
# scikit-learn prints the same table with `classification_report(y_test, y_pred)`. **The truth comes
# first.** Section 10 shows what happens otherwise.

# %% [markdown]
# ## 3. One number for ten classes
#
# Ten F1s are many. A *macro average* is their plain mean: each class counts the same, however rare it is.
# A *weighted average* counts each class as often as it occurs. In our test set all supports are
# equal, so both agree. Let us make shirts rare: of the 1,000 we keep 50.

# %%
guess_average = predict(
    "Shirt has the lowest recall. If most shirts leave the test set, what becomes of the averages "
    "of the ten recalls?",
    options=["both rise", "the weighted one rises, macro hardly moves",
             "macro rises, the weighted one hardly moves"],
)

# %%
some = ~is_shirt | (np.cumsum(is_shirt) % 20 == 0)  # every twentieth shirt stays
cm_rare = metrics.confusion_matrix(y_test[some], y_pred[some])
for name, table in {"1,000 shirts": cm, "50 shirts": cm_rare}.items():
    recall, support = precision_recall_f1(table)[1], table.sum(axis=1)
    macro, weighted = recall.mean(), np.average(recall, weights=support)
    print(f"{name:<12}  macro recall {macro:.3f}   weighted recall {weighted:.3f}   "
          f"accuracy {np.trace(table) / table.sum():.3f}")

# %% jupyter={"source_hidden": true}
reveal(
    guess_average,
    "the weighted one rises, macro hardly moves",
    "A recall is a share within its class, so it does not ask how many there are. The weighted mean of the recalls is the "
    "accuracy itself: each class's share of hits, times its share of the images.",
)

# %% [markdown]
# So the macro average says how well the classes are told apart, the weighted one how often you will be
# right if the classes are as frequent as in the test set. A report should say which one it prints.

# %% [markdown]
# ## 4. Look at the mistakes
#
# A table says how many. Why, only the pictures say. Here are shirts that the network took for something else, the first four
# of each kind.

# %%
taken_for = np.argsort(-confusions[SHIRT])[:4]  # the four commonest
mistakes = [np.flatnonzero(is_shirt & (y_pred == k))[:4] for k in taken_for]

# %% jupyter={"source_hidden": true}
show_figure(
    plots.plot_images(
        fashion.X_test[np.concatenate(mistakes)].reshape(-1, 28, 28),
        [FASHION_CLASSES[k] for k in taken_for for _ in range(4)],
        title="All of these are shirts; this is what they were taken for",
    ),
    alt="Sixteen small grey pictures of garments with the label the network gave them: T-shirt/top, "
    "Coat, Pullover, Dress. At this size most of them can hardly be told from what they were taken for.",
    caption="Short sleeves or none become a T-shirt, long ones a coat or a pullover, a long slim cut a dress.",
)

# %%
guess_second = predict(
    "Of the shirts that were missed: for how many was Shirt the network's second guess?",
    options=["fewer than 1 in 4", "about half", "more than 2 in 3"],
)

# %%
n_mistakes = confusions[SHIRT].sum()
share_of_four = confusions[SHIRT][taken_for].sum() / n_mistakes
second = np.argsort(-P, axis=1)[:, 1]
second_try = np.mean(second[is_shirt & (y_pred != SHIRT)] == SHIRT)
print(f"shirts that were missed: {n_mistakes}")
print(f"taken for one of these four: {share_of_four:.2f}   Shirt was second: {second_try:.2f}")

# %% jupyter={"source_hidden": true}
reveal(
    guess_second,
    "more than 2 in 3",
    "It hesitates between the right pair of classes, and falls off the wrong side. A mistake with the truth far down "
    "the list would ask for another explanation.",
)

# %% [markdown]
# Three causes can be seen here, and only the last can be cured. The picture does not show it: many buttons and
# collars are lost in 28 by 28 pixels, and no network brings them back. The label is a matter of taste. Or it is plain to
# you, and the network is wrong: then more units, more images, or a network that knows about neighbouring
# pixels may help. Sort twenty mistakes into these three heaps before you change the network.

# %% [markdown]
# ## 5. The threshold is yours
#
# A network that answers with a probability leaves the decision to you. Who wants to see every shirt takes a
# low threshold θ: *a shirt, if its probability is at least θ*. Who must be sure takes a high one.

# %%
score = P[:, SHIRT]
print("    θ  called shirt  precision  recall")
for theta in (0.1, 0.3, 0.5, 0.7, 0.9):
    called = score >= theta
    print(f"  {theta}  {called.sum():>12}  {is_shirt[called].mean():>9.2f}  "
          f"{called[is_shirt].mean():>6.2f}")

# %% [markdown]
# All thresholds together make a curve. The **ROC curve** has for each θ one point:
#
# - across, the *false positive rate*: the share of all others that are called shirts;
# - up, the *true positive rate*, which is the recall.
#
# It begins at (0, 0), θ above every score, and ends at (1, 1), where everything is called a shirt.
# There is no need to try thresholds: only the scores themselves matter. Sort them from the highest down, and
# go one step up for each shirt and one to the right for each other. Samples with equal scores cross the threshold
# together, so they make one point.
#
# Write it: `y` holds 1 for what is looked for and 0 for the rest.


# %%
def roc_points(scores, y):
    """(fpr, tpr): from (0, 0), one point for each different score, from the highest down."""
    ### BEGIN SOLUTION
    order = np.argsort(scores)[::-1]
    scores, y = scores[order], y[order]
    last = np.append(np.diff(scores) != 0, True)  # the last of those with equal scores
    tpr = np.append(0, np.cumsum(y)[last]) / np.sum(y)
    fpr = np.append(0, np.cumsum(1 - y)[last]) / np.sum(1 - y)
    return fpr, tpr
    ### END SOLUTION


# %%
roc_points = checked("roc_points", roc_points)

# %% [markdown]
# The area under this curve, the **AUC**, has a plain meaning: take a shirt and something else, both at
# random. The AUC is the probability that the shirt has the higher score. We count all nine million pairs:

# %%
fpr, tpr = roc_points(score, is_shirt.astype(int))
area = metrics.auc(fpr, tpr)
pairs = np.mean(score[is_shirt][:, None] > score[~is_shirt])
print(f"area under the curve {area:.4f}   pairs in the right order {pairs:.4f}   "
      f"scikit-learn {metrics.roc_auc_score(is_shirt, score):.4f}")

# %% [markdown]
# Now the same network in a shop in which shirts are rare: one in 181 garments instead of one in ten,
# the test set of section 3.

# %%
guess_rare = predict(
    "Same network, same thresholds, twenty times fewer shirts. What happens to the two curves?",
    options=["ROC falls, precision stays", "ROC hardly moves, precision falls", "both fall",
             "neither moves"],
)

# %%
curves = {}
for name, rows in {"one in ten is a shirt": slice(None), "one in 181": some}.items():
    truth, s = is_shirt[rows], score[rows]
    curves[name] = roc_points(s, truth.astype(int)), metrics.precision_recall_curve(truth, s)
areas = [metrics.auc(*roc) for roc, _ in curves.values()]
at_half = [is_shirt[rows][score[rows] >= 0.5].mean() for rows in (slice(None), some)]

# %% jupyter={"source_hidden": true}
fig, (left, right) = plt.subplots(1, 2, figsize=(8.6, 4))
for name, (roc, (prec, rec, _)) in curves.items():
    left.plot(*roc, label=name)
    right.plot(rec[:-1], prec[:-1], label=name)
left.plot([0, 1], [0, 1], "--", color="gray", lw=1, label="who guesses")
left.set(xlabel="false positive rate", ylabel="true positive rate", title="ROC")
right.set(xlabel="recall", ylabel="precision", title="Precision and recall", ylim=(0, 1.02))
left.legend(loc="lower right")
show_figure(
    fig,
    alt="Left, two ROC curves that lie almost on each other, far above the dashed diagonal. Right, "
    "precision against recall: with one in ten shirts the curve stays above one half up to a recall of "
    "0.6, with one in 181 it lies far below everywhere.",
    caption=f"At θ = 0.5 the precision is {at_half[0]:.2f} with many shirts and {at_half[1]:.2f} with few; "
    f"the areas under the ROC curves differ by less than 0.05.",
)

# %% jupyter={"source_hidden": true}
reveal(
    guess_rare,
    "ROC hardly moves, precision falls",
    "Both rates of the ROC curve are shares within one class, so they do not notice how rare the other is. Precision "
    "mixes the two: few shirts can drown in the false alarms of many others.",
)

# %% [markdown]
# So a warning lamp with a high AUC can be wrong in nine of ten warnings. Where what you seek is rare,
# draw precision against recall as well. And choose θ on validation images, like every other setting.
#
# **Try it.** Two hills of scores, as a network might give them (straight dashes: who guesses). Move θ: where does the
# point go on each curve? Then leave θ alone and make shirts rare, 5 in 1,000. What stays as it was? And how far apart
# must the hills lie then, with θ where you like, to find 8 shirts in 10 and be right half of the time?

# %%
threshold()

# %% [markdown]
# ## 6. When a class is rare in training
#
# So far only the test changed. What if the *training* images hold few shirts? We keep 60 of about 600 and
# leave the test as it was. The loss is a mean over all rows, so what is rare hardly speaks in it. A cure is to let
# each shirt count ten times: `sample_weight` multiplies each row's loss,
#
# $$L = \frac{\sum_i s_i L_i}{\sum_i s_i} .$$

# %%
guess_weight = predict(
    "What do the weights do to the shirts in the test?",
    options=["more are found, and nothing is lost", "more are found, with more false alarms",
             "fewer are found, with fewer false alarms"],
)

# %%
shirts = np.flatnonzero(y == SHIRT)
rows = np.delete(np.arange(len(y)), shirts[60:])  # 60 shirts stay
times = np.where(y[rows] == SHIRT, len(shirts) / 60, 1.0)
P_plain = trained(rows=rows).predict_proba(X_test)
answers = {
    "few shirts": P_plain.argmax(axis=1),
    "few shirts, each counts ten times": trained(rows=rows, sample_weight=times).predict(X_test),
    "few shirts, Shirt's probability times ten": (
        P_plain * np.where(np.arange(10) == SHIRT, len(shirts) / 60, 1)
    ).argmax(axis=1),
}

# %% jupyter={"source_hidden": true}
found, alarms = {}, {}
print(f"{'':<42} shirts found  false alarms  accuracy")
for name, answer in answers.items():
    found[name] = np.sum(answer[is_shirt] == SHIRT)
    alarms[name] = np.sum(answer[~is_shirt] == SHIRT)
    print(f"{name:<42} {found[name]:>12} {alarms[name]:>13} {np.mean(answer == y_test):>9.2f}")

# %% jupyter={"source_hidden": true}
reveal(
    guess_weight,
    "more are found, with more false alarms",
    "To miss a shirt now costs ten times as much as a false alarm, so the network says Shirt more often. Whether that is a "
    "gain depends on what each mistake costs you, not on the accuracy.",
)

# %% [markdown]
# The last line needs no second training. The network has learned how rare shirts were in its training, so a
# probability that is multiplied by how much more frequent they are in use does much the same work. Weights do not
# make 60 shirts into 600 different ones.

# %% [markdown]
# ## 7. Does 0.9 mean nine in ten?
#
# A network is *calibrated* if of all answers that it gives with probability 0.9, nine in ten are right. Our network
# was trained for 20 epochs; we train another for 60, and ask both.

# %%
long = trained(epochs=60)
P_long = long.predict_proba(X_test)
for name, table in {"20 epochs": P, "60 epochs": P_long}.items():
    print(f"{name}: accuracy {np.mean(table.argmax(axis=1) == y_test):.2f}, "
          f"mean probability of its answers {table.max(axis=1).mean():.2f}")

# %%
guess_sure = predict(
    "The network of 60 epochs gives some answers with a probability between 0.8 and 0.9. What "
    "share of these is right?",
    options=["about 0.85", "about 0.75", "about 0.65"],
)

# %% jupyter={"source_hidden": true}
of_85 = (0.8 < P_long.max(axis=1)) & (P_long.max(axis=1) < 0.9)
right_of_85 = np.mean(P_long.argmax(axis=1)[of_85] == y_test[of_85])
edges = np.array([0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97, 1.0])
fig, ax = plt.subplots(figsize=(5.4, 4.6))
for (name, table), marker in zip(
    {"20 epochs": P, "60 epochs": P_long}.items(), "os", strict=True
):
    sure, hit = table.max(axis=1), table.argmax(axis=1) == y_test
    boxes = [np.digitize(sure, edges) == i for i in range(1, len(edges))]
    ax.plot([sure[b].mean() for b in boxes], [hit[b].mean() for b in boxes], marker=marker,
            label=name)
ax.plot([0.3, 1], [0.3, 1], "--", color="gray", lw=1)
ax.set(xlabel="probability of the answer", ylabel="share that is right",
       title="Trained longer, too sure")
ax.legend()
show_figure(
    fig,
    alt="Share of right answers against the probability given. Twenty epochs lie near the dashed "
    "diagonal; sixty epochs lie below it everywhere, by about 0.1 in the middle.",
    caption="On the dashed line a probability can be taken at its word; below it the network is too "
    f"sure. Between 0.8 and 0.9, after 60 epochs: {right_of_85:.2f}.",
)

# %% jupyter={"source_hidden": true}
reveal(
    guess_sure,
    "about 0.75",
    "It is hardly more accurate than before, only surer. On its training images it is right to be: there 19 in 20 answers are "
    "right. The loss falls on as long as probabilities grow, and nobody told it that new images are harder.",
)

# %% [markdown] jp-MarkdownHeadingCollapsed=true
# ### For the curious: a temperature
#
# One number mends it. Divide the sums before the softmax by a *temperature* $T > 1$: all probabilities draw nearer
# to each other, and no answer changes. $T$ is chosen by the cross-entropy, on images that neither training nor
# test has seen. ($\ln P$ are those sums, up to a constant that softmax does not see.)

# %%
X_val = fashion.X_train[6_000:8_000].astype(np.float64)
y_val = fashion.y_train[6_000:8_000]
log_P_val = np.log(long.predict_proba(X_val))
temperatures = np.arange(1, 6, 0.1)
losses = [metrics.log_loss(y_val, softmax(log_P_val / T)) for T in temperatures]
T = temperatures[np.argmin(losses)]
P_cooled = softmax(np.log(P_long) / T)


def overconfidence(P):
    """Mean probability of the answers minus the share that is right; 0 if calibrated."""
    return P.max(axis=1).mean() - np.mean(P.argmax(axis=1) == y_test)


print(f"mean probability minus accuracy: {overconfidence(P_long):.2f}, "
      f"with the temperature {abs(overconfidence(P_cooled)):.2f}")
print("the same answers:", np.array_equal(P_cooled.argmax(axis=1), P_long.argmax(axis=1)))

# %% [markdown]
# ## 8. How many digits?
#
# A report says 0.8712, from 10,000 test images. They are a sample: other images would have given another
# number. If each image is right with probability $p$, the share of right ones among $n$ scatters with standard
# deviation $\sqrt{p(1-p)/n}$, and 95 in 100 samples lie within 1.96 of these.

# %%
guess_digits = predict(
    "How many test images would make the fourth digit of 0.8712 certain, that is ±0.00005?",
    options=["40,000", "1 million", "170 million"],
)

# %%
n, share = 10_000, 0.8712
scatter = np.sqrt(share * (1 - share) / n)
interval = binomtest(round(n * share), n).proportion_ci(0.95, method="wilson")
n_needed = 1.96**2 * share * (1 - share) / 0.00005**2
print(f"1.96 standard deviations: {1.96 * scatter:.4f}")
print(f"95% interval: {interval.low:.4f} to {interval.high:.4f}")
drawn = np.random.default_rng(11).binomial(n, share, size=100_000) / n
inside = np.mean(abs(drawn - share) < 1.96 * scatter)
print(f"of 100,000 test sets drawn at random, inside: {inside:.2f}")

# %% jupyter={"source_hidden": true}
reveal(
    guess_digits,
    "170 million",
    "Half of the uncertainty takes four times the images. So 10,000 images carry two digits, 0.87, and the third "
    "only when one says ±0.007. The rest is decoration.",
)

# %% [markdown]
# (`method="wilson"` mends the formula for few images, and for shares near 0 or 1, where $\pm$ would leave the range.) The interval
# knows only of the sampled images. That other first weights give another network (lesson 08), or that tomorrow's
# pictures are of another kind, is not in it.

# %% [markdown]
# ## 9. Which of two is better?
#
# Did the training need its 20 epochs? A network of 12 gets a few images fewer right. Is that more than chance?

# %%
short = trained(epochs=12)
nets = {12: short, 20: network, 60: long}
right_after = {epochs: net.predict(X_test) == y_test for epochs, net in nets.items()}
for epochs in (12, 20):
    ci = binomtest(int(right_after[epochs].sum()), n).proportion_ci(0.95, method="wilson")
    print(f"{epochs} epochs: {right_after[epochs].mean():.3f}, "
          f"95% interval {ci.low:.3f} to {ci.high:.3f}")

# %%
guess_pair = predict(
    "On how many of the 10,000 images is exactly one of these two networks right?",
    low=0, high=3000, unit="images",
)

# %% [markdown]
# The intervals overlap. But they ask: what if each network had met *other* images? Both met the same ones. Most of these are
# right in both or wrong in both, and say nothing about which is better. Only where exactly one is right do the two
# compete. If they were equally good, each would win such an image with probability ½, like a coin. That is
# **McNemar's test**:

# %%
def wins(a, b):
    """(images that only a has right, only b, probability that a fair coin is as one-sided)."""
    only_a, only_b = int(np.sum(a & ~b)), int(np.sum(b & ~a))
    return only_a, only_b, binomtest(only_a, only_a + only_b, 0.5).pvalue


duels = {pair: wins(right_after[pair[0]], right_after[pair[1]]) for pair in [(20, 12), (60, 20)]}
for (a, b), (only_a, only_b, p_value) in duels.items():
    print(f"only {a} epochs right: {only_a}   only {b}: {only_b}   "
          f"coin as one-sided: {p_value:.3f}")

# %% jupyter={"source_hidden": true}
reveal(
    guess_pair,
    sum(duels[20, 12][:2]),
    "All others are common to both, and fall out of the comparison. That is why the pairs can decide where two "
    "intervals overlap: a fair coin hardly ever is as one-sided. Between 20 and 60 epochs they decide nothing.",
    within=200,
)

# %% [markdown]
# As a rule of thumb: with $b$ and $c$ wins, $|b - c|$ beyond $2\sqrt{b + c}$ is hardly chance.
#
# What was compared are these networks, not "12 epochs" with "20 epochs": for that, train each from several first
# weights and compare the heaps. And the rule holds for *one* comparison that was planned. Of twenty such duels
# between equals, one on average looks significant.

# %% [markdown]
# ## 10. Spot the error: a table from a report
#
# A published report on digits has tables like these, precision, recall and support for each class, and the support
# of one and the same test set differs from table to table. Here is one made in the same way from our network:

# %%
report = metrics.classification_report(  # one thing is wrong in the next line
    y_pred, y_test, target_names=FASHION_CLASSES, output_dict=True
)

# %% jupyter={"source_hidden": true}
printed = np.array([
    [round(report[name][column], 2) for column in ("precision", "recall", "support")]
    for name in FASHION_CLASSES
])  # fmt: skip
for name, row in zip(FASHION_CLASSES, printed, strict=True):
    print(f"{name:<12} precision {row[0]:.2f}  recall {row[1]:.2f}  support {row[2]:.0f}")

# %%
guess_swap = predict(
    "Truth and prediction were exchanged. Which of these comes out right all the same?",
    options=["precision", "recall", "F1", "support"],
)

# %% [markdown]
# Every class has 1,000 test images, so the support gives it away: it counts *predictions*. But what if nobody tells
# us how many there were? The table itself does. In it, recall times support are the hits $C_{kk}$, whichever way
# round. Divided by the precision, they give the sum along the other side of the matrix, which is the true support:
#
# $$\frac{r_k s_k}{p_k} = \frac{C_{kk}}{p_k} = \text{images of class } k .$$

# %%
recovered = printed[:, 1] * printed[:, 2] / printed[:, 0]
print("support as printed:  ", *printed[:, 2].astype(int))
print("support, from r s / p:", *recovered.round(-1).astype(int))

# %% jupyter={"source_hidden": true}
reveal(
    guess_swap,
    "F1",
    "Its formula is the same in rows and columns. Precision and recall have changed places, and accuracy notices nothing.",
)

# %% [markdown]
# Two-digit rounding leaves about one part in a hundred of doubt, far less than most printed supports are off. In two tables of one test set, the
# recovered numbers agree, and the printed ones do not: so it can be proved from the page alone that arguments were exchanged.

# %% [markdown]
# ## Quiz

# %% jupyter={"source_hidden": true}
quiz("11-fraud-lamp")

# %% jupyter={"source_hidden": true}
quiz("11-other-town")

# %% jupyter={"source_hidden": true}
quiz("11-overlap")

# %% [markdown]
# ## From earlier lessons

# %% jupyter={"source_hidden": true}
quiz("11-test-choice")

# %% jupyter={"source_hidden": true}
quiz("11-softmax-or-sigmoids")

# %% [markdown]
# ## What this lesson claimed, as code

# %% jupyter={"source_hidden": true}
assert np.all(np.bincount(y_test) == 1_000) and dummy_accuracy == 0.9 and np.mean(y_test == 0) == 0.1
assert 0.9 < our_accuracy < 0.95 and not said_by_dummy.any() and (y_pred == SHIRT)[is_shirt].sum() > 300
theirs = metrics.precision_recall_fscore_support(y_test, y_pred)
assert np.allclose(precision_recall_f1(cm), theirs[:3]) and round(2 / (1 / 1 + 1 / 0.01), 2) == 0.02
assert FASHION_CLASSES[f1.argmin()] == "Shirt"
sleeves, shoes = [0, 2, 3, 4, 6], [5, 7, 9]
assert cm[np.ix_(sleeves, shoes)].sum() + cm[np.ix_(shoes, sleeves)].sum() < 50
macros = [precision_recall_f1(table)[1].mean() for table in (cm, cm_rare)]
accuracies = [np.trace(table) / table.sum() for table in (cm, cm_rare)]
assert cm_rare[SHIRT].sum() == 50 and abs(macros[1] - macros[0]) < 0.012
assert accuracies[1] - accuracies[0] > 0.015 and round(9_050 / 50) == 181
assert np.isclose(np.average(theirs[1], weights=theirs[3]), accuracy)
assert {FASHION_CLASSES[k] for k in taken_for} == {"T-shirt/top", "Pullover", "Coat", "Dress"}
assert share_of_four > 0.9 and second_try > 2 / 3
assert np.isclose(area, pairs, atol=1e-6) and np.isclose(area, metrics.roc_auc_score(is_shirt, score))
assert abs(areas[0] - areas[1]) < 0.05 and at_half[1] < 0.5 * at_half[0]
few, counted_more, shifted = found.values()
assert min(counted_more, shifted) > few + 100 and 550 < len(shirts) < 650
assert min(list(alarms.values())[1:]) > alarms["few shirts"] + 50
assert 0.7 < right_of_85 < 0.8 and abs(overconfidence(P)) < 0.02 < 0.04 < overconfidence(P_long)
assert abs(long.score(X, y) - 0.95) < 0.02
assert T > 1.2 and abs(overconfidence(P_cooled)) < 0.02
assert round(1.96 * scatter, 3) == 0.007 and round(n_needed / 1e6, -1) == 170
assert abs(inside - 0.95) < 0.005
(won, lost, chance), (more, fewer, undecided) = duels.values()
assert chance < 0.01 and won - lost > 2 * np.sqrt(won + lost) and undecided > 0.05
assert abs(more - fewer) < 2 * np.sqrt(more + fewer)
assert right_after[20].mean() - right_after[12].mean() < 2 * 1.96 * scatter  # they overlap
assert np.abs(recovered / 1_000 - 1).max() < 0.02 and np.abs(printed[:, 2] / 1_000 - 1).max() > 0.1
swapped = metrics.precision_recall_fscore_support(y_pred, y_test)
assert np.allclose(swapped[0], theirs[1]) and np.allclose(swapped[1], theirs[0])
assert np.allclose(swapped[2], theirs[2])
claims_hold()

# %% [markdown]
# ## From here on
#
# In the exercise you judge results that others bring you.
#
# ## Sources
#
# - Q. McNemar (1947), Note on the sampling error of the difference between correlated proportions or
#   percentages, *Psychometrika* 12, 153-157.
# - T. Dietterich (1998), Approximate statistical tests for comparing supervised classification
#   learning algorithms, *Neural Computation* 10, 1895-1923: which comparisons of two models mislead.
# - C. Guo, G. Pleiss, Y. Sun, K. Weinberger (2017), On calibration of modern neural networks, *ICML*:
#   networks that are too sure, and the temperature.
# - T. Saito, M. Rehmsmeier (2015), The precision-recall plot is more informative than the ROC plot
#   when evaluating binary classifiers on imbalanced datasets, *PLOS ONE* 10(3), e0118432.
