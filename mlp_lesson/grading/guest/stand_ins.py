"""Modules that are not here: plots and displays do nothing, other packages fail when called.

An import that failed would take the rest of its cell with it, so importing always works.
"""

import importlib.machinery
import sys
import types


class Thing(types.ModuleType):
    """Stands for a module or anything in it."""

    __path__ = []

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return type(self)(f"{self.__name__}.{name}")

    def __exit__(self, *error):
        return False

    def __iter__(self):
        return iter([self(), self()])  # fig, ax = plt.subplots()

    def __getitem__(self, key):
        return self()

    def __enter__(self):
        return self()


class Silent(Thing):
    """Does nothing, whatever is asked of it."""

    def __call__(self, *args, **kwargs):
        return Silent("nothing")


class Absent(Thing):
    """Can be imported, not used."""

    def __call__(self, *args, **kwargs):
        raise ImportError(f"{self.__name__} is not part of this exercise")


class Bars(Silent):
    """tqdm: a progress bar that is not shown."""

    def __call__(self, iterable=None, *args, **kwargs):
        if self.__name__.endswith("range"):
            return Bar(range(iterable, *args))
        return Bar(iterable)


class Bar:
    def __init__(self, iterable):
        self.iterable = iterable

    def __iter__(self):
        return iter(self.iterable)

    def __len__(self):
        return len(self.iterable)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return False

    def __getattr__(self, name):
        return Silent(name)


class Finder:
    def __init__(self, kinds):
        self.kinds = kinds  # {name of a module or package: the class that stands for it}

    def find_spec(self, asked, path=None, target=None):
        name = asked
        while name not in self.kinds and "." in name:
            name = name.rpartition(".")[0]
        if name in self.kinds:
            return importlib.machinery.ModuleSpec(asked, self, loader_state=self.kinds[name])

    def create_module(self, spec):
        return spec.loader_state(spec.name)

    def exec_module(self, module):
        pass


def install(silent, absent):
    kinds = dict.fromkeys(absent, Absent) | dict.fromkeys(silent, Silent) | {"tqdm": Bars}
    sys.meta_path.insert(0, Finder(kinds))
