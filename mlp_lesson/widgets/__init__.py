"""Pictures that answer when you move something: one module a widget.

Each module holds a pure state, update(state, name, value) -> state, draw(state) -> View, and one
function that shows the widget in a notebook. _canvas.py is the wiring they share.
"""
